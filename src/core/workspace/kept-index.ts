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
    this.last = documents;
    for (const facts of documents) {
      const before = this.known.get(facts.path);
      if (before === facts) continue;
      if (before) this.remove(before);
      this.add(facts);
    }
    if (this.known.size !== documents.length) this.removeAllBut(new Set(documents.map(({ path }) => path)));
    this.fresh.clear();
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
