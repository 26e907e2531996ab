import { columnsOf } from './columns.js';

/** A text in lines of at most `width` columns, broken between words; a word that is longer has a line of its own. */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, width));
}

function wrapLine(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let columns = 0;
  for (const word of text.split(' ')) {
    const size = columnsOf(word);
    if (line !== '' && columns + 1 + size > width) {
      lines.push(line);
      line = word;
      columns = size;
    } else {
      columns += line === '' ? size : size + 1;
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** A text in lines behind a head, all but the first pushed in: by as much as the head takes, or by `indent`. */
export function hanging(head: string, text: string, width: number, indent = ' '.repeat(columnsOf(head))): string {
  const room = Math.max(20, width - indent.length);
  // The head stands for a word that is as long, so that the first line is broken where it has to be.
  const first = '\u00A0'.repeat(Math.max(0, columnsOf(head) - indent.length));
  const [begun = '', ...rest] = wrap(first + text, room);
  return [head + begun.slice(first.length), ...rest.map((line) => indent + line)].join('\n');
}

/** A text on one line, cut between words where it is too long. */
export function shorten(text: string, width: number): string {
  if (columnsOf(text) <= width) return text;
  const indent = /^\s*/.exec(text)?.[0] ?? '';
  const [first = ''] = wrapLine(text.slice(indent.length), width - indent.length - 2);
  return `${indent}${first} …`;
}
