/** A line of YAML taken apart: `  - domain: publics`. */
export interface YamlRow {
  /** The columns of its dashes. */
  readonly dashes: readonly number[];
  /** The column of what follows them. */
  readonly column: number;
  /** What follows them, without a comment and without spaces at its end. */
  readonly content: string;
  readonly key?: { readonly name: string; readonly length: number };
  /** The column of what stands behind the colon, and what it is. */
  readonly value?: { readonly column: number; readonly text: string };
}

const KEY = /^(?:"([^"]*)"|'([^']*)'|([^\s"'[\]{},#&*!|>%@`:-](?:[^:#]|:(?!\s|$))*?))[ \t]*:(?=[ \t]|$)/;

/** Takes a line apart. */
export function yamlRow(line: string): YamlRow {
  const dashes: number[] = [];
  let column = /^ */.exec(line)?.[0].length ?? 0;
  for (let dash = /^-(?:[ \t]+|$)/.exec(line.slice(column)); dash; dash = /^-(?:[ \t]+|$)/.exec(line.slice(column))) {
    dashes.push(column);
    column += dash[0].length;
  }
  const content = withoutComment(line.slice(column));
  const match = KEY.exec(content);
  if (!match) return { dashes, column, content };
  const name = match[1] ?? match[2] ?? match[3] ?? '';
  const length = match[0].slice(0, -1).trimEnd().length;
  const rest = content.slice(match[0].length);
  const text = rest.trimStart();
  const value = { column: column + content.length - text.length, text };
  return { dashes, column, content, key: { name, length }, value };
}

/** A stretch of a line up to its comment; a stroke within quotes or a word begins none. */
function withoutComment(text: string): string {
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    const begins = at === 0 || /[\s[{,]/.test(text[at - 1] ?? '');
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (begins && (character === '"' || character === "'")) quote = character;
    else if (begins && character === '#') return text.slice(0, at).trimEnd();
  }
  return text.trimEnd();
}

/** Whether a value announces a text of several lines: `>-` and its kin. */
export function opensBlockText(value: string): boolean {
  return /^[>|][-+\d]*$/.test(value);
}

/** A plain or quoted text without its quotes. */
export function unquoted(text: string): string {
  return /^(["']).*\1$/s.test(text) && text.length > 1 ? text.slice(1, -1) : text;
}
