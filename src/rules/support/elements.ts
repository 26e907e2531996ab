import type { DocumentFacts } from '../../core/facts/types.js';
import { type ElementKind, type Framework, type FrameworkElement, KIND_NAMES } from '../../core/model/framework.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';

/** An element by its label and its shorter title: “12: Feedback culture”. */
export function shortName(element: FrameworkElement): string {
  return element.number === undefined ? element.shortTitle : `${element.number}: ${element.shortTitle}`;
}

/** An element by its key, with what the key stands for: “feedback-culture” (12: Feedback culture). */
export function keyAndName(element: FrameworkElement): string {
  return `“${element.key}” (${shortName(element)})`;
}

/** The name of a kind of element with its article: “a criterion”, “an attribute”. */
export function aKind(kind: ElementKind): string {
  const name = KIND_NAMES[kind];
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;
}

/**
 * The frameworks that a file can take the names of elements from. A document speaks of one; the source register
 * belongs to all of them. None where a framework's file cannot be read: what it holds is not known then.
 */
export function frameworksFor(facts: DocumentFacts, snapshot: WorkspaceSnapshot): readonly Framework[] {
  if (snapshot.frameworks.length < snapshot.manifest.frameworks.length) return [];
  if (facts.format === 'yaml' && facts.type !== 'framework') return snapshot.frameworks;
  const framework = snapshot.frameworkOf(facts);
  return framework ? [framework] : [];
}
