import type { Nodes } from 'mdast';
import type { OffsetRange } from '../text/range.js';
import { type NodesByType, rangeOf } from './visit.js';

/** A run of text that is read in one go: a paragraph, a heading or a table cell, without code, markup or citations. */
export interface ProseBlock {
  readonly kind: 'paragraph' | 'heading' | 'tableCell';
  readonly text: string;
  /** The offset in the document of a place in `text`. */
  offsetAt(index: number): number;
}

const BLOCKS = ['paragraph', 'heading', 'tableCell'] as const;
/** Citations and wiki links are not words of the sentence; spaces in their place keep every offset. */
const MARKUP = /\[[^[\]@]*@[^[\]]*\]|\[\[[^[\]]*\]\]/g;

/** The prose of a document, in order of kind and then of place. */
export function proseOf(text: string, nodes: NodesByType): ProseBlock[] {
  return BLOCKS.flatMap((kind) => nodes.of(kind).map((node) => block(kind, node, text)));
}

function block(kind: ProseBlock['kind'], node: Nodes, text: string): ProseBlock {
  const segments = new Segments();
  collect(node, segments);
  let prose = segments.textFrom(text);
  if (prose.includes('[')) prose = prose.replace(MARKUP, (markup) => ' '.repeat(markup.length));
  return new Block(kind, prose, segments);
}

class Block implements ProseBlock {
  constructor(
    readonly kind: ProseBlock['kind'],
    readonly text: string,
    private readonly segments: Segments,
  ) {}

  offsetAt(index: number): number {
    return this.segments.offsetAt(index);
  }
}

/** The stretches of a document that a run of prose is put together from. */
class Segments {
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  add(range: OffsetRange): void {
    const last = this.ends.length - 1;
    // What stands side by side is one stretch: most paragraphs are a single one.
    if (this.ends[last] === range.start) this.ends[last] = range.end;
    else {
      this.starts.push(range.start);
      this.ends.push(range.end);
    }
  }

  textFrom(document: string): string {
    let text = '';
    for (let index = 0; index < this.starts.length; index++) text += document.slice(this.starts[index], this.ends[index]);
    return text;
  }

  offsetAt(index: number): number {
    let before = 0;
    for (let segment = 0; segment < this.starts.length; segment++) {
      const start = this.starts[segment] ?? 0;
      const length = (this.ends[segment] ?? 0) - start;
      if (index < before + length || segment === this.starts.length - 1) return start + index - before;
      before += length;
    }
    return 0;
  }
}

function collect(node: Nodes, segments: Segments): void {
  if (node.type === 'text' || node.type === 'break') segments.add(rangeOf(node));
  else if ('children' in node) for (const child of node.children) collect(child, segments);
}
