/** A piece of a snippet's body, as VS Code's snippet grammar has it. */
export type SnippetNode =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'stop';
      readonly number: number;
      readonly content?: readonly SnippetNode[];
      readonly choices?: readonly string[];
      readonly transform?: Transform;
    }
  | { readonly kind: 'variable'; readonly name: string; readonly content?: readonly SnippetNode[]; readonly transform?: Transform };

/** `/regex/format/options` after a tab stop's number or a variable's name. */
export interface Transform {
  readonly pattern: RegExp;
  readonly format: string;
}

/** Where in a body a reader of it stands. */
interface Cursor {
  readonly body: string;
  at: number;
}

/**
 * Reads the body of a VS Code snippet.
 *
 * VS Code inserts what it cannot read as it is. Here it is an error: in a snippet of ours it is a mistake.
 */
export function parseSnippet(body: string): SnippetNode[] {
  return readNodes({ body, at: 0 }, false);
}

/** The texts and stops up to the end, or up to the brace that closes a placeholder. */
function readNodes(cursor: Cursor, inside: boolean): SnippetNode[] {
  const nodes: SnippetNode[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') nodes.push({ kind: 'text', text });
    text = '';
  };
  for (;;) {
    const character = cursor.body[cursor.at];
    if (character === undefined) {
      if (inside) throw problem(cursor, 'a placeholder has no closing brace');
      flush();
      return nodes;
    }
    if (inside && character === '}') {
      cursor.at++;
      flush();
      return nodes;
    }
    if (character === '$') {
      flush();
      nodes.push(readDollar(cursor));
    } else {
      text += readCharacter(cursor, '$}\\');
    }
  }
}

/** One character of text; a backslash is taken off the characters that it escapes. */
function readCharacter(cursor: Cursor, escapable: string): string {
  const next = cursor.body[cursor.at + 1];
  const escaped = cursor.body[cursor.at] === '\\' && next !== undefined && escapable.includes(next);
  const character = cursor.body[cursor.at + (escaped ? 1 : 0)] ?? '';
  cursor.at += escaped ? 2 : 1;
  return character;
}

function readDollar(cursor: Cursor): SnippetNode {
  const simple = take(cursor, /\$(?:(\d+)|([A-Za-z_]\w*))/y);
  if (simple) return named(simple[1], simple[2]);
  const open = take(cursor, /\$\{(?:(\d+)|([A-Za-z_]\w*))/y);
  if (!open) throw problem(cursor, 'a dollar sign stands for nothing; escape it with a backslash');
  const node = named(open[1], open[2]);
  const sign = cursor.body[cursor.at++];
  if (sign === '}') return node;
  if (sign === ':') return { ...node, content: readNodes(cursor, true) };
  if (sign === '|' && node.kind === 'stop') return { ...node, choices: readChoices(cursor) };
  if (sign === '/') return { ...node, transform: readTransform(cursor) };
  throw problem(cursor, `“${sign ?? 'nothing'}” cannot follow the name of a stop or variable`);
}

function named(number: string | undefined, name: string | undefined): Exclude<SnippetNode, { kind: 'text' }> {
  return number === undefined ? { kind: 'variable', name: name ?? '' } : { kind: 'stop', number: Number(number) };
}

function readChoices(cursor: Cursor): string[] {
  const choices = [''];
  while (cursor.at < cursor.body.length) {
    const character = cursor.body[cursor.at];
    if (character === '|') {
      if (!take(cursor, /\|\}/y)) throw problem(cursor, 'a choice ends with “|}”');
      return choices;
    }
    if (character === ',') {
      choices.push('');
      cursor.at++;
    } else {
      choices[choices.length - 1] += readCharacter(cursor, ',|\\');
    }
  }
  throw problem(cursor, 'a choice has no end');
}

function readTransform(cursor: Cursor): Transform {
  const match = take(cursor, /((?:[^\\/]|\\[\s\S])*)\/((?:[^\\/$]|\\[\s\S]|\$\{[^}]*\}|\$\d+)*)\/([a-z]*)\}/y);
  if (!match) throw problem(cursor, 'a transform has the form /pattern/format/options');
  const [, pattern = '', format = '', options = ''] = match;
  return { pattern: new RegExp(pattern.replaceAll('\\/', '/'), options), format: format.replace(/\\([\\/$}])/g, '$1') };
}

function take(cursor: Cursor, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = cursor.at;
  const match = pattern.exec(cursor.body);
  if (match) cursor.at += match[0].length;
  return match ?? undefined;
}

function problem(cursor: Cursor, what: string): Error {
  return new Error(`${what} (at “${cursor.body.slice(Math.max(0, cursor.at - 20), cursor.at + 10)}”)`);
}
