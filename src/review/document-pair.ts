import type { DocumentFacts } from '../core/facts/types.js';
import type { Substance } from './substance.js';

/** A document at two revisions. */
export interface NamedPair {
  readonly then: DocumentFacts;
  readonly now: DocumentFacts;
  /** What the document is called in the middle of a sentence. */
  readonly name: string;
}

/** The same, with what it says to its readers at each. */
export interface DocumentPair extends NamedPair {
  readonly old: Substance;
  readonly fresh: Substance;
}
