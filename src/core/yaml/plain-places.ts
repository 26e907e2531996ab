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
  readonly below: Block;
}

/**
 * Where fields stand in a text that `readPlainYaml` has read, found by its lines alone.
 *
 * A report of a guidance folder points into most of its front matter: parsing all of it again, with positions, would
 * cost more than all the rest of a run. A property test holds the places to those of the YAML implementation.
 */
export class PlainPlaces {
  private readonly whole: Block;

  /** @param text one for which `readPlainYaml` gives a value */
  constructor(text: string) {
    const rows = rowsOf(text);
    this.whole = new Block(rows, 0, rows.length);
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
    const { first, last } = at.below;
    // A field without a value takes in the comments that follow it: the YAML implementation knows how far.
    if (!at.inline && last?.content.endsWith(':')) return undefined;
    return at.inline ?? (first && last && { start: first.start, end: last.end });
  }

  /** What a path leads to. */
  private find(path: FieldPath): Found | undefined {
    let at: Found | undefined = { key: undefined, inline: undefined, below: this.whole };
    for (const step of path) at = at?.inline ? undefined : at?.below.part(step);
    return at;
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

/** The lines of one value: those of a list, of a mapping, or none. */
class Block {
  readonly first: Row | undefined;
  readonly last: Row | undefined;
  /** What the block holds by key or position: found all at once, since findings come in numbers about the same block. */
  private parts: ReadonlyMap<string | number, Found> | undefined;

  /**
   * @param rows those of the whole text, of which `from` to `to` are the block's
   * @param first what to read in place of the row at `from`
   */
  constructor(
    private readonly rows: readonly Row[],
    private readonly from: number,
    private readonly to: number,
    first?: Row,
  ) {
    this.first = from < to ? (first ?? rows[from]) : undefined;
    this.last = from + 1 < to ? rows[to - 1] : this.first;
  }

  /** An entry of a mapping, or an item of a list. */
  part(step: string | number): Found | undefined {
    this.parts ??= this.split();
    return this.parts.get(step);
  }

  private split(): Map<string | number, Found> {
    const parts = new Map<string | number, Found>();
    const isList = this.first?.content.startsWith('- ');
    let row = this.first;
    for (let from = this.from; row; ) {
      let to = from + 1;
      while (to < this.to && !this.begins(this.rows[to], isList)) to++;
      if (isList) parts.set(parts.size, this.item(row, from, to));
      else parts.set(row.content.slice(0, row.content.indexOf(':')), this.entry(row, from, to));
      row = to < this.to ? this.rows[to] : undefined;
      from = to;
    }
    return parts;
  }

  /** Whether a row begins another part; a list may stand in its key's own column. */
  private begins(row: Row | undefined, isList: boolean | undefined): boolean {
    return row?.indent === this.first?.indent && row?.content.startsWith('- ') === isList;
  }

  private entry(row: Row, from: number, to: number): Found {
    const length = row.content.indexOf(':');
    const written = row.content.slice(length + 1).trimStart();
    const inline = written === '' ? undefined : { start: row.start + row.content.length - written.length, end: row.end };
    return { key: { start: row.start, end: row.start + length }, inline, below: new Block(this.rows, from + 1, to) };
  }

  /** As if what follows the item's dash stood on a line of its own. */
  private item(row: Row, from: number, to: number): Found {
    const content = row.content.slice(1).trimStart();
    const skipped = row.content.length - content.length;
    const first = { indent: row.indent + skipped, start: row.start + skipped, end: row.end, content };
    const isMapping = /^[A-Za-z][\w-]*:(?: |$)/.test(content);
    const inline = isMapping ? undefined : { start: first.start, end: first.end };
    return { key: undefined, inline, below: new Block(this.rows, from, to, first) };
  }
}
