import type { CitationGroup } from '../../../core/markdown/citation-groups.js';
import type { Citation } from '../../../core/markdown/citations.js';
import { readable } from '../../../core/markdown/readable.js';
import type { Source } from '../../../core/model/sources.js';

/** What the sources of the register are called in a copy. */
export interface CitedSources {
  readonly sources: ReadonlyMap<string, Source>;
  readonly names: ReadonlyMap<string, string>;
  /** The keys that were cited so far. */
  readonly cited: Set<string>;
}

/**
 * A group of citations as a parenthesis: “(see Harding and others, 2019, point 12.1; 2018)”. What names no source of the
 * register stays as it was written.
 * @param source the text in which the group was found
 */
export function citationText(group: CitationGroup, source: string, register: CitedSources): string {
  const written = source.slice(group.start, group.end);
  if (!group.citations.some(({ source: key }) => register.sources.has(key))) return readable(written);
  const items: string[] = [];
  let start = group.start + 1;
  let used = 0;
  for (const item of written.slice(1, -1).split(';')) {
    const end = start + item.length;
    const next = group.citations[used];
    const citation = next && next.key.start < end ? next : undefined;
    if (citation) used++;
    const work = citation && register.sources.get(citation.source);
    items.push(citation && work ? itemText(citation, work, register, source.slice(start, end), start) : readable(item).trim());
    start = end + 1;
  }
  return `(${items.filter((item) => item !== '').join('; ')})`;
}

function itemText(citation: Citation, work: Source, { names, cited }: CitedSources, item: string, start: number): string {
  cited.add(work.id);
  const before = item.slice(0, citation.key.start - start);
  const [mark = ''] = /-?@\{?$/.exec(before) ?? [];
  const locator = readable(item.slice(citation.key.end - start))
    .replace(/^\}?[,\s]*/, '')
    .trim();
  const name = names.get(work.id) ?? work.title;
  const label = mark.startsWith('-') && work.year !== undefined ? String(work.year) : name;
  return `${readable(before.slice(0, before.length - mark.length)).trimStart()}${label}${locator === '' ? '' : `, ${locator}`}`;
}
