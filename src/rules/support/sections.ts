import { type SectionState, sectionStates } from '../../core/coverage/section-states.js';
import type { DocumentFacts } from '../../core/facts/types.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';

/** The sections that a document's type asks for; none where the type is not known. */
export function sectionsOf(facts: DocumentFacts, snapshot: WorkspaceSnapshot): readonly SectionState[] {
  const type = snapshot.types.get(facts.type ?? '');
  return type && type.sections.length > 0 ? sectionStates(facts, type, snapshot.frameworkOf(facts)) : [];
}

/** Whether a heading has nothing below it that says anything: those that hold only such headings need no finding of their own. */
export function isEmptySection(headings: DocumentFacts['headings'], index: number): boolean {
  const heading = headings[index];
  const next = headings[index + 1];
  return heading !== undefined && !heading.filled && heading.text !== '' && !(next && next.depth > heading.depth);
}

/** A section's name as it is compared: letter case and spaces make no difference. */
export function foldTitle(title: string): string {
  return title.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** How a gap is recorded, for the end of a message; empty where the section may not be left out. */
export function gapHint(section: SectionState): string {
  return section.gapAllowed
    ? ` If nothing is known, record that: an entry in “gaps” with “section: ${section.title}”, “about” and “because”.`
    : '';
}
