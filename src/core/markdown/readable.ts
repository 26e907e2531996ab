import { decodeString } from 'micromark-util-decode-string';

/** The end of a line in the source of a text, with what its container puts before the next one. */
const LINE_END = /(?:\r\n|\n|\r)[ \t>]*/g;

/** A stretch of a text's source as a reader sees it: without escapes, references and what begins the lines of a quotation. */
export function readable(source: string): string {
  const lines = source.includes('\n') || source.includes('\r') ? source.replace(LINE_END, '\n') : source;
  return lines.includes('\\') || lines.includes('&') ? decodeString(lines) : lines;
}
