import type { DocumentFacts } from '../core/facts/types.js';
import type { CalendarDate } from '../core/schema/dates.js';
import type { OffsetRange, TextEdit } from '../core/text/range.js';
import type { SourceText } from '../core/text/source-text.js';
import type { WorkspaceSnapshot } from '../core/workspace/snapshot.js';

/** A document as an editor has it, with the root that it stands in: what every language feature looks at. */
export interface LanguageDocument {
  /** From the guidance root. */
  readonly path: string;
  readonly source: SourceText;
  readonly facts: DocumentFacts;
  readonly snapshot: WorkspaceSnapshot;
  /** The day that reviews are judged by. */
  readonly today: CalendarDate;
}

/** A place in a file of the root. */
export interface Place {
  readonly path: string;
  readonly range: OffsetRange;
}

/** Gives the text of a file of the root as it is now: an open editor's wins over the disk's. */
export type SourceFor = (path: string) => SourceText | undefined;

/** A change of several files that is undone in one step. */
export interface WorkspaceChange {
  /** By path, as files are called before any of them is renamed. */
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
  readonly renames?: readonly { readonly from: string; readonly to: string }[];
  readonly creates?: readonly { readonly path: string; readonly text: string }[];
}
