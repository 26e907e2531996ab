import type { DocumentFacts } from '../facts/types.js';
import { elementsOf, type ElementKind, type Framework, type FrameworkElement } from '../model/framework.js';
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

/** The parts of a criterion with whether the document has a filled section for each. */
export function partStates(facts: DocumentFacts, criterion: FrameworkElement): { key: string; label: string; title: string; filled: boolean }[] {
  return criterion.parts.map((part) => ({
    key: part.key,
    label: part.label,
    title: part.title,
    filled: facts.headings.some((heading) => heading.filled && isPartHeading(heading.text, part.title, part.label)),
  }));
}

/** A part's heading is its title, with or without its letter: “Design”, “a) Design”, “10a: Design”. */
function isPartHeading(heading: string, title: string, label: string): boolean {
  const text = sectionKey(heading);
  const wanted = sectionKey(title);
  if (text === wanted) return true;
  if (!text.endsWith(wanted)) return false;
  const before = text.slice(0, -wanted.length).replace(/[\s).:,–-]/g, '');
  return new RegExp(`^\\d*${label.toLowerCase().replace(/[^a-z0-9]/g, '')}$`).test(before);
}

function sectionKey(title: string): string {
  return title.replace(/\s+/g, ' ').trim().toLowerCase();
}
