import type { DocumentFacts } from '../facts/types.js';
import { type Framework, type FrameworkElement, findElement } from '../model/framework.js';
import { applicationOf, subjectOf } from './document.js';
import type { WorkspaceSnapshot } from './snapshot.js';

const indexed = new WeakMap<WorkspaceSnapshot, ReadonlyMap<string, readonly DocumentFacts[]>>();
const NONE: readonly DocumentFacts[] = [];

/** The element of its framework that all of a document is about; undefined where it names none that exists. */
export function subjectElement(facts: DocumentFacts, snapshot: WorkspaceSnapshot): FrameworkElement | undefined {
  const subject = facts.type === 'application' ? undefined : subjectOf(facts);
  const framework = subject && snapshot.frameworkOf(facts);
  return framework && findElement(framework, subject.kinds, subject.name);
}

/** The documents that are about an element, of every application, in the order of their paths. */
export function documentsAbout(element: FrameworkElement, framework: Framework, snapshot: WorkspaceSnapshot): readonly DocumentFacts[] {
  let index = indexed.get(snapshot);
  if (!index) {
    index = makeIndex(snapshot);
    indexed.set(snapshot, index);
  }
  return index.get(keyOf(framework, element)) ?? NONE;
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

function makeIndex(snapshot: WorkspaceSnapshot): Map<string, DocumentFacts[]> {
  const index = new Map<string, DocumentFacts[]>();
  for (const facts of snapshot.markdown) {
    const element = subjectElement(facts, snapshot);
    const framework = element && snapshot.frameworkOf(facts);
    if (!framework) continue;
    const key = keyOf(framework, element);
    const same = index.get(key);
    if (same) same.push(facts);
    else index.set(key, [facts]);
  }
  return index;
}

function keyOf(framework: Framework, element: FrameworkElement): string {
  return `${framework.key}\n${element.kind}\n${element.key}`;
}
