import type { DocumentFacts } from '../../core/facts/types.js';
import type { Framework } from '../../core/model/framework.js';
import type { Application } from '../../core/workspace/application.js';
import { fieldText, isWithdrawn } from '../../core/workspace/document.js';
import type { ExchangeInput, Scope } from '../types.js';

type Selected = Pick<ExchangeInput, 'snapshot' | 'drafts' | 'application'>;

/** Whether a document is exported: it can be read, is in use, and is no draft unless drafts are wanted. */
export function isExported(facts: DocumentFacts, { drafts }: Pick<ExchangeInput, 'drafts'>): boolean {
  if (facts.fields.state !== 'parsed' || isWithdrawn(facts)) return false;
  return drafts || fieldText(facts, 'status') !== 'draft';
}

/** The applications that are exported, in the order of their documents' paths; of two with one key the first. */
export function exportedApplications(input: Selected): readonly Application[] {
  const { snapshot, application: wanted } = input;
  return snapshot.applications.filter((application) => {
    const facts = snapshot.facts(application.path);
    if (wanted !== undefined && application.key !== wanted) return false;
    return facts !== undefined && isExported(facts, input) && snapshot.application(application.key) === application;
  });
}

/** Each exported application with its framework; then, unless one application is asked for, the frameworks that none applies. */
export function scopesOf(input: Selected): readonly Scope[] {
  const applied = exportedApplications(input).flatMap((application) =>
    application.framework ? [{ application, framework: application.framework }] : [],
  );
  if (input.application !== undefined) return applied;
  const used = new Set(applied.map(({ framework }) => framework));
  return [
    ...applied,
    ...exportedFrameworks(input).flatMap((framework) => (used.has(framework) ? [] : [{ framework, application: undefined }])),
  ];
}

/** The frameworks that are exported; of two with one key, which an export can be forced in spite of, the first. */
export function exportedFrameworks(input: Selected): readonly Framework[] {
  const { frameworks } = input.snapshot;
  const first = frameworks.filter(({ key }, index) => frameworks.findIndex((other) => other.key === key) === index);
  if (input.application === undefined) return first;
  const applied = new Set(exportedApplications(input).map(({ framework }) => framework));
  return first.filter((framework) => applied.has(framework));
}
