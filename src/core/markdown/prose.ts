import type { Nodes } from 'mdast';
import type { NodesByType } from './visit.js';

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
/** Stands between two blocks, and in none. */
export const PARTING = '\0';
/** What Markdown has in the place of that character. */
const REPLACEMENT = '\uFFFD';
/** Citations and wiki links are not words of the sentence; spaces in their place keep every offset. */
const MARKUP = /\[[^[\]@\0]*@[^[\]\0]*\]|\[\[[^[\]\0]*\]\]/g;

/** The prose of a document. */
export function proseOf(text: string, nodes: NodesByType): Prose {
  const prose = new DocumentProse();
  const source = text.includes(PARTING) ? text.replaceAll(PARTING, REPLACEMENT) : text;
  for (const kind of BLOCKS) for (const node of nodes.of(kind)) prose.add(kind, node, source);
  prose.finish();
  return prose;
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

/** Put together block by block: thousands of them for a long document with each letter that is typed, so they share their lists. */
class DocumentProse implements Prose {
  text = '';
  readonly blocks: Block[] = [];
  /** Where the stretches of the document stand that the blocks are put together from. */
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  private readonly pieces: string[] = [];
  private length = 0;

  add(kind: ProseBlock['kind'], node: Nodes, source: string): void {
    const { starts, ends, pieces, length: start } = this;
    const first = starts.length;
    this.collect(node, first);
    for (let index = first; index < starts.length; index++) {
      const piece = source.slice(starts[index], ends[index]);
      pieces.push(piece);
      this.length += piece.length;
    }
    this.blocks.push(new Block(kind, start, this.length, this, first, starts.length));
    pieces.push(PARTING);
    this.length += PARTING.length;
  }

  /** Puts the text together, once all blocks are there. */
  finish(): void {
    const text = this.pieces.join('');
    this.pieces.length = 0;
    this.text = text.includes('[') ? text.replace(MARKUP, (markup) => ' '.repeat(markup.length)) : text;
  }

  private collect(node: Nodes, first: number): void {
    if (node.type === 'text' || node.type === 'break')
      this.addStretch(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0, first);
    else if ('children' in node) for (const child of node.children) this.collect(child, first);
  }

  private addStretch(start: number, end: number, first: number): void {
    const { starts, ends } = this;
    const last = ends.length - 1;
    // What stands side by side is one stretch: most paragraphs are a single one.
    if (last >= first && ends[last] === start) ends[last] = end;
    else {
      starts.push(start);
      ends.push(end);
    }
  }
}

class Block implements ProseBlock {
  constructor(
    readonly kind: ProseBlock['kind'],
    readonly start: number,
    readonly end: number,
    private readonly prose: DocumentProse,
    /** Which of the stretches are its own: from one, and up to another. */
    private readonly first: number,
    private readonly after: number,
  ) {}

  get text(): string {
    return this.prose.text.slice(this.start, this.end);
  }

  offsetAt(index: number): number {
    const { starts, ends } = this.prose;
    let before = 0;
    for (let stretch = this.first; stretch < this.after; stretch++) {
      const start = starts[stretch] ?? 0;
      const length = (ends[stretch] ?? 0) - start;
      if (index < before + length || stretch === this.after - 1) return start + index - before;
      before += length;
    }
    return 0;
  }
}
