import { bookmarkOf } from '../bookmarks.js';

/** Keeps the bookmarks of a copy: which ones links lead to, and which of them are there. */
export class Targets {
  /** The bookmarks that links lead to, by what has to hold them: a document of the copy, or a path outside it. */
  private readonly wanted = new Map<string, Set<string>>();
  private readonly placed = new Set<string>();
  private signs = 0;

  /** @param inCopy the paths of the documents whose texts are in the copy */
  constructor(private readonly inCopy: ReadonlySet<string>) {}

  /** The bookmark that a link to a path of the guidance leads to; it is kept in mind that it has to be somewhere. */
  to(path: string, anchor?: string): string {
    const name = bookmarkOf(path, anchor);
    const index = path === '' ? 'index.md' : `${path}/index.md`;
    const holder = !this.inCopy.has(path) && this.inCopy.has(index) ? index : path;
    const same = this.wanted.get(holder);
    if (same) same.add(name);
    else this.wanted.set(holder, new Set([name]));
    return name;
  }

  /** Takes a bookmark for a place; undefined where another place has it already, for a name may be there only once. */
  place(path: string, anchor?: string): string | undefined {
    return this.take(bookmarkOf(path, anchor));
  }

  /** A name for a place that no link leads to; Word hides those that begin so. */
  sign(): string {
    return `_sign_${++this.signs}`;
  }

  /** The bookmarks for the place where a document begins: its own, and those that links lead to and no heading has. */
  placeRest(path: string): string[] {
    return [bookmarkOf(path), ...(this.wanted.get(path) ?? [])].flatMap((name) => this.take(name) ?? []);
  }

  /** The paths outside the copy that links lead to, in order. */
  get outside(): string[] {
    return [...this.wanted.keys()].filter((path) => !this.inCopy.has(path)).sort();
  }

  private take(name: string): string | undefined {
    if (this.placed.has(name)) return undefined;
    this.placed.add(name);
    return name;
  }
}
