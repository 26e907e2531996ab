import type { Mapping } from '../../../../core/yaml/value.js';
import { type AuthorYear, authorsIn } from './known-sources.js';

/** A work that a document cites and the register does not have. */
export interface ProposedSource {
  readonly id: string;
  /** Its entry in the register, with what is known of it. */
  readonly entry: Mapping;
  /** How the document cites it. */
  readonly written: string;
}

/** The works that a document cites and the register does not have, each once. */
export class ProposedSources {
  private readonly byWork = new Map<string, ProposedSource>();

  /**
   * @param taken the keys that the register has already
   * @param isWanted whether there is a register to put them into
   */
  constructor(
    private readonly taken: ReadonlySet<string>,
    private readonly isWanted: boolean,
  ) {}

  get all(): readonly ProposedSource[] {
    return [...this.byWork.values()];
  }

  /** The key that a work is proposed under; undefined where there is no register. */
  idFor(work: AuthorYear, written: string): string | undefined {
    if (!this.isWanted) return undefined;
    const authors = authorsIn(work.names);
    const key = JSON.stringify([authors[0]?.toLowerCase(), work.year, work.letter, work.title]);
    const known = this.byWork.get(key);
    if (known) return known.id;
    const year = work.year === undefined ? '' : `-${work.year}${work.letter}`;
    const id = this.freeId(`${plain(authors[0] ?? 'source')}${year}`);
    this.byWork.set(key, { id, written, entry: entryFor(id, work, authors) });
    return id;
  }

  private freeId(wanted: string): string {
    const used = new Set([...this.taken, ...this.all.map(({ id }) => id)]);
    let id = wanted;
    for (let count = 2; used.has(id); count++) id = `${wanted}-${count}`;
    return id;
  }
}

function entryFor(id: string, { names, year, letter, title }: AuthorYear, authors: readonly string[]): Mapping {
  return {
    id,
    type: 'document',
    title: title ?? `To be written (cited as ${names}, ${year === undefined ? 'no date' : `${year}${letter}`})`,
    author: authors.map((author) => (/\s/.test(author) ? { literal: author } : { family: author })),
    ...(year === undefined ? {} : { issued: { 'date-parts': [[year]] } }),
    verified: false,
  };
}

function plain(text: string): string {
  const word = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return word === '' ? 'source' : word;
}
