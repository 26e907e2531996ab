import type { DocumentFacts } from '../facts/types.js';
import type { TypeRegistry } from '../schema/registry.js';
import { compare } from '../text/compare.js';

const NONE: readonly DocumentFacts[] = [];

/**
 * Documents by what they are known by, kept from one snapshot of a root to the next: the facts of a document that did
 * not change are the same value, so that only those of others are looked at.
 *
 * What a document is known by has to follow from its own facts alone.
 */
export class KeptIndex {
  private readonly known = new Map<string, DocumentFacts>();
  private readonly found = new Map<string, DocumentFacts[]>();
  private last: readonly DocumentFacts[] | undefined;
  /**
   * The lists that nobody has been given yet: only those can be changed. Another set for every update: in V8 a set that is
   * cleared keeps what it held, and is kept by what it was before, until all of the heap is looked through. With lists of
   * thousands of documents that made every collection of young garbage many times as long.
   */
  private fresh = new Set<DocumentFacts[]>();

  /** What was made of which documents have which keys; forgotten once that is other than before. */
  private readonly made = new Map<unknown, unknown>();

  constructor(private readonly keysOf: (facts: DocumentFacts) => readonly string[]) {}

  /** Takes in the documents that a root has now, in the order of their paths. */
  of(documents: readonly DocumentFacts[]): this {
    if (this.last !== documents) this.update(documents);
    return this;
  }

  /** The documents of a key, in the order of their paths. */
  get(key: string): readonly DocumentFacts[] {
    return this.found.get(key) ?? NONE;
  }

  /** Every key by which some document is known, in no particular order. */
  keys(): Iterable<string> {
    return this.found.keys();
  }

  /** The paths of all documents, in no particular order. */
  paths(): Iterable<string> {
    return this.known.keys();
  }

  /**
   * What follows from which documents have which keys, whatever else they say: made again only once that is other than
   * before. So it may hold paths and keys, and no facts.
   */
  once<T>(make: (index: KeptIndex) => T): T {
    if (!this.made.has(make)) this.made.set(make, make(this));
    return this.made.get(make) as T;
  }

  private update(documents: readonly DocumentFacts[]): void {
    const { last } = this;
    this.last = documents;
    if (!last || !this.updateInPlace(last, documents)) this.updateByPath(documents);
    if (this.fresh.size > 0) this.fresh = new Set();
  }

  /** Where documents only changed, the lists are compared place by place, without a look at what is the same. */
  private updateInPlace(before: readonly DocumentFacts[], after: readonly DocumentFacts[]): boolean {
    const different = changedPlaces(before, after);
    for (const place of different ?? []) {
      const [old, now] = [before[place], after[place]];
      if (old && now) this.exchange(old, now);
    }
    return different !== undefined;
  }

  private updateByPath(documents: readonly DocumentFacts[]): void {
    for (const facts of documents) {
      const before = this.known.get(facts.path);
      if (before === facts) continue;
      if (before) this.exchange(before, facts);
      else this.add(facts);
    }
    if (this.known.size !== documents.length) this.removeAllBut(new Set(documents.map(({ path }) => path)));
  }

  private removeAllBut(paths: ReadonlySet<string>): void {
    for (const facts of [...this.known.values()]) if (!paths.has(facts.path)) this.remove(facts);
  }

  private add(facts: DocumentFacts): void {
    this.made.clear();
    this.known.set(facts.path, facts);
    for (const key of new Set(this.keysOf(facts))) this.put(facts, key);
  }

  private remove(facts: DocumentFacts): void {
    this.made.clear();
    this.known.delete(facts.path);
    for (const key of new Set(this.keysOf(facts))) this.takeOut(facts, key);
  }

  /** Other facts of one document: in the lists that it stays in, it keeps its place. */
  private exchange(old: DocumentFacts, now: DocumentFacts): void {
    this.known.set(now.path, now);
    const [before, after] = [new Set(this.keysOf(old)), new Set(this.keysOf(now))];
    for (const key of before) if (!after.has(key)) this.takeOut(old, key);
    for (const key of after) this.put(now, key);
  }

  /** Puts a document into a list, or in the place of its own facts there. */
  private put(facts: DocumentFacts, key: string): void {
    const same = this.changeable(key);
    const last = same[same.length - 1];
    const place = last && compare(last.path, facts.path) >= 0 ? placeOf(facts.path, same) : same.length;
    if (same[place]?.path === facts.path) same[place] = facts;
    else {
      same.splice(place, 0, facts);
      this.made.clear();
    }
  }

  private takeOut(facts: DocumentFacts, key: string): void {
    const same = this.changeable(key);
    same.splice(placeOf(facts.path, same), 1);
    this.made.clear();
    if (same.length === 0) this.found.delete(key);
  }

  /** The list of a key, or a copy where somebody may hold it. */
  private changeable(key: string): DocumentFacts[] {
    const same = this.found.get(key);
    if (same && this.fresh.has(same)) return same;
    const copy = same ? [...same] : [];
    this.fresh.add(copy);
    this.found.set(key, copy);
    return copy;
  }
}

/**
 * The places at which two lists of documents differ.
 * @returns undefined where they are not lists of the same paths
 */
export function changedPlaces(before: readonly DocumentFacts[], after: readonly DocumentFacts[]): readonly number[] | undefined {
  // Many ask for the same two lists, one after the other.
  if (compared?.before === before && compared.after === after) return compared.places;
  const places = comparedPlaces(before, after);
  compared = { before, after, places };
  return places;
}

let compared:
  | { readonly before: readonly DocumentFacts[]; readonly after: readonly DocumentFacts[]; readonly places: readonly number[] | undefined }
  | undefined;

function comparedPlaces(before: readonly DocumentFacts[], after: readonly DocumentFacts[]): readonly number[] | undefined {
  if (before.length !== after.length) return undefined;
  const places: number[] = [];
  for (let place = 0; place < after.length; place++) {
    if (before[place] === after[place]) continue;
    if (before[place]?.path !== after[place]?.path) return undefined;
    places.push(place);
  }
  return places;
}

/** A list in the order of the paths with other facts of some of its documents. */
export function replaced(documents: readonly DocumentFacts[], changed: readonly DocumentFacts[]): readonly DocumentFacts[] {
  if (changed.length === 0) return documents;
  const copy = [...documents];
  const places: number[] = [];
  for (const facts of changed) {
    const place = placeOf(facts.path, copy);
    if (copy[place]?.path !== facts.path) continue;
    copy[place] = facts;
    places.push(place);
  }
  compared = { before: documents, after: copy, places };
  return copy;
}

/**
 * Where the document of a path is, or would be.
 * @param documents in the order of their paths
 */
export function placeOf(path: string, documents: readonly { readonly path: string }[]): number {
  let low = 0;
  let high = documents.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(documents[middle]?.path ?? '', path) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What of a root is indexed. */
export interface IndexedRoot {
  readonly types: TypeRegistry;
  readonly markdown: readonly DocumentFacts[];
}

/** An index of the Markdown documents of every root: by its types, which stay the same value while its documents change. */
export function keptByRoot(keysOf: (facts: DocumentFacts) => readonly string[]): (root: IndexedRoot) => KeptIndex {
  const indexes = new WeakMap<TypeRegistry, KeptIndex>();
  return ({ types, markdown }) => {
    let index = indexes.get(types);
    if (!index) {
      index = new KeptIndex(keysOf);
      indexes.set(types, index);
    }
    return index.of(markdown);
  };
}

/** The Markdown documents of a root of which something is so, in the order of their paths. */
export function keptList(isSo: (facts: DocumentFacts) => boolean): (root: IndexedRoot) => readonly DocumentFacts[] {
  const index = keptByRoot((facts) => (isSo(facts) ? ['so'] : []));
  return (root) => index(root).get('so');
}
