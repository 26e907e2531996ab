import type { TextEdit } from '../../core/text/range.js';

/** What kind of thing a completion offers. */
export type CompletionKind =
  | 'field'
  | 'value'
  | 'element'
  | 'document'
  | 'heading'
  | 'section'
  | 'source'
  | 'point'
  | 'term'
  | 'date'
  | 'template';

/** One thing that can be written at a place. */
export interface CompletionItem {
  /** What people choose by: titles before bare keys. */
  readonly label: string;
  readonly kind: CompletionKind;
  /** A few words beside the label. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** What is compared with what is written in `edit`’s range; the label where it is absent. */
  readonly filterText?: string;
  readonly sortText: string;
  readonly edit: TextEdit;
  /** Whether more can be completed where the edit ends: an editor may ask at once. */
  readonly asksOn?: true;
}

/** What can be written at a place. */
export interface CompletionList {
  readonly items: readonly CompletionItem[];
  /** Whether there is more than is shown: after the next letter an editor has to ask again. */
  readonly incomplete: boolean;
}

/** Nothing to offer. */
export const NOTHING: CompletionList = { items: [], incomplete: false };

/** A whole list. */
export function complete(items: readonly CompletionItem[]): CompletionList {
  return { items, incomplete: false };
}

/** A sort text for the place in a list, after what a prefix puts first. */
export function order(index: number, prefix = ''): string {
  return prefix + String(index).padStart(6, '0');
}
