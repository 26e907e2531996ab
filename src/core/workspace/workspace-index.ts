import type { DocumentFacts } from '../facts/types.js';
import type { TypeRegistry } from '../schema/registry.js';
import { compare } from '../text/compare.js';
import { definedKeys, referredKeys } from './keys.js';
import { sameMeaning } from './same-meaning.js';
import { WorkspaceSnapshot } from './snapshot.js';

/** One change to the files of a root. */
export type FileChange =
  | { readonly path: string; readonly facts: DocumentFacts }
  /** A file that is not guidance, such as an image: only that it is there matters. */
  | { readonly path: string; readonly asset: true }
  | { readonly path: string; readonly deleted: true };

/** What a change means for the rest of the root. */
export interface ChangeEffect {
  /** The keys that are defined otherwise than before, or no longer. */
  readonly changedKeys: ReadonlySet<string>;
  /** The documents whose findings may be others now, the changed ones among them. */
  readonly affected: ReadonlySet<string>;
  /** Whether every document still says the same of itself, wherever it says it in its text. */
  readonly sameMeaning: boolean;
}

/** So many documents are looked at before somebody else can be attended to. */
const PART = 250;

/**
 * The files of a guidance root, kept up to date change by change.
 *
 * Invariant: after any sequence of changes the index equals one that was made from the final files at once.
 */
export class WorkspaceIndex {
  private revision = 0;
  private readonly documents = new Map<string, DocumentFacts>();
  private readonly files = new Set<string>();
  /** Who refers to a key. Made at the first change after loading: a single run of the linter never asks. */
  private referrers: Map<string, Set<string>> | undefined;
  /** Makes them, part by part. */
  private making: Generator<void, void> | undefined;
  /** How many documents define a key; made with the referrers. */
  private readonly definers = new Map<string, number>();
  /** The keys that somebody refers to and nothing defines; made with the referrers. */
  private readonly dangling = new Set<string>();
  private taken: WorkspaceSnapshot | undefined;
  /** The last snapshot, and what has changed since. */
  private last: WorkspaceSnapshot | undefined;
  private readonly since = { otherFiles: true, documents: new Set<string>() };

  constructor(private types: TypeRegistry) {}

  /** Adds files to an index that nobody has asked yet; the same as applying them, at less cost. */
  load(files: Iterable<FileChange>): void {
    for (const change of files) this.put(change);
    this.revision++;
    this.taken = undefined;
    this.referrers = undefined;
    this.making = undefined;
  }

  /** Takes in changes and says whom they concern. */
  apply(changes: readonly FileChange[]): ChangeEffect {
    this.referrers ??= this.makeReferrers();
    const changedKeys = new Set<string>();
    const families = new Set<string>();
    const affected = new Set<string>();
    let allSame = true;
    for (const change of changes) {
      const before = this.documents.get(change.path);
      const existed = this.files.has(change.path);
      this.put(change);
      const after = this.documents.get(change.path);
      affected.add(change.path);
      // Most of what is typed is neither a name nor a reference.
      const same = sameMeaning(before, after);
      if (!same) allSame = false;
      else if (after?.format === 'markdown') continue;
      this.updateReferrers(change.path, before, after);
      const { different, names } = differentKeys(before, after);
      for (const key of different) changedKeys.add(key);
      for (const key of names) families.add(familyOf(key));
      if (existed !== this.files.has(change.path)) {
        changedKeys.add(`file:${change.path}`).add(`folded:${change.path.toLowerCase()}`);
        families.add('file');
        this.settle(`file:${change.path}`);
      }
      // A framework, register, glossary or manifest is behind every document's findings.
      if (before?.format === 'yaml' || after?.format === 'yaml') for (const path of this.documents.keys()) affected.add(path);
    }
    for (const key of changedKeys) for (const path of this.referrers.get(key) ?? []) affected.add(path);
    if (families.size > 0) for (const path of this.nearMisses(families)) affected.add(path);
    this.revision++;
    this.taken = undefined;
    return { changedKeys, affected, sameMeaning: allSame };
  }

  /** Takes the types of a changed manifest. */
  setTypes(types: TypeRegistry): void {
    this.types = types;
    this.taken = undefined;
  }

  /** The root as it is now; the same value until something changes. */
  snapshot(): WorkspaceSnapshot {
    if (!this.taken) {
      const { last, since } = this;
      if (last && !since.otherFiles) {
        const changed = [...since.documents].flatMap((path) => this.documents.get(path) ?? []);
        this.taken = last.with(this.revision, this.types, changed);
      } else {
        this.inOrder();
        this.taken = new WorkspaceSnapshot(this.revision, this.types, [...this.documents.values()], new Set(this.files));
      }
      this.last = this.taken;
      since.otherFiles = false;
      since.documents.clear();
    }
    return this.taken;
  }

  /**
   * Makes ready a part of what the first change needs, while nobody waits for it.
   * @returns whether all of it is ready
   */
  prepare(): boolean {
    if (this.referrers) return true;
    this.making ??= this.referrersInParts();
    return this.making.next().done === true;
  }

  /** Puts the documents in the order of their paths: a map keeps the place of what is put again. */
  private inOrder(): void {
    const ordered = [...this.documents].sort(([a], [b]) => compare(a, b));
    this.documents.clear();
    for (const [path, facts] of ordered) this.documents.set(path, facts);
  }

  /** Everything that the index holds, as plain data in a fixed order, for comparing two of them. */
  toJSON(): object {
    const referrers = this.referrers ?? this.makeReferrers();
    return {
      files: [...this.files].sort(compare),
      documents: [...this.documents].sort(([a], [b]) => compare(a, b)),
      referrers: [...referrers].map(([key, paths]) => [key, [...paths].sort(compare)] as const).sort(([a], [b]) => compare(a, b)),
      dangling: [...this.dangling].sort(compare),
    };
  }

  private put(change: FileChange): void {
    const before = this.documents.get(change.path);
    if ('facts' in change !== (before !== undefined) || !this.files.has(change.path) || 'deleted' in change) this.since.otherFiles = true;
    this.since.documents.add(change.path);
    if ('deleted' in change) {
      this.documents.delete(change.path);
      this.files.delete(change.path);
      return;
    }
    this.files.add(change.path);
    if ('facts' in change) this.documents.set(change.path, change.facts);
    else this.documents.delete(change.path);
  }

  /** Who refers to what is not there: what might be meant instead depends on all names of that family. */
  private *nearMisses(families: ReadonlySet<string>): Generator<string> {
    for (const key of this.dangling) if (families.has(familyOf(key))) yield* this.referrers?.get(key) ?? [];
  }

  /** Notes whether a key is one that somebody refers to and nothing defines. */
  private settle(key: string): void {
    const there = key.startsWith('file:') ? this.files.has(key.slice('file:'.length)) : this.definers.has(key);
    if (!there && this.referrers?.has(key)) this.dangling.add(key);
    else this.dangling.delete(key);
  }

  private makeReferrers(): Map<string, Set<string>> {
    while (!this.prepare());
    return this.referrers ?? new Map();
  }

  private *referrersInParts(): Generator<void, void> {
    this.definers.clear();
    this.dangling.clear();
    const made = new Map<string, Set<string>>();
    let count = 0;
    for (const [path, facts] of this.documents) {
      this.addReferrers(path, undefined, facts, made);
      if (++count % PART === 0) yield;
    }
    this.referrers = made;
    this.making = undefined;
    for (const key of made.keys()) this.settle(key);
  }

  private updateReferrers(path: string, before: DocumentFacts | undefined, after: DocumentFacts | undefined): void {
    const referrers = this.referrers ?? this.makeReferrers();
    for (const key of this.addReferrers(path, before, after, referrers)) this.settle(key);
  }

  /** @returns the keys that may be defined or referred to otherwise than before */
  private addReferrers(
    path: string,
    before: DocumentFacts | undefined,
    after: DocumentFacts | undefined,
    referrers: Map<string, Set<string>>,
  ): Iterable<string> {
    const touched = [...this.countDefiners(before, -1), ...this.countDefiners(after, 1)];
    for (const key of before ? referredKeys(before) : []) {
      touched.push(key);
      const paths = referrers.get(key);
      paths?.delete(path);
      if (paths?.size === 0) referrers.delete(key);
    }
    for (const key of after ? referredKeys(after) : []) {
      touched.push(key);
      const paths = referrers.get(key);
      if (paths) paths.add(path);
      else referrers.set(key, new Set([path]));
    }
    return touched;
  }

  private countDefiners(facts: DocumentFacts | undefined, by: 1 | -1): string[] {
    const keys = facts ? [...definedKeys(facts).keys()] : [];
    for (const key of keys) {
      const count = (this.definers.get(key) ?? 0) + by;
      if (count > 0) this.definers.set(key, count);
      else this.definers.delete(key);
    }
    return keys;
  }
}

/** The keys among which one that is not there could be meant: those of its kind, or the anchors of its document. */
function familyOf(key: string): string {
  return key.slice(0, key.indexOf(key.startsWith('anchor:') ? '#' : ':'));
}

/** The keys that are defined otherwise than before, and among them the names that came or went. */
function differentKeys(before: DocumentFacts | undefined, after: DocumentFacts | undefined): { different: string[]; names: string[] } {
  const old = before ? definedKeys(before) : new Map<string, string>();
  const now = after ? definedKeys(after) : new Map<string, string>();
  const names = [...[...old.keys()].filter((key) => !now.has(key)), ...[...now.keys()].filter((key) => !old.has(key))];
  return {
    names,
    different: [...names, ...[...old].filter(([key, signature]) => now.has(key) && now.get(key) !== signature).map(([key]) => key)],
  };
}
