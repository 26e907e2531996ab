import type { Nodes } from 'mdast';
import type { OffsetRange } from '../text/range.js';
import { type NodesByType, rangeOf } from './visit.js';

/** A run of text that is read in one go: a paragraph, a heading or a table cell, without code, markup or citations. */
export interface ProseBlock {
  readonly kind: 'paragraph' | 'heading' | 'tableCell';
  readonly text: string;
  /** The offset in the document of a place in `text`. */
  readonly offsetAt: (index: number) => number;
}

const BLOCKS = ['paragraph', 'heading', 'tableCell'] as const;
/** Citations and wiki links are not words of the sentence; spaces in their place keep every offset. */
const MARKUP = /\[[^[\]@]*@[^[\]]*\]|\[\[[^[\]]*\]\]/g;

/** The prose of a document, in order of kind and then of place. */
export function proseOf(text: string, nodes: NodesByType): ProseBlock[] {
  return BLOCKS.flatMap((kind) => nodes.of(kind).map((node) => block(kind, node, text)));
}

function block(kind: ProseBlock['kind'], node: Nodes, text: string): ProseBlock {
  const segments: OffsetRange[] = [];
  collect(node, segments);
  let prose = '';
  const starts: number[] = [];
  for (const segment of segments) {
    starts.push(prose.length);
    prose += text.slice(segment.start, segment.end);
  }
  if (prose.includes('[')) prose = prose.replace(MARKUP, (markup) => ' '.repeat(markup.length));
  return { kind, text: prose, offsetAt: (index) => offsetIn(segments, starts, index) };
}

function collect(node: Nodes, segments: OffsetRange[]): void {
  if (node.type === 'text') segments.push(rangeOf(node));
  else if (node.type === 'break') segments.push(rangeOf(node));
  else if ('children' in node) for (const child of node.children) collect(child, segments);
}

function offsetIn(segments: readonly OffsetRange[], starts: readonly number[], index: number): number {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return (segments[low]?.start ?? 0) + index - (starts[low] ?? 0);
}
