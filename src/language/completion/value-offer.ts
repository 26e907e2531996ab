import type { DocumentFacts } from '../../core/facts/types.js';
import type { FieldPath, Value } from '../../core/yaml/value.js';
import type { LanguageDocument } from '../language-document.js';
import type { CompletionKind } from './completion-item.js';

/** A value that a field can have. */
export interface ValueOffer {
  readonly value: Value;
  readonly kind: CompletionKind;
  readonly label: string;
  readonly detail?: string;
  /** Markdown. Made when it is shown: most offers never are. */
  readonly documentation?: () => string;
  /** What it can be found by. */
  readonly names: string;
}

/** Where a value is to stand. */
export interface ValuePlace {
  readonly document: LanguageDocument;
  /** Its facts, with the plain fields of front matter that cannot be read as a whole. */
  readonly facts: DocumentFacts;
  readonly path: FieldPath;
}
