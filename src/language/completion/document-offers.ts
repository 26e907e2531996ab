import type { DocumentFacts } from '../../core/facts/types.js';
import type { TypeRegistry } from '../../core/schema/registry.js';
import { applicationOf, fieldText, titleOf } from '../../core/workspace/document.js';
import { changedPlaces, placeOf } from '../../core/workspace/kept-index.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import type { LanguageDocument } from '../language-document.js';
import { holdsInOrder, lettersOf, MOST, type Narrowed } from './narrow.js';

/** What a document is looked for by, put together once for as long as it stays as it is. */
interface Known {
  readonly facts: DocumentFacts;
  readonly path: string;
  readonly application: string | undefined;
  /** Its title, its id and its path in small letters. */
  readonly names: string;
}

/** The documents of a root at one moment, each with what it is looked for by in the same place. */
interface KnownRoot {
  markdown: readonly DocumentFacts[];
  known: Known[];
}

/** By the types of a root, which stay the same value while its documents change. */
const roots = new WeakMap<TypeRegistry, KnownRoot>();

/**
 * The documents that fit what is written, the nearest first: those of the same application, then those of the same
 * folder, then all others in the order of their paths.
 */
export function documentsFor({ facts, path, snapshot }: LanguageDocument, written: string): Narrowed<DocumentFacts> {
  const application = applicationOf(facts);
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const letters = lettersOf(written);
  const some: DocumentFacts[] = [];
  for (const other of nearestFirst(knownIn(snapshot), application, folder)) {
    if (other.path === path || !holdsInOrder(other.names, letters)) continue;
    if (some.length === MOST) return { some, incomplete: true };
    some.push(other.facts);
  }
  return { some, incomplete: false };
}

/** All documents, one after the other: mostly the first few hundred are enough. */
function* nearestFirst(all: readonly Known[], application: string | undefined, folder: string): Generator<Known> {
  const isOfApplication = (one: Known) => application !== undefined && one.application === application;
  const isNear = (one: Known) => folder !== '' && one.path.startsWith(folder);
  if (application !== undefined) for (const one of all) if (isOfApplication(one)) yield one;
  // In the order of the paths, those of one folder follow one another.
  const first = folder === '' ? all.length : placeOf(folder, all);
  for (let place = first; place < all.length; place++) {
    const one = all[place];
    if (!one || !isNear(one)) break;
    if (!isOfApplication(one)) yield one;
  }
  for (const one of all) if (!isOfApplication(one) && !isNear(one)) yield one;
}

/** What a document can be found by, in small letters: its title, its id and its path. */
export function namesOf(facts: DocumentFacts): string {
  return `${titleOf(facts)} ${fieldText(facts, 'id') ?? ''} ${facts.path}`.toLowerCase();
}

function knownIn({ types, markdown }: WorkspaceSnapshot): readonly Known[] {
  let root = roots.get(types);
  if (!root) {
    root = { markdown: [], known: [] };
    roots.set(types, root);
  }
  if (root.markdown !== markdown) {
    const different = changedPlaces(root.markdown, markdown);
    if (!different) root.known = markdown.map(knownOf);
    for (const place of different ?? []) {
      const facts = markdown[place];
      if (facts) root.known[place] = knownOf(facts);
    }
    root.markdown = markdown;
  }
  return root.known;
}

function knownOf(facts: DocumentFacts): Known {
  return { facts, path: facts.path, application: applicationOf(facts), names: namesOf(facts) };
}
