import type { DocumentFacts } from '../facts/types.js';
import { type Framework, type FrameworkElement, findElement } from '../model/framework.js';
import { compare } from '../text/compare.js';
import { applicationOf, subjectOf } from './document.js';
import { keptByRoot } from './kept-index.js';
import type { WorkspaceSnapshot } from './snapshot.js';

/** By the name of what a document is about, as it is written there: which element that is depends on others too. */
const byName = keptByRoot((facts) => {
  const subject = facts.type === 'application' ? undefined : subjectOf(facts);
  return subject ? [subject.name] : [];
});

const found = new WeakMap<WorkspaceSnapshot, Map<string, readonly DocumentFacts[]>>();

/** The element of its framework that all of a document is about; undefined where it names none that exists. */
export function subjectElement(facts: DocumentFacts, snapshot: WorkspaceSnapshot): FrameworkElement | undefined {
  const subject = facts.type === 'application' ? undefined : subjectOf(facts);
  const framework = subject && snapshot.frameworkOf(facts);
  return framework && findElement(framework, subject.kinds, subject.name);
}

/** The documents that are about an element, of every application, in the order of their paths. */
export function documentsAbout(element: FrameworkElement, framework: Framework, snapshot: WorkspaceSnapshot): readonly DocumentFacts[] {
  const key = keyOf(framework, element);
  let known = found.get(snapshot);
  if (!known) {
    known = new Map();
    found.set(snapshot, known);
  }
  let documents = known.get(key);
  if (!documents) {
    documents = named(element, snapshot).filter((facts) => keyAbout(facts, snapshot) === key);
    known.set(key, documents);
  }
  return documents;
}

/** The documents that are about something of an element's name, of whatever framework and kind. */
function named({ key, number }: FrameworkElement, snapshot: WorkspaceSnapshot): DocumentFacts[] {
  const index = byName(snapshot);
  const byKey = index.get(key);
  const byNumber = number === undefined || number === key ? [] : index.get(number);
  return [...byKey, ...byNumber].sort((a, b) => compare(a.path, b.path));
}

/** An application's guidance on an element. */
export function guidanceOn(
  element: FrameworkElement,
  framework: Framework,
  application: string,
  snapshot: WorkspaceSnapshot,
): readonly DocumentFacts[] {
  return documentsAbout(element, framework, snapshot).filter((facts) => applicationOf(facts) === application);
}

function keyAbout(facts: DocumentFacts, snapshot: WorkspaceSnapshot): string | undefined {
  const element = subjectElement(facts, snapshot);
  const framework = element && snapshot.frameworkOf(facts);
  return framework && keyOf(framework, element);
}

function keyOf(framework: Framework, element: FrameworkElement): string {
  return `${framework.key}\n${element.kind}\n${element.key}`;
}
