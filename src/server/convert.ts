import type { Position, TextEdit as ProtocolEdit, Range } from 'vscode-languageserver';
import type { OffsetRange, TextEdit } from '../core/text/range.js';
import type { SourceText } from '../core/text/source-text.js';

/** What the characters of a line are counted in. */
export type Encoding = 'utf-16' | 'utf-8';

/** Converts between offsets of a text and the protocol's lines and characters, in the encoding that was agreed on. */
export class Positions {
  constructor(readonly encoding: Encoding = 'utf-16') {}

  /** The place of an offset. */
  position(source: SourceText, offset: number): Position {
    const { line, column } = source.positionAt(offset);
    const units = column - 1;
    return { line: line - 1, character: this.encoding === 'utf-16' ? units : bytesIn(source.line(line).slice(0, units)) };
  }

  range(source: SourceText, { start, end }: OffsetRange): Range {
    return { start: this.position(source, start), end: this.position(source, end) };
  }

  /** The offset of a place; one that is outside the text is brought to the end of its line, or of the text. */
  offset(source: SourceText, { line, character }: Position): number {
    const text = source.line(line + 1);
    const units = this.encoding === 'utf-16' ? character : unitsIn(text, character);
    return source.lineStart(line + 1) + Math.min(Math.max(0, units), text.length);
  }

  /** The offsets of a range. */
  offsets(source: SourceText, { start, end }: Range): OffsetRange {
    return { start: this.offset(source, start), end: this.offset(source, end) };
  }

  edit(source: SourceText, { text, ...range }: TextEdit): ProtocolEdit {
    return { range: this.range(source, range), newText: text };
  }

  /** A line and column of the engine, both from 1, as a place. */
  place(source: SourceText | undefined, line: number, column: number): Position {
    const units = column - 1;
    const character = this.encoding === 'utf-16' || !source ? units : bytesIn(source.line(line).slice(0, units));
    return { line: line - 1, character };
  }
}

/** How many bytes a text has in UTF-8. */
function bytesIn(text: string): number {
  let bytes = 0;
  for (const character of text) bytes += sizeOf(character.codePointAt(0) ?? 0);
  return bytes;
}

/** How many UTF-16 units of a text make up a number of bytes in UTF-8; never half a character. */
function unitsIn(text: string, bytes: number): number {
  let units = 0;
  let left = bytes;
  for (const character of text) {
    left -= sizeOf(character.codePointAt(0) ?? 0);
    if (left < 0) break;
    units += character.length;
  }
  return units;
}

function sizeOf(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
