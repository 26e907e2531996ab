import type { OffsetRange } from '../../core/text/range.js';

/** One line of a stretch of YAML: offsets are those of the file, the line ending is left out. */
export interface YamlLine extends OffsetRange {
  readonly text: string;
  /** The column of its first word, from 0. */
  readonly indent: number;
}

/** A line of the form `name: value`, with or without the dash of a list before it. */
export interface FieldLine {
  readonly name: string;
  /** The offset of the value in the file. */
  readonly valueStart: number;
  /** The value as written, without a comment behind it. */
  readonly value: string;
}

/** The lines of a stretch of YAML. */
export class YamlLines {
  readonly lines: readonly YamlLine[];

  constructor(text: string, range: OffsetRange) {
    const lines: YamlLine[] = [];
    for (let start = range.start; start < range.end; ) {
      const feed = text.indexOf('\n', start);
      const end = feed < 0 || feed > range.end ? range.end : feed;
      const line = text.slice(start, end).replace(/\r$/, '');
      lines.push({ start, end: start + line.length, text: line, indent: line.length - line.trimStart().length });
      start = end + 1;
    }
    this.lines = lines;
  }

  /** The index of the line that holds an offset, or of the last one that says anything before it. */
  indexAt(offset: number): number {
    let low = 0;
    let high = this.lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.lines[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    while (low > 0 && this.lines[low]?.text.trim() === '') low--;
    return low;
  }

  /** The next line that says anything. */
  after(index: number): YamlLine | undefined {
    return this.lines.slice(index + 1, index + 50).find((line) => line.text.trim() !== '');
  }
}

const FIELD = /^([ ]*(?:-[ ]+)*)([A-Za-z_][\w-]*):[ \t]+(\S.*)$/;

/** What a line says as a field; undefined where it is none. */
export function fieldLine(line: YamlLine): FieldLine | undefined {
  const match = FIELD.exec(line.text);
  if (!match) return undefined;
  const raw = match[3] ?? '';
  const value = (/^["']/.test(raw) ? raw : (raw.split(/\s#/, 1)[0] ?? '')).trimEnd();
  return { name: match[2] ?? '', valueStart: line.start + line.text.length - raw.length, value };
}
