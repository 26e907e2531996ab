import type { OffsetRange } from '../text/range.js';
import type { FieldPart } from './locate-yaml.js';
import type { FieldPath } from './value.js';

/** A line that says something: where its text begins and ends, and in which column. */
interface Row {
  readonly indent: number;
  readonly start: number;
  /** The end of what it holds: for a folded text that of the last line of it. */
  readonly end: number;
  readonly content: string;
}

/** What a path has led to: a value in its line, or the lines below. */
interface Found {
  readonly key: OffsetRange | undefined;
  readonly inline: OffsetRange | undefined;
  readonly rows: readonly Row[];
}

/**
 * Where fields stand in a text that `readPlainYaml` has read, found by its lines alone.
 *
 * A report of a guidance folder points into most of its front matter: parsing all of it again, with positions, would
 * cost more than all the rest of a run. A property test holds the places to those of the YAML implementation.
 */
export class PlainPlaces {
  private readonly rows: readonly Row[];
  private readonly found = new Map<string, Found | undefined>();

  /** @param text one for which `readPlainYaml` gives a value */
  constructor(text: string) {
    this.rows = rowsOf(text);
  }

  /**
   * The place of a field's key or value.
   * @returns undefined where only the YAML implementation can tell: inside `[…]`, for an absent field, for no value
   */
  locate(path: FieldPath, part: FieldPart): OffsetRange | undefined {
    if (part === 'entry' || path.length === 0) return undefined;
    const at = this.find(path);
    if (!at) return undefined;
    if (part === 'key') return at.key;
    const first = at.rows[0];
    const last = at.rows[at.rows.length - 1];
    // A field without a value takes in the comments that follow it: the YAML implementation knows how far.
    if (!at.inline && last?.content.endsWith(':')) return undefined;
    return at.inline ?? (first && last && { start: first.start, end: last.end });
  }

  /** What a path leads to. Kept, since findings come in numbers below the same few fields. */
  private find(path: FieldPath): Found | undefined {
    if (path.length === 0) return { key: undefined, inline: undefined, rows: this.rows };
    const name = path.join('\n');
    if (!this.found.has(name)) {
      const above = this.find(path.slice(0, -1));
      const step = path[path.length - 1];
      const below = !above || above.inline ? undefined : typeof step === 'number' ? itemOf(above.rows, step) : entryOf(above.rows, String(step));
      this.found.set(name, below);
    }
    return this.found.get(name);
  }
}

function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  let folded = -1;
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start);
    const lineEnd = newline < 0 ? text.length : newline;
    const line = text.slice(start, lineEnd).trimEnd();
    const indent = line.length - line.trimStart().length;
    const last = rows[rows.length - 1];
    if (folded >= 0 && last && line !== '' && indent > folded) {
      rows[rows.length - 1] = { ...last, end: start + line.length };
    } else if (line !== '' && line[indent] !== '#') {
      const content = line.slice(indent);
      rows.push({ indent, start: start + indent, end: start + line.length, content });
      folded = content.endsWith(': >-') ? indent + (/^- +/.exec(content)?.[0].length ?? 0) : -1;
    }
    start = lineEnd + 1;
  }
  return rows;
}

/** The entry of a key in the mapping that the rows begin with. */
function entryOf(rows: readonly Row[], key: string): Found | undefined {
  const column = rows[0]?.indent;
  const index = rows.findIndex((row) => row.indent === column && row.content.startsWith(`${key}:`));
  const row = rows[index];
  if (!row || column === undefined) return undefined;
  const below = rows.slice(index + 1);
  // A list may stand in its key's own column.
  const end = below.findIndex((next) => next.indent < column || (next.indent === column && !next.content.startsWith('- ')));
  const written = row.content.slice(key.length + 1).trimStart();
  const inline = written === '' ? undefined : { start: row.start + row.content.length - written.length, end: row.end };
  return { key: { start: row.start, end: row.start + key.length }, inline, rows: end < 0 ? below : below.slice(0, end) };
}

/** An item of the list that the rows begin with, as if what follows its dash stood on a line of its own. */
function itemOf(rows: readonly Row[], position: number): Found | undefined {
  const column = rows[0]?.indent;
  const dashes = rows.flatMap((row, index) => (row.indent === column && row.content.startsWith('- ') ? [index] : []));
  const index = dashes[position];
  const row = index === undefined ? undefined : rows[index];
  if (!row || index === undefined) return undefined;
  const content = row.content.slice(1).trimStart();
  const skipped = row.content.length - content.length;
  const first = { indent: row.indent + skipped, start: row.start + skipped, end: row.end, content };
  const isMapping = /^[A-Za-z][\w-]*:(?: |$)/.test(content);
  const inline = isMapping ? undefined : { start: first.start, end: first.end };
  return { key: undefined, inline, rows: [first, ...rows.slice(index + 1, dashes[position + 1])] };
}
