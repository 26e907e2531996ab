import { isSectionOf, isSettled, partStates, sectionKey, sectionStates } from '../core/coverage/section-states.js';
import type { DocumentFacts } from '../core/facts/types.js';
import type { WorkspaceSnapshot } from '../core/workspace/snapshot.js';
import { subjectElement } from '../core/workspace/subjects.js';

/** A section that a document is asked for, by its type or for a part of its criterion. */
export interface AskedSection {
  /** Whether a heading is the one of that section. */
  readonly isNamed: (title: string) => boolean;
  /** Whether the document has it, or records its gap where that will do. */
  readonly isMet: boolean;
}

/** The sections that coverage asks of a document. */
export function askedSections(facts: DocumentFacts, snapshot: WorkspaceSnapshot): AskedSection[] {
  const type = snapshot.types.get(facts.type ?? '');
  const element = subjectElement(facts, snapshot);
  const required = type ? sectionStates(facts, type, snapshot.frameworkOf(facts)).filter((section) => section.required) : [];
  return [
    ...required.map((section) => ({
      isNamed: (title: string) => sectionKey(title) === sectionKey(section.title),
      isMet: isSettled(section),
    })),
    ...(element ? partStates(facts, element) : []).map((part) => ({
      isNamed: (title: string) => isSectionOf(part, title),
      isMet: part.filled,
    })),
  ];
}
