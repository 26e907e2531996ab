import { listAt, type Mapping, textAt, type Value, valueAt } from '../yaml/value.js';
import type { Glossary } from './glossary.js';
import type { Source } from './sources.js';

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

/** What a glossary calls names for short, by the name in small letters. */
export function acronymsOf(glossary: Glossary): Map<string, string> {
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

/**
 * A label as it stands between round brackets, with none of its own; only the year where the text has the names. A work
 * without a year keeps its names.
 */
export function labelInParentheses(label: string, yearOnly: boolean): string {
  const [, names, year] = /^(.*\S)(?:, (?=\d{4}$)|\s*\((?=[^()]+\)$))([^()]+)\)?$/.exec(label) ?? [];
  if (names === undefined || year === undefined) return label;
  return yearOnly ? year : `${names}, ${year}`;
}
