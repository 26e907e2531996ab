import type { DocumentFacts } from '../facts/types.js';
import { type ElementKind, type ElementPart, elementsOf, type Framework, type FrameworkElement } from '../model/framework.js';
import type { DocumentType } from '../schema/registry.js';
import { gapsOf } from '../workspace/document.js';

/** A section that a document's type asks for, and how the document stands with it. */
export interface SectionState {
  readonly title: string;
  readonly required: boolean;
  /** The index of its heading, or -1 where there is none. */
  readonly heading: number;
  readonly filled: boolean;
  /** Whether its gap is recorded where the type allows for one. */
  readonly gap: boolean;
  /** Whether a gap may be recorded for it. */
  readonly gapAllowed: boolean;
  readonly help: string;
}

/** The sections that a document's type asks for, in order, those for each element of the framework spelt out. */
export function sectionStates(facts: DocumentFacts, type: DocumentType, framework: Framework | undefined): SectionState[] {
  const gaps = new Set(gapsOf(facts).map((gap) => sectionKey(gap.section ?? '')));
  return type.sections.flatMap((spec) => {
    const titles = spec.each
      ? (framework ? elementsOf(framework, spec.each as ElementKind) : []).map((element) => element.title)
      : [spec.title ?? ''];
    return titles.map((title) => {
      const heading = headingNamed(facts, title);
      const gapAllowed = spec.gap === true;
      return {
        title,
        required: spec.required === true,
        heading,
        filled: facts.headings[heading]?.filled === true,
        gap: gapAllowed && gaps.has(sectionKey(title)),
        gapAllowed,
        help: spec.help ?? '',
      };
    });
  });
}

/** Whether a required section is as it should be: filled, or absent with its gap recorded. */
export function isSettled(section: SectionState): boolean {
  return !section.required || section.filled || section.gap;
}

/** The index of the heading with a title, letter case aside; -1 where there is none. */
export function headingNamed(facts: DocumentFacts, title: string): number {
  const key = sectionKey(title);
  return facts.headings.findIndex((heading) => sectionKey(heading.text) === key);
}

/** A part of a criterion, and how a document stands with it. */
export interface PartState extends ElementPart {
  readonly filled: boolean;
  /** Whether a gap is recorded for it: shown beside its state, for a gap never makes a part covered. */
  readonly gap: boolean;
}

/** The parts of a criterion with whether the document has a filled section for each, or records its gap. */
export function partStates(facts: DocumentFacts, criterion: FrameworkElement): PartState[] {
  const gaps = gapsOf(facts).flatMap((gap) => gap.section ?? []);
  return criterion.parts.map((part) => ({
    key: part.key,
    label: part.label,
    title: part.title,
    filled: facts.headings.some((heading) => heading.filled && isSectionOf(part, heading.text)),
    gap: gaps.some((section) => isSectionOf(part, section)),
  }));
}

/** Whether a section is the one of a part: its name is the part's title, with or without its letter, as in “10a: Design”. */
export function isSectionOf({ title, label }: ElementPart, section: string): boolean {
  const text = sectionKey(section);
  const wanted = sectionKey(title);
  if (text === wanted) return true;
  if (!text.endsWith(wanted)) return false;
  const before = text.slice(0, -wanted.length).replace(/[\s).:,–-]/g, '');
  return new RegExp(`^\\d*${label.toLowerCase().replace(/[^a-z0-9]/g, '')}$`).test(before);
}

/** What a section is known by, however its name is spaced and whatever the case of its letters. */
export function sectionKey(title: string): string {
  return title.replace(/\s+/g, ' ').trim().toLowerCase();
}
