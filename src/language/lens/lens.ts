import type { OffsetRange } from '../../core/text/range.js';

/** A line above a place in a text that says something about it. */
export interface Lens {
  readonly range: OffsetRange;
  readonly title: string;
  /** What an editor can show when it is chosen: the references to what begins at `range`. */
  readonly shows?: 'references';
}
