import { DEEPEST } from '../text/nesting.js';
import type { Value } from './value.js';

/**
 * Reads the plain YAML that nearly all front matter is made of: keys in letters, one-line texts, whole numbers, dates,
 * short lists, folded texts and nesting by indentation.
 *
 * The one YAML implementation decides what every text means; this only answers sooner where the answer is beyond
 * doubt, in about a tenth of the time. Whatever goes beyond the plain (a comment behind a value, a text that runs on
 * over several lines, an escape, a word that other tools coerce, a key that comes twice) is not for it: it gives the text back. A
 * property test holds the two together.
 * @returns undefined where the text is not plain
 */
export function readPlainYaml(text: string): Value | undefined {
  if (/[\t\r\u0085\u2028\u2029\uFEFF]/.test(text)) return undefined;
  const lines = new Lines(text);
  if (lines.done) return undefined;
  try {
    const value = lines.indent === 0 ? block(lines, 0) : undefined;
    return lines.done ? value : undefined;
  } catch (error) {
    if (error === NOT_PLAIN) return undefined;
    throw error;
  }
}

const NOT_PLAIN = new Error('not plain YAML');

const ENTRY = /^([A-Za-z][\w-]*):(?: +(\S.*))?$/;
/** A text that cannot be anything else: letters first, nothing that YAML gives a meaning. */
const TEXT = /^[A-Za-z\u00C0-\u024F“‘](?:[^:#]|:(?=\S))*$/;
/** A text that begins with a digit and goes on as no number does: “1 year”, “548–568”, “10.1080/10439463”. */
const DIGITS_AND_MORE = /^\d(?:[\w.,)-]*[/( –][\w.,()/ –-]*|\d*-\d+)$/;
const FLOW_TEXT = /^[A-Za-z\u00C0-\u024F][^:#,[\]{}]*$/;
const INTEGER = /^(?:0|[1-9]\d{0,14})$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const QUOTED = /^(?:"([^"\\]*)"|'([^']*)')$/;
/** What YAML or its older readers take for something other than text. */
const WORDS = /^(?:null|true|false|y|n|yes|no|on|off)$/i;

/** The lines of a text that say something, one after the other. */
class Lines {
  private readonly rows: readonly string[];
  private at = -1;
  /** The spaces before the current line's text. */
  indent = 0;
  /** The current line without them. */
  content = '';
  done = false;
  /** How many blocks are being read in one another. */
  depth = 0;

  constructor(text: string) {
    this.rows = text.split('\n');
    this.next();
  }

  next(): void {
    for (this.at++; this.at < this.rows.length; this.at++) {
      const row = this.rows[this.at] ?? '';
      let indent = 0;
      while (row.charCodeAt(indent) === 32) indent++;
      if (indent === row.length || row[indent] === '#') continue;
      this.set(indent, row.trimEnd().slice(indent));
      return;
    }
    this.done = true;
  }

  /** Goes on behind a list item's dash, as if what follows it stood on a line of its own. */
  enterItem(): void {
    const rest = this.content.slice(1);
    const content = rest.trimStart();
    this.set(this.indent + 1 + rest.length - content.length, content);
  }

  /** The text of a `>-` block below a key in column `parent`: its lines in one, as long as they are all alike. */
  folded(parent: number): string {
    const texts: string[] = [];
    let column = 0;
    for (this.at++; this.at < this.rows.length; this.at++) {
      const row = this.rows[this.at] ?? '';
      const indent = row.length - row.trimStart().length;
      if (row === '' ? this.endsBlock(parent) : indent <= parent && indent < row.length) break;
      column ||= indent;
      if (indent === row.length || indent !== column || row.endsWith(' ')) throw NOT_PLAIN;
      texts.push(row.slice(indent));
    }
    if (texts.length === 0) throw NOT_PLAIN;
    this.at--;
    this.next();
    return texts.join(' ');
  }

  /** Whether nothing but empty lines stands between the current row and the end of a block below column `parent`. */
  private endsBlock(parent: number): boolean {
    let at = this.at;
    while (at < this.rows.length && this.rows[at] === '') at++;
    const row = this.rows[at];
    return row === undefined || (row.trim() !== '' && row.length - row.trimStart().length <= parent);
  }

  private set(indent: number, content: string): void {
    this.indent = indent;
    this.content = content;
  }
}

function block(lines: Lines, indent: number): Value {
  if (++lines.depth > DEEPEST) throw NOT_PLAIN;
  const value = isItem(lines) ? sequence(lines, indent) : mapping(lines, indent);
  lines.depth--;
  return value;
}

function isItem(lines: Lines): boolean {
  return lines.content.startsWith('- ');
}

function mapping(lines: Lines, indent: number): Value {
  const value: Record<string, Value> = {};
  while (!lines.done && lines.indent === indent && !isItem(lines)) {
    const entry = ENTRY.exec(lines.content);
    const key = entry?.[1];
    if (key === undefined || WORDS.test(key) || Object.hasOwn(value, key)) throw NOT_PLAIN;
    const written = entry?.[2];
    if (written === '>-') {
      value[key] = lines.folded(indent);
      continue;
    }
    lines.next();
    value[key] = written === undefined ? nested(lines, indent) : scalar(written);
    if (written !== undefined && !lines.done && lines.indent > indent) throw NOT_PLAIN;
  }
  if (!lines.done && lines.indent > indent) throw NOT_PLAIN;
  return value;
}

/** What stands below a key: deeper, or a list in the key's own column. */
function nested(lines: Lines, indent: number): Value {
  if (lines.done || lines.indent < indent) return null;
  if (lines.indent === indent) return isItem(lines) ? sequence(lines, indent) : null;
  return block(lines, lines.indent);
}

function sequence(lines: Lines, indent: number): Value {
  const items: Value[] = [];
  while (!lines.done && lines.indent === indent && isItem(lines)) {
    lines.enterItem();
    if (isItem(lines)) throw NOT_PLAIN;
    if (ENTRY.test(lines.content)) {
      items.push(mapping(lines, lines.indent));
    } else {
      items.push(scalar(lines.content));
      lines.next();
    }
    if (!lines.done && lines.indent > indent) throw NOT_PLAIN;
  }
  return items;
}

function scalar(written: string): Value {
  if (written === 'true' || written === 'false') return written === 'true';
  if (TEXT.test(written) && !WORDS.test(written)) return written;
  if (INTEGER.test(written)) return Number(written);
  if (DATE.test(written) || DIGITS_AND_MORE.test(written)) return written;
  const quoted = QUOTED.exec(written);
  if (quoted) return quoted[1] ?? quoted[2] ?? '';
  if (written.startsWith('[') || written.startsWith('{')) return new Flow(written).read();
  throw NOT_PLAIN;
}

/** Reads `[…]` and `{…}` on one line. */
class Flow {
  private readonly tokens: readonly string[];
  private at = 0;

  constructor(written: string) {
    this.tokens = written.match(/[[\]{},]|: |\s+|"[^"\\]*"|'[^']*'|[^[\]{},:"'\s][^[\]{},:]*|./g) ?? [];
    if (this.tokens.filter((token) => token === '[' || token === '{').length > DEEPEST) throw NOT_PLAIN;
  }

  read(): Value {
    const value = this.value();
    if (this.at !== this.tokens.length) throw NOT_PLAIN;
    return value;
  }

  private value(): Value {
    const token = this.next();
    if (token === '[') return this.items(']', () => this.value());
    if (token === '{') return this.fields();
    if (INTEGER.test(token)) return Number(token);
    const quoted = QUOTED.exec(token);
    if (quoted) return quoted[1] ?? quoted[2] ?? '';
    if (!FLOW_TEXT.test(token) || WORDS.test(token)) throw NOT_PLAIN;
    return token;
  }

  private fields(): Value {
    const value: Record<string, Value> = {};
    this.items('}', () => {
      const key = this.next();
      if (!/^[A-Za-z][\w-]*$/.test(key) || WORDS.test(key) || Object.hasOwn(value, key) || this.tokens[this.at++] !== ': ') throw NOT_PLAIN;
      value[key] = this.value();
      return null;
    });
    return value;
  }

  private items(end: ']' | '}', read: () => Value): Value[] {
    const items: Value[] = [];
    this.space();
    if (this.tokens[this.at] === end) {
      this.at++;
      return items;
    }
    for (;;) {
      items.push(read());
      this.space();
      const token = this.tokens[this.at++];
      if (token === end) return items;
      if (token !== ',') throw NOT_PLAIN;
    }
  }

  private next(): string {
    this.space();
    return (this.tokens[this.at++] ?? '').trim();
  }

  private space(): void {
    if (this.tokens[this.at]?.trim() === '') this.at++;
  }
}
