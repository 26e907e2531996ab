import type { CriterionCoverage } from '../../../core/coverage/coverage.js';
import type { Application } from '../../../core/workspace/application.js';
import { exportedCriteria } from '../../plan/cross-references.js';
import type { Copy } from './copy.js';
import { GuidanceText } from './guidance-text.js';
import type { WordInput } from './types.js';

/** What an application's copy is made of: its own document and its criteria, in the framework's order. */
export interface ApplicationParts {
  readonly application: Application;
  readonly criteria: readonly CriterionCoverage[];
  /** The paths of the documents whose texts are in it. */
  readonly documents: readonly string[];
}

/** Finds what an application's copy is made of. */
export function partsOf(application: Application, input: WordInput): ApplicationParts {
  const criteria = exportedCriteria(application, input);
  return { application, criteria, documents: [application.path, ...criteria.flatMap(({ path }) => path ?? [])] };
}

/** A document's text for a copy; undefined where it cannot be read. @param shift what is added to the depths of its headings */
export function textFor(copy: Copy, path: string, shift: number): GuidanceText | undefined {
  const { snapshot, textOf, throwIfCancelled } = copy.input;
  throwIfCancelled();
  const facts = snapshot.facts(path);
  const text = textOf(path);
  return facts && text !== undefined ? new GuidanceText(copy, facts, text, shift) : undefined;
}

/** “12. Embedded and effective feedback culture”. */
export function criterionHeading({ number, title }: Pick<CriterionCoverage, 'number' | 'title'>): string {
  return number === undefined ? title : `${number}. ${title}`;
}
