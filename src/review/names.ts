import type { DocumentFacts } from '../core/facts/types.js';
import { applicationOf, titleOf } from '../core/workspace/document.js';
import type { WorkspaceSnapshot } from '../core/workspace/snapshot.js';
import { subjectElement } from '../core/workspace/subjects.js';
import { quoted } from './words.js';

/**
 * What a document is called in a sentence: guidance by its criterion, which is shorter than its title and says more; any
 * other document by its title.
 */
export function documentName(facts: DocumentFacts, snapshot: WorkspaceSnapshot): string {
  const element = subjectElement(facts, snapshot);
  if (element?.kind !== 'criterion') return quoted(titleOf(facts));
  const name = `the guidance on criterion ${element.number === undefined ? element.shortTitle : `${element.number} (${element.shortTitle})`}`;
  if (snapshot.applications.length < 2) return name;
  const application = snapshot.application(applicationOf(facts) ?? '');
  return application ? `${name} in ${quoted(application.title)}` : name;
}

/** The same for a path; the path itself where there is no such document. */
export function documentNameAt(path: string, snapshot: WorkspaceSnapshot): string {
  const facts = snapshot.facts(path);
  return facts ? documentName(facts, snapshot) : path;
}

/** What an element of a framework is called in a few words: “1 Fair to everyone”. */
export function elementName({ number, shortTitle }: { readonly number: string | undefined; readonly shortTitle: string }): string {
  return number === undefined ? shortTitle : `${number} ${shortTitle}`;
}
