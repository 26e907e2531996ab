import type { DocumentFacts } from '../../core/facts/types.js';
import type { TypeRegistry } from '../../core/schema/registry.js';
import { applicationOf, fieldText, titleOf } from '../../core/workspace/document.js';
import { changedPlaces } from '../../core/workspace/kept-index.js';
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
  const near: [DocumentFacts[], DocumentFacts[], DocumentFacts[]] = [[], [], []];
  for (const other of knownIn(snapshot)) {
    const rank =
      application !== undefined && other.application === application ? 0 : folder !== '' && other.path.startsWith(folder) ? 1 : 2;
    // One more than are shown says that there are more.
    if (near[rank].length <= MOST && other.path !== path && holdsInOrder(other.names, letters)) near[rank].push(other.facts);
  }
  const all = near.flat();
  return { some: all.slice(0, MOST), incomplete: all.length > MOST };
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
