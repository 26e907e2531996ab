import type { OffsetRange } from '../text/range.js';
import { type NodesByType, rangeOf } from './visit.js';

/** Something in brackets that would cite a work if it were written otherwise: `[key, point 1.2]`, `(@key, point 1.2)`. */
export interface NearCitation extends OffsetRange {
  readonly key: string;
  /** What follows the key, as written; empty where nothing does. */
  readonly locator: string;
}

/** A key alone in square brackets is often something else: it holds a hyphen or a digit, as keys do. */
const NO_SIGN = /(?<![\\\w\]])\[(?=[^\]\s,]{0,80}[-\d])([\p{L}_][\p{L}\p{N}_:.-]{1,80})(?:,([^[\]@]{1,200}))?\](?![[(:])/gu;
const ROUND = /\(\s*@([\p{L}\p{N}_][\p{L}\p{N}_:.-]{1,80})(?:,([^()[\]@]{1,200}))?\)/gu;

/** Finds what looks like a citation and is none, in the order of the text. Whether the keys are any is for others to know. */
export function nearCitations(text: string, nodes: NodesByType): NearCitation[] {
  const found: NearCitation[] = [];
  for (const node of nodes.of('text')) {
    const { start: base, end } = rangeOf(node);
    const source = text.slice(base, end);
    if (!source.includes('[') && !source.includes('(@')) continue;
    for (const pattern of [NO_SIGN, ROUND]) {
      // Most of what stands in brackets is a citation: to go through matches costs more than to see that there are none.
      if (source.search(pattern) < 0) continue;
      for (const match of source.matchAll(pattern)) {
        const start = base + match.index;
        found.push({ key: match[1] ?? '', locator: (match[2] ?? '').replace(/\s+/g, ' ').trim(), start, end: start + match[0].length });
      }
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
