import type { DocumentFacts } from '../../core/facts/types.js';
import { applicationOf, fieldText, titleOf } from '../../core/workspace/document.js';
import type { LanguageDocument } from '../language-document.js';
import { holdsInOrder, lettersOf, MOST, type Narrowed } from './narrow.js';

/** What a document is looked for by, put together once for as long as it stays as it is. */
interface Known {
  readonly application: string | undefined;
  /** Its title, its id and its path in small letters. */
  readonly names: string;
}

const known = new WeakMap<DocumentFacts, Known>();

/**
 * The documents that fit what is written, the nearest first: those of the same application, then those of the same
 * folder, then all others in the order of their paths.
 */
export function documentsFor({ facts, path, snapshot }: LanguageDocument, written: string): Narrowed<DocumentFacts> {
  const application = applicationOf(facts);
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const letters = lettersOf(written);
  const near: [DocumentFacts[], DocumentFacts[], DocumentFacts[]] = [[], [], []];
  for (const other of snapshot.markdown) {
    const { application: its, names } = knownOf(other);
    const rank = application !== undefined && its === application ? 0 : folder !== '' && other.path.startsWith(folder) ? 1 : 2;
    // One more than are shown says that there are more.
    if (near[rank].length <= MOST && other !== facts && holdsInOrder(names, letters)) near[rank].push(other);
  }
  const all = near.flat();
  return { some: all.slice(0, MOST), incomplete: all.length > MOST };
}

/** What a document can be found by, in small letters: its title, its id and its path. */
export function namesOf(facts: DocumentFacts): string {
  return knownOf(facts).names;
}

function knownOf(facts: DocumentFacts): Known {
  let found = known.get(facts);
  if (!found) {
    const names = `${titleOf(facts)} ${fieldText(facts, 'id') ?? ''} ${facts.path}`.toLowerCase();
    found = { application: applicationOf(facts), names };
    known.set(facts, found);
  }
  return found;
}
