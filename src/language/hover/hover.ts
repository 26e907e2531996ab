import type { OffsetRange } from '../../core/text/range.js';

/** What is said of a place when somebody points at it. */
export interface Hover {
  /** What it is said of. */
  readonly range: OffsetRange;
  /** Markdown in which nothing of the root's texts has a meaning. */
  readonly contents: string;
}
