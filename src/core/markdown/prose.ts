import type { Nodes } from 'mdast';
import type { OffsetRange } from '../text/range.js';
import { type NodesByType, rangeOf } from './visit.js';

/** A run of text that is read in one go: a paragraph, a heading or a table cell, without code, markup or citations. */
export interface ProseBlock {
  readonly kind: 'paragraph' | 'heading' | 'tableCell';
  readonly text: string;
  /** Where it stands in the text of all the document's prose. */
  readonly start: number;
  readonly end: number;
  /** The offset in the document of a place in `text`. */
  offsetAt(index: number): number;
}

/** The prose of a document: its blocks, in order of kind and then of place, and all of them in one text. */
export interface Prose {
  /**
   * All blocks, parted by a character that no text holds. One text in one piece is read several times faster than
   * many that are put together from others.
   */
  readonly text: string;
  readonly blocks: readonly ProseBlock[];
}

const BLOCKS = ['paragraph', 'heading', 'tableCell'] as const;
const PARTING = '\0';
/** Citations and wiki links are not words of the sentence; spaces in their place keep every offset. */
const MARKUP = /\[[^[\]@\0]*@[^[\]\0]*\]|\[\[[^[\]\0]*\]\]/g;

/** The prose of a document. */
export function proseOf(text: string, nodes: NodesByType): Prose {
  const pieces: string[] = [];
  const found: { kind: ProseBlock['kind']; start: number; end: number; segments: Segments }[] = [];
  let length = 0;
  for (const kind of BLOCKS) {
    for (const node of nodes.of(kind)) {
      const segments = new Segments();
      collect(node, segments);
      const end = length + segments.cut(text, pieces);
      found.push({ kind, start: length, end, segments });
      pieces.push(PARTING);
      length = end + PARTING.length;
    }
  }
  let prose = pieces.join('');
  if (prose.includes('[')) prose = prose.replace(MARKUP, (markup) => ' '.repeat(markup.length));
  return { text: prose, blocks: found.map(({ kind, start, end, segments }) => new Block(kind, start, end, prose, segments)) };
}

/** The block at a place in the text of all prose. */
export function blockAt(prose: Prose, index: number): ProseBlock | undefined {
  let low = 0;
  let high = prose.blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((prose.blocks[middle]?.start ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return prose.blocks[low];
}

class Block implements ProseBlock {
  constructor(
    readonly kind: ProseBlock['kind'],
    readonly start: number,
    readonly end: number,
    private readonly all: string,
    private readonly segments: Segments,
  ) {}

  get text(): string {
    return this.all.slice(this.start, this.end);
  }

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

  /** Adds the stretches to the pieces of a text, and says how long they are. */
  cut(document: string, pieces: string[]): number {
    let length = 0;
    for (let index = 0; index < this.starts.length; index++) {
      const piece = document.slice(this.starts[index], this.ends[index]);
      pieces.push(piece);
      length += piece.length;
    }
    return length;
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
