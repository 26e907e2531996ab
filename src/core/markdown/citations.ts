import type { OffsetRange } from '../text/range.js';

/** One work cited in a text: `@key` inside the square brackets of a citation, with its locator. */
export interface Citation extends OffsetRange {
  /** The key of the source. */
  readonly source: string;
  /** What follows the key, as written: “point 12.2”, “pp. 3–4”. */
  readonly locator?: string;
  /** The numbers of the points that the locator names; ranges such as `12.2-12.4` are kept as they are. */
  readonly points: readonly string[];
  /** Where the key itself stands, without its `@`. */
  readonly key: OffsetRange;
}

/** Begins at no escaped bracket: each attempt ends where the next one begins, at the latest. */
const BRACKETS = /(?<!\\)\[[^[\]\\@]*(?:\\.[^[\]\\@]*)*@[^[\]\\]*(?:\\.[^[\]\\]*)*\]/g;
const KEY = /(?:^|[\s;[(-])-?@\{?([\p{L}\p{N}_](?:[\p{L}\p{N}_:.#$%&+?<>~/-]*[\p{L}\p{N}_/])?)\}?/u;
const POINTS = /\bpoints?\s+(.+)$/i;

/**
 * Finds Pandoc citations in a stretch of Markdown text: `[@key, point 1.2; see @other, p. 4]`.
 * @param text the source of one text node
 * @param base the offset of `text` in the document
 */
export function findCitations(text: string, base: number): Citation[] {
  if (!text.includes('@')) return [];
  const found: Citation[] = [];
  for (const match of text.matchAll(BRACKETS)) {
    if (text[match.index + match[0].length] === '(') continue;
    let at = match.index + 1;
    for (const item of match[0].slice(1, -1).split(';')) {
      const citation = citationIn(item, base + at);
      if (citation) found.push(citation);
      at += item.length + 1;
    }
  }
  return found;
}

function citationIn(item: string, base: number): Citation | undefined {
  const read = readOnce(item);
  if (!read) return undefined;
  const { source, locator, points } = read;
  const key = moved(read.key, base);
  const { start, end } = moved(read, base);
  return locator === undefined ? { source, points, key, start, end } : { source, locator, points, key, start, end };
}

function moved({ start, end }: OffsetRange, by: number): OffsetRange {
  return { start: start + by, end: end + by };
}

/** How many citations are kept as they were read, and how long they are at most. */
const MOST_KEPT = 500;
const LONGEST_KEPT = 100;
let kept = new Map<string, Citation | undefined>();

/** Reads a citation, whose places are then its own: few are written, again and again, in one document and in the next. */
function readOnce(item: string): Citation | undefined {
  if (item.length > LONGEST_KEPT) return read(item);
  if (!kept.has(item)) {
    if (kept.size === MOST_KEPT) kept = new Map();
    // A copy, letter by letter: a stretch of a text keeps the whole text alive.
    const copy = Array.from(item).join('');
    kept.set(copy, read(copy));
  }
  return kept.get(item);
}

function read(item: string): Citation | undefined {
  const match = KEY.exec(item);
  const source = match?.[1];
  if (!match || source === undefined) return undefined;
  const keyStart = match.index + match[0].lastIndexOf(source);
  const locator = item
    .slice(match.index + match[0].length)
    .replace(/^[,\s]+/, '')
    .replace(/\s+/g, ' ')
    .trim();
  const key = { start: keyStart, end: keyStart + source.length };
  const start = item.length - item.trimStart().length;
  const end = item.trimEnd().length;
  return locator === '' ? { source, points: [], key, start, end } : { source, locator, points: pointsOf(locator), key, start, end };
}

function pointsOf(locator: string): string[] {
  const list = POINTS.exec(locator)?.[1];
  if (!list) return [];
  return list
    .split(/\s*(?:,|&|\band\b)\s*/)
    .map((point) =>
      point
        .replace(/^points?\s+/i, '')
        .replace(/[–—]/g, '-')
        .replace(/\s/g, ''),
    )
    .filter((point) => point !== '');
}

/**
 * Spells out the numbers of points against those that a source has: `12.2-12.4` becomes `12.2`, `12.3`, `12.4`.
 * A number that the source does not have is kept, so that somebody can report it.
 */
export function expandPoints(cited: readonly string[], known: readonly string[]): string[] {
  return cited.flatMap((point) => {
    const [first, last] = point.split('-');
    const from = known.indexOf(first ?? '');
    const to = known.indexOf(last ?? '');
    if (last === undefined || known.includes(point)) return [point];
    return from >= 0 && to >= from ? known.slice(from, to + 1) : [point];
  });
}
