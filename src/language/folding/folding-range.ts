import type { OffsetRange } from '../../core/text/range.js';

/** A stretch of several lines that an editor can show as its first. */
export interface FoldingRange extends OffsetRange {
  readonly kind: 'front-matter' | 'section' | 'block' | 'comment';
}

/** Lines that hold the deeper ones that follow them, as they are met one by one. */
export class Indentation {
  readonly folds: FoldingRange[] = [];
  private readonly open: { readonly column: number; readonly start: number }[] = [];
  private end = 0;

  /** Ends what is as deep as a line or deeper. */
  close(column: number): void {
    for (let last = this.open[this.open.length - 1]; last && last.column >= column; last = this.open[this.open.length - 1]) {
      this.open.pop();
      this.folds.push({ start: last.start, end: this.end, kind: 'block' });
    }
  }

  /** Begins something at a line. */
  begin(column: number, start: number): void {
    this.open.push({ column, start });
  }

  /** Takes a line in: what is open holds it. */
  take(end: number): void {
    this.end = end;
  }
}
