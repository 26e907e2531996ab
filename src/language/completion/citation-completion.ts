import type { Source, SourcePoint } from '../../core/model/sources.js';
import type { OffsetRange } from '../../core/text/range.js';
import { describePoint, labelOf } from '../descriptions/source.js';
import type { LanguageDocument } from '../language-document.js';
import { type CompletionItem, type CompletionList, order } from './completion-item.js';
import { narrow } from './narrow.js';
import { openBracket } from './open-bracket.js';
import { sourceValues } from './source-values.js';

/** So much of a point is shown in a list. In characters. */
const LONGEST = 90;
const KEY_CHARACTER = /[\p{L}\p{N}_:.#$%&+?<>~/-]/u;

/** Sources behind `@`, and the points of a source behind its key. */
export function completeCitation(document: LanguageDocument, offset: number): CompletionList | undefined {
  const { text } = document.source;
  const bracket = openBracket(text, offset);
  if (bracket) {
    const item = bracket.inner.slice(bracket.inner.lastIndexOf(';') + 1);
    const locator = /@\{?([^\s,;{}]+)\}?,\s*([^@]*)$/.exec(item);
    if (locator) return points(document, locator[1] ?? '', locator[2] ?? '', offset);
    const key = /(?:^|[\s(-])@\{?([^\s,;@]*)$/.exec(item);
    if (key) return sources(document, { start: offset - (key[1] ?? '').length, end: keyEnd(text, offset) }, '', '');
    return undefined;
  }
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const bare = /(?:^|[\s(])(@[^\s,;@()[\]]*)$/.exec(line)?.[1];
  // Outside brackets `@key` cites nothing: they come with it.
  return bare === undefined ? undefined : sources(document, { start: offset - bare.length, end: keyEnd(text, offset) }, '[@', ']');
}

function keyEnd(text: string, offset: number): number {
  let end = offset;
  while (KEY_CHARACTER.test(text[end] ?? '')) end++;
  return end;
}

function sources(document: LanguageDocument, range: OffsetRange, before: string, after: string): CompletionList {
  const written = document.source.text.slice(range.start, range.end);
  const { some, incomplete } = narrow(sourceValues(document), written, ({ names }) => names.toLowerCase());
  const sign = before === '' ? '' : '@';
  const items = some.map(
    ({ label, detail, documentation, names, value }, index): CompletionItem => ({
      label,
      kind: 'source',
      ...(detail === undefined ? {} : { detail }),
      ...(documentation ? { documentation: documentation() } : {}),
      filterText: sign + names,
      sortText: order(index),
      edit: { ...range, text: `${before}${String(value)}${after}` },
    }),
  );
  return { items, incomplete };
}

/** The points of a source that the locator does not name yet. */
function points({ snapshot }: LanguageDocument, key: string, locator: string, offset: number): CompletionList | undefined {
  const source = snapshot.sourcesById.get(key);
  if (!source || source.points.length === 0) return undefined;
  const listed = /\bpoints?\s+(?:[\w.]+(?:\s*[,&]\s*|\s+and\s+|\s*[-–]\s*))*([\w.]*)$/i.exec(locator);
  if (!listed && !/^[a-z]*\s?$/i.test(locator)) return undefined;
  const written = listed ? (listed[1] ?? '') : locator;
  const cited = new Set(listed ? locator.slice(0, locator.length - written.length).match(/[\w.]+/g) : []);
  const open = source.points.filter(({ id }) => !cited.has(id));
  const { some, incomplete } = narrow(open, written, (point) => namesOf(point).toLowerCase());
  const range = { start: offset - written.length, end: offset };
  const lead = listed ? '' : 'point ';
  return { items: some.map((point, index) => pointItem(source, point, order(index), lead, range, snapshot)), incomplete };
}

function pointItem(
  source: Source,
  point: SourcePoint,
  sortText: string,
  lead: string,
  range: OffsetRange,
  snapshot: LanguageDocument['snapshot'],
): CompletionItem {
  return {
    label: `${lead}${point.id}: ${shortened(point.says)}`,
    kind: 'point',
    detail: labelOf(source, snapshot),
    documentation: describePoint(source, point, snapshot),
    filterText: `${lead}${namesOf(point)}`,
    sortText,
    edit: { ...range, text: lead + point.id },
  };
}

/** What a point says, short enough for a list: its number alone would tell nobody which to choose. */
function shortened(says: string): string {
  return says.length <= LONGEST ? says : `${says.slice(0, LONGEST - 1).trimEnd()}…`;
}

/** A point is found by its number or by what it says. */
function namesOf({ id, says }: SourcePoint): string {
  return `${id} ${says}`;
}
