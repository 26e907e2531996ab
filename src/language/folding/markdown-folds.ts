import { type Line, linesOf } from '../fields/lines.js';
import { type FoldingRange, Indentation } from './folding-range.js';

const FENCE = /^[ \t]*(`{3,}|~{3,})/;
const ITEM = /^([ \t]*)(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;

/** Code blocks, comments, and the items of lists with what is beneath them. */
export function foldMarkdown(text: string, from: number): FoldingRange[] {
  const reader = new MarkdownFolds();
  for (const line of linesOf(text, from, text.length)) reader.take(line);
  return reader.finish();
}

class MarkdownFolds {
  private readonly lists = new Indentation();
  private readonly found: FoldingRange[] = [];
  /** The code block or comment that a line is in. */
  private inside: { readonly start: number; readonly kind: 'block' | 'comment'; readonly ends: (line: string) => boolean } | undefined;

  take(line: Line): void {
    if (this.inside) this.within(line);
    else if (line.text.trim() !== '') this.outside(line);
  }

  finish(): FoldingRange[] {
    this.lists.close(-1);
    return [...this.found, ...this.lists.folds];
  }

  private within(line: Line): void {
    if (this.inside?.ends(line.text)) {
      this.found.push({ start: this.inside.start, end: line.end, kind: this.inside.kind });
      this.inside = undefined;
    }
    this.lists.take(line.end);
  }

  private outside({ text, start, end }: Line): void {
    const item = ITEM.exec(text);
    const column = item ? (item[1] ?? '').length : text.length - text.trimStart().length;
    this.lists.close(column);
    if (item) this.lists.begin(column, start);
    this.lists.take(end);
    const mark = FENCE.exec(text)?.[1];
    if (mark !== undefined)
      this.inside = { start, kind: 'block', ends: (line) => line.trim().startsWith(mark) && /^(`+|~+)$/.test(line.trim()) };
    else if (/^ {0,3}<!--/.test(text) && !text.includes('-->'))
      this.inside = { start, kind: 'comment', ends: (line) => line.includes('-->') };
  }
}
