import { decodeString } from 'micromark-util-decode-string';

/** A stretch of a text's source as a reader sees it: without escapes, references and what begins the lines of a quotation. */
export function readable(source: string): string {
  const lines = /[\r\n]/.test(source) ? withoutMargins(source.split(/\r\n|\n|\r/)) : source;
  return /[\\&]/.test(lines) ? decodeString(lines) : lines;
}

function withoutMargins(lines: readonly string[]): string {
  const begun = lines.map((line, index) => (index === 0 ? line : line.replace(/^[ \t>]+/, '')));
  return begun.map((line, index) => (index === lines.length - 1 ? line : line.trimEnd())).join('\n');
}
