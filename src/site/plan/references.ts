import type { Source } from '../../core/model/sources.js';
import { fieldsOf } from '../../core/workspace/document.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import { isMapping, listAt, type Mapping, textAt, type Value, valueAt } from '../../core/yaml/value.js';
import { sourceAnchor } from '../addresses.js';
import type { SourceCard } from '../types.js';

/** The sources as the text cites them, by key. */
export function sourceCards(snapshot: WorkspaceSnapshot, evidencePage: string): Record<string, SourceCard> {
  const register = registerEntries(snapshot);
  const acronyms = acronymsOf(snapshot);
  const cards: Record<string, SourceCard> = {};
  for (const source of snapshot.sources) {
    if (Object.hasOwn(cards, source.id)) continue;
    cards[source.id] = {
      label: sourceLabel(source, acronyms),
      reference: fullReference(register.get(source.id) ?? {}, source),
      href: `${evidencePage}#${sourceAnchor(source.id)}`,
      points: source.points.map((point) => point.id),
    };
  }
  return cards;
}

const entries = new WeakMap<WorkspaceSnapshot, Map<string, Mapping>>();

/** The entries of the source register as they are written, by key: made once. */
export function registerEntries(snapshot: WorkspaceSnapshot): ReadonlyMap<string, Mapping> {
  const known = entries.get(snapshot) ?? readEntries(snapshot);
  entries.set(snapshot, known);
  return known;
}

function readEntries(snapshot: WorkspaceSnapshot): Map<string, Mapping> {
  const path = snapshot.manifest.sources;
  const facts = path === undefined ? undefined : snapshot.facts(path);
  const items = facts ? listAt(fieldsOf(facts), 'sources') : [];
  return new Map(items.flatMap((entry) => (isMapping(entry) ? [[textAt(entry, 'id') ?? '', entry] as const] : [])));
}

const NO_ACRONYMS: ReadonlyMap<string, string> = new Map();

/**
 * Author and year as a text names them: “Harding and others, 2019”; the title where no author is known.
 * @param acronyms what the glossary calls names for short: a text that cites an organisation often stays readable so
 */
export function sourceLabel({ authors, year, title }: Source, acronyms = NO_ACRONYMS): string {
  const [first, second, ...more] = authors.map((author) => acronyms.get(author.toLowerCase()) ?? author);
  const who =
    first === undefined ? title : second === undefined ? first : more.length > 0 ? `${first} and others` : `${first} and ${second}`;
  return year === undefined ? who : `${who}, ${year}`;
}

function acronymsOf({ glossary }: WorkspaceSnapshot): Map<string, string> {
  return new Map(
    glossary.terms.flatMap(({ term, expansion }) => (expansion === undefined ? [] : [[expansion.toLowerCase(), term] as const])),
  );
}

/**
 * A work as a list of references has it, in the order of the Harvard style: who, when, what, where it was published.
 * Only what is known is said: a work without a year is “no date”.
 */
export function fullReference(entry: Mapping, source: Source): string {
  const who = people(listAt(entry, 'author'));
  const when = source.year ?? textAt(valueAt(entry, ['issued']), 'literal') ?? 'no date';
  const parts = [
    `${who === '' ? '' : `${who} `}(${when}) ${ended(source.title)}`,
    container(entry),
    place(entry),
    source.doi === undefined ? undefined : `doi:${source.doi}`,
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(' ');
}

/** “In” the collection or journal, with its volume, issue and pages. */
function container(entry: Mapping): string | undefined {
  const title = textAt(entry, 'container-title');
  const editors = people(listAt(entry, 'editor'));
  if (title === undefined && editors === '') return pages(entry);
  const volume = simple(entry['volume']);
  const issue = simple(entry['issue']);
  const number = `${volume === undefined ? '' : ` ${volume}`}${issue === undefined ? '' : `(${issue})`}`;
  const book = textAt(entry, 'type') === 'chapter' || editors !== '';
  const edited = editors === '' ? '' : `${editors} (${listAt(entry, 'editor').length > 1 ? 'eds' : 'ed.'}) `;
  const paged = pages(entry);
  return ended(`${book ? 'In ' : ''}${edited}${title ?? ''}${number}${paged === undefined ? '' : `, ${paged}`}`);
}

function pages(entry: Mapping): string | undefined {
  const page = simple(entry['page']);
  return page === undefined ? undefined : `${/[-–,]/.test(page) ? 'pp.' : 'p.'} ${page.replace('-', '–')}`;
}

function place(entry: Mapping): string | undefined {
  const where = [textAt(entry, 'publisher-place'), textAt(entry, 'publisher')].filter((part) => part !== undefined);
  return where.length > 0 ? ended(where.join(': ')) : undefined;
}

function people(names: readonly Value[]): string {
  const all = names.flatMap((name) => personName(name) ?? []);
  if (all.length < 2) return all.join('');
  return `${all.slice(0, -1).join(', ')} and ${all[all.length - 1]}`;
}

/** A name with its initials: “Harding, R.”; an organisation's as it is. */
function personName(name: Value): string | undefined {
  const family = textAt(name, 'family');
  if (family === undefined) return textAt(name, 'literal');
  const given = textAt(name, 'given') ?? '';
  const initials = given.split(/[\s.]+/).flatMap((part) => (part === '' ? [] : [`${part[0]}.`]));
  return initials.length > 0 ? `${family}, ${initials.join(' ')}` : family;
}

function simple(value: Value | undefined): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function ended(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}
