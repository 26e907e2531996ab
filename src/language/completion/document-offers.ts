import type { DocumentFacts } from '../../core/facts/types.js';
import { applicationOf, fieldText, titleOf } from '../../core/workspace/document.js';
import type { LanguageDocument } from '../language-document.js';
import { type Narrowed, narrow } from './narrow.js';

const names = new WeakMap<DocumentFacts, string>();

/**
 * The documents that fit what is written, the nearest first: those of the same application, then those of the same
 * folder, then all others in the order of their paths.
 */
export function documentsFor({ facts, path, snapshot }: LanguageDocument, written: string): Narrowed<DocumentFacts> {
  const application = applicationOf(facts);
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const near: DocumentFacts[][] = [[], [], []];
  for (const other of snapshot.markdown) {
    if (other.path === path) continue;
    const sameApplication = application !== undefined && applicationOf(other) === application;
    near[sameApplication ? 0 : other.path.startsWith(folder) && folder !== '' ? 1 : 2]?.push(other);
  }
  return narrow(near.flat(), written, namesOf);
}

/** What a document can be found by, in small letters: its title, its id and its path. */
export function namesOf(facts: DocumentFacts): string {
  let found = names.get(facts);
  if (found === undefined) {
    found = `${titleOf(facts)} ${fieldText(facts, 'id') ?? ''} ${facts.path}`.toLowerCase();
    names.set(facts, found);
  }
  return found;
}
