import type { DocumentFacts } from '../facts/types.js';
import { elementsOf, type Framework, type FrameworkElement, findElement } from '../model/framework.js';
import { type FieldPath, listAt, textAt, valueAt } from '../yaml/value.js';
import { applicationOf, criterionOf, fieldsOf, fieldText, nameIn, titleOf } from './document.js';
import { type IndexedRoot, keptByRoot } from './kept-index.js';

const byApplication = keptByRoot((facts) => [applicationOf(facts) ?? []].flat());

/** What an application's document says about a criterion that has no guidance. */
export interface StandingEntry {
  /** The criterion as it is written there, and the element that it names, if there is one. */
  readonly name: string;
  readonly criterion: FrameworkElement | undefined;
  readonly state: 'planned' | 'not-applicable';
  readonly because: string | undefined;
  readonly field: FieldPath;
}

/** A framework applied to one field. */
export interface Application {
  readonly key: string;
  readonly title: string;
  /** Its document. */
  readonly path: string;
  readonly framework: Framework | undefined;
  readonly entries: readonly StandingEntry[];
}

/** The application that a document of that type describes. */
export function readApplication(facts: DocumentFacts, frameworks: readonly Framework[]): Application | undefined {
  // Asked of every document of a root: most are told by their type.
  const key = facts.type === 'application' ? applicationOf(facts) : undefined;
  if (key === undefined) return undefined;
  const framework = frameworkNamed(fieldText(facts, 'framework'), frameworks);
  const entries = listAt(fieldsOf(facts), 'criteria').flatMap((item, index): StandingEntry[] => {
    const name = nameIn(valueAt(item, ['criterion']));
    const state = textAt(item, 'state');
    if (name === undefined || (state !== 'planned' && state !== 'not-applicable')) return [];
    const criterion = framework && findElement(framework, ['criterion'], name);
    return [{ name, criterion, state, because: textAt(item, 'because'), field: ['criteria', index] }];
  });
  return { key, title: titleOf(facts), path: facts.path, framework, entries };
}

/** The framework of that key; where no key is given, the root's only framework or its first. */
export function frameworkNamed(key: string | undefined, frameworks: readonly Framework[]): Framework | undefined {
  return key === undefined ? frameworks[0] : frameworks.find((framework) => framework.key === key);
}

/** The documents that say that they belong to an application, its own among them, in the order of their paths. */
export function documentsOf(application: string, root: IndexedRoot): readonly DocumentFacts[] {
  return byApplication(root).get(application);
}

/** The guidance documents of an application by the key of their criterion, each list in the order of the paths. */
export function guidanceOf(application: Application, root: IndexedRoot): Map<string, DocumentFacts[]> {
  const byCriterion = new Map<string, DocumentFacts[]>();
  for (const facts of documentsOf(application.key, root)) {
    if (facts.type === 'application') continue;
    const name = criterionOf(facts);
    const criterion = name === undefined || !application.framework ? undefined : findElement(application.framework, ['criterion'], name);
    if (!criterion) continue;
    const same = byCriterion.get(criterion.key);
    if (same) same.push(facts);
    else byCriterion.set(criterion.key, [facts]);
  }
  return byCriterion;
}

/** The criteria of an application's framework, in order. */
export function criteriaOf(application: Application): readonly FrameworkElement[] {
  return application.framework ? elementsOf(application.framework, 'criterion') : [];
}
