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
  /** The lists that nobody has been given yet: only those can be changed. */
  private readonly fresh = new Set<DocumentFacts[]>();

  constructor(private readonly keysOf: (facts: DocumentFacts) => readonly string[]) {}

  /** The documents of a key among those that a root has now, in the order of their paths. */
  get(key: string, documents: readonly DocumentFacts[]): readonly DocumentFacts[] {
    if (this.last !== documents) this.update(documents);
    return this.found.get(key) ?? NONE;
  }

  private update(documents: readonly DocumentFacts[]): void {
    const { last } = this;
    this.last = documents;
    if (!last || !this.updateInPlace(last, documents)) this.updateByPath(documents);
    this.fresh.clear();
  }

  /** Where documents only changed, the lists are compared place by place, without a look at what is the same. */
  private updateInPlace(before: readonly DocumentFacts[], after: readonly DocumentFacts[]): boolean {
    const different = changedPlaces(before, after);
    for (const place of different ?? []) {
      const [old, now] = [before[place], after[place]];
      if (old) this.remove(old);
      if (now) this.add(now);
    }
    return different !== undefined;
  }

  private updateByPath(documents: readonly DocumentFacts[]): void {
    for (const facts of documents) {
      const before = this.known.get(facts.path);
      if (before === facts) continue;
      if (before) this.remove(before);
      this.add(facts);
    }
    if (this.known.size !== documents.length) this.removeAllBut(new Set(documents.map(({ path }) => path)));
  }

  private removeAllBut(paths: ReadonlySet<string>): void {
    for (const facts of [...this.known.values()]) if (!paths.has(facts.path)) this.remove(facts);
  }

  private add(facts: DocumentFacts): void {
    this.known.set(facts.path, facts);
    for (const key of this.keysOf(facts)) {
      const same = this.changeable(key);
      const last = same[same.length - 1];
      same.push(facts);
      if (last && compare(last.path, facts.path) > 0) same.sort((a, b) => compare(a.path, b.path));
    }
  }

  private remove(facts: DocumentFacts): void {
    this.known.delete(facts.path);
    for (const key of this.keysOf(facts)) {
      const same = this.changeable(key);
      same.splice(same.indexOf(facts), 1);
      if (same.length === 0) this.found.delete(key);
    }
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
export function changedPlaces(before: readonly DocumentFacts[], after: readonly DocumentFacts[]): number[] | undefined {
  if (before.length !== after.length) return undefined;
  const places: number[] = [];
  for (let place = 0; place < after.length; place++) {
    if (before[place] === after[place]) continue;
    if (before[place]?.path !== after[place]?.path) return undefined;
    places.push(place);
  }
  return places;
}

/** An index for every root: by its types, which stay the same value while its documents change. */
export function keptByRoot(keysOf: (facts: DocumentFacts) => readonly string[]): (types: TypeRegistry) => KeptIndex {
  const indexes = new WeakMap<TypeRegistry, KeptIndex>();
  return (types) => {
    let index = indexes.get(types);
    if (!index) {
      index = new KeptIndex(keysOf);
      indexes.set(types, index);
    }
    return index;
  };
}
