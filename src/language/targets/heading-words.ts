import type { Heading } from '../../core/facts/types.js';
import type { OffsetRange } from '../../core/text/range.js';

/** Where the words of a heading are in a text: without the marks before and behind them, or the line below. */
export function headingWords({ start, end }: Heading, text: string): OffsetRange {
  const written = text.slice(start, end);
  const marks = /^#{1,6}(?:[ \t]+|$)/.exec(written)?.[0].length;
  const behind = marks === undefined ? /[ \t]*\r?\n[ \t]*(?:=+|-+)[ \t]*$/ : /(?:[ \t]+#+)?[ \t]*$/;
  const from = start + (marks ?? 0);
  const closing = behind.exec(written.slice(marks ?? 0))?.[0].length ?? 0;
  return { start: from, end: Math.max(from, end - closing) };
}
