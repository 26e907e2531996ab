import { acronymsOf } from '../../../../core/model/bibliography.js';
import type { Source } from '../../../../core/model/sources.js';
import type { WorkspaceSnapshot } from '../../../../core/workspace/snapshot.js';
import { citationNames } from '../../citation-names.js';

/** What cites a work: the names before a year, as a text has them. */
export interface AuthorYear {
  readonly names: string;
  /** Undefined for a work of no date. */
  readonly year: number | undefined;
  /** Its title, where the text says that too. */
  readonly title: string | undefined;
  /** What tells works of one author and year apart: the “a” of “2019a”; empty where there is none. */
  readonly letter: string;
}

/** The works of the source register, as texts cite them. */
export class KnownSources {
  private readonly names: readonly { readonly id: string; readonly name: string }[];
  private readonly acronyms: ReadonlyMap<string, string>;
  private readonly sources: readonly Source[];

  constructor(snapshot: WorkspaceSnapshot) {
    this.sources = snapshot.sources;
    this.acronyms = acronymsOf(snapshot.glossary);
    this.names = [...citationNames(snapshot)]
      .map(([id, name]) => ({ id, name: folded(name) }))
      .sort((one, other) => other.name.length - one.name.length);
  }

  /** A work by the name that a copy of this guidance gives it, with where that name stands in the text. */
  named(text: string): { id: string; start: number; end: number } | undefined {
    const lower = folded(text);
    for (const { id, name } of this.names) {
      const start = lower.indexOf(name);
      if (start < 0 || /[\p{L}\p{N}]/u.test(lower[start - 1] ?? ' ')) continue;
      if (/^[\p{L}\p{N}]/u.test(lower.slice(start + name.length))) continue;
      return { id, start, end: start + name.length };
    }
    return undefined;
  }

  /** Whether the register says of a work, point by point, what it says. */
  hasPoints(id: string): boolean {
    return this.sources.some((source) => source.id === id && source.points.length > 0);
  }

  /** The works whose year and first author are those; a second author has to fit where one is named. */
  by({ names, year, title }: AuthorYear): readonly Source[] {
    const [first = '', second] = authorsIn(names).map(folded);
    return this.sources.filter((source) => {
      if (source.year !== year || (title !== undefined && folded(source.title) !== folded(title))) return false;
      const own = source.authors.map((author) => [author, this.acronyms.get(author.toLowerCase()) ?? author].map(folded));
      if (own[0]?.includes(folded(names))) return true;
      return own[0]?.includes(first) === true && (second === undefined || own[1]?.includes(second) === true);
    });
  }
}

/** The family names in “Harding R, Hartley J, Khalil L, et al” and “Stanko and Hohl”. */
export function authorsIn(names: string): string[] {
  return names
    .replace(/,?\s+(?:et\.? al\.?|and others)\.?,?$/i, '')
    .split(/\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+|\s*;\s*/)
    .map((name) => name.replace(/(?:\s+\p{Lu}\.?)+$/u, '').trim())
    .filter((name) => /\p{L}{2,}/u.test(name));
}

/** Letter case and kinds of quotation marks aside; a text keeps its length. */
function folded(text: string): string {
  return text.toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
}
