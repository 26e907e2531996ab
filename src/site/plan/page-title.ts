import type { DocumentFacts } from '../../core/facts/types.js';
import type { FrameworkElement } from '../../core/model/framework.js';
import { titleOf } from '../../core/workspace/document.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import { subjectElement } from '../../core/workspace/subjects.js';

/** What documents are called, by snapshot: lists name each of them again and again. */
const titles = new WeakMap<WorkspaceSnapshot, Map<DocumentFacts, string>>();

/**
 * What a document is called on the site: where its title is the framework's own wording of what it is about, the short
 * title of that, by which the map and every list call it too. The wording itself then stands below it.
 */
export function pageTitle(facts: DocumentFacts, snapshot: WorkspaceSnapshot): string {
  let known = titles.get(snapshot);
  if (!known) {
    known = new Map();
    titles.set(snapshot, known);
  }
  let title = known.get(facts);
  if (title === undefined) {
    title = shortened(facts, snapshot)?.shortTitle ?? titleOf(facts);
    known.set(facts, title);
  }
  return title;
}

/** The framework's own wording, where a document is called by a shorter one. */
export function wordingOf(facts: DocumentFacts, snapshot: WorkspaceSnapshot): string | undefined {
  return shortened(facts, snapshot)?.title;
}

function shortened(facts: DocumentFacts, snapshot: WorkspaceSnapshot): FrameworkElement | undefined {
  const element = subjectElement(facts, snapshot);
  return element && element.title === titleOf(facts) && element.shortTitle !== element.title ? element : undefined;
}
