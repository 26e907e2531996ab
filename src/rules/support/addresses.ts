import type { DocumentFacts, LinkReference, Reference } from '../../core/facts/types.js';
import { relativeUrl } from '../../core/markdown/link-target.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import { wikiTarget } from '../../core/workspace/wiki-target.js';

/** The address of another file as a link in a document writes it, with the query and fragment of the address that it replaces. */
export function addressOf(target: string, from: DocumentFacts, replaced: string): string {
  return relativeUrl(from.path, target) + (/[?#].*$/s.exec(replaced)?.[0] ?? '');
}

/** Whether a reference is an ordinary link or an image. */
export function isLink(reference: Reference): reference is LinkReference {
  return reference.via === 'link' || reference.via === 'image';
}

/** The document that a link or wiki link leads to; a link to a folder leads to its index. */
export function linkedDocument(reference: Reference, from: DocumentFacts, snapshot: WorkspaceSnapshot): DocumentFacts | undefined {
  if (reference.via === 'wiki-link') {
    const target = wikiTarget(reference.target, from, snapshot);
    return target.kind === 'document' ? target.facts : undefined;
  }
  if (reference.via !== 'link' || reference.path === undefined) return undefined;
  const { path } = reference;
  const found = snapshot.facts(path) ?? snapshot.facts(path === '' ? 'index.md' : `${path}/index.md`);
  return found?.format === 'markdown' ? found : undefined;
}
