import { type CriterionCoverage, coverageOf } from '../../core/coverage/coverage.js';
import { type ElementKind, type Framework, findCurrent } from '../../core/model/framework.js';
import type { Application } from '../../core/workspace/application.js';
import { fieldsOf, nameIn } from '../../core/workspace/document.js';
import { listAt } from '../../core/yaml/value.js';
import type { ElementName, ExchangeInput } from '../types.js';
import { isExported } from './scopes.js';

/** That one element refers to another, and who says so. */
export interface CrossReference {
  readonly from: ElementName;
  readonly to: ElementName;
  /** What is said: that it is related, serves a domain or attribute, makes use of a practice, or rests on a knowledge domain. */
  readonly as: 'related' | 'serves' | 'practice' | 'knowledge';
  readonly because: string | undefined;
}

/** What a framework itself says: each core domain rests on its knowledge domain. */
export function frameworkReferences(framework: Framework): CrossReference[] {
  return framework.elements.flatMap(({ kind, key, knowledgeDomain }) => {
    const from = { kind, key };
    return knowledgeDomain === undefined ? [] : references(framework, from, 'knowledge', ['knowledge_domain'], [knowledgeDomain]);
  });
}

/** What the exported guidance of an application says about its criteria, each statement once. */
export function applicationReferences(application: Application, input: ExchangeInput): CrossReference[] {
  const { framework } = application;
  if (!framework) return [];
  return exportedCriteria(application, input).flatMap((criterion) => {
    const from: ElementName = { kind: 'criterion', key: criterion.key };
    const facts = criterion.path === undefined ? undefined : input.snapshot.facts(criterion.path);
    const names = (field: string) => listAt(facts ? fieldsOf(facts) : {}, field).flatMap((name) => nameIn(name) ?? []);
    return once([
      ...criterion.claims.flatMap(({ domain, attributes, because }) => [
        ...references(framework, from, 'serves', ['domain'], [domain], because),
        ...references(framework, from, 'serves', ['attribute'], attributes, because),
      ]),
      ...references(framework, from, 'related', ['criterion'], names('related')),
      ...references(framework, from, 'practice', ['practice'], names('practices')),
    ]);
  });
}

/** How an application stands with its criteria; guidance that is not exported counts as if it were not there. */
export function exportedCriteria(application: Application, input: ExchangeInput): readonly CriterionCoverage[] {
  const { snapshot } = input;
  const found = coverageOf(snapshot).applications.find(({ path }) => path === application.path);
  return (found?.criteria ?? []).map((criterion) => {
    const facts = criterion.path === undefined ? undefined : snapshot.facts(criterion.path);
    if (!facts || isExported(facts, input)) return criterion;
    const parts = criterion.parts.map((part) => ({ ...part, state: 'missing' as const }));
    return { ...criterion, ...NOT_EXPORTED, parts };
  });
}

const NOT_EXPORTED = {
  state: 'missing',
  because: undefined,
  path: undefined,
  status: undefined,
  unfilled: [],
  gaps: [],
  claims: [],
  sources: [],
  reviewDue: undefined,
} as const;

/** References to the elements that names mean; to what replaced them, where something did. An element does not refer to itself. */
function references(
  framework: Framework,
  from: ElementName,
  as: CrossReference['as'],
  kinds: readonly ElementKind[],
  names: readonly string[],
  because?: string,
): CrossReference[] {
  return names.flatMap((name) => {
    const to = findCurrent(framework, kinds, name);
    if (!to || (to.kind === from.kind && to.key === from.key)) return [];
    return [{ from, to: { kind: to.kind, key: to.key }, as, because }];
  });
}

/** Two claims can name one domain, each with its own reason: the reference is one, with the first of the reasons. */
function once(all: readonly CrossReference[]): CrossReference[] {
  const seen = new Set<string>();
  return all.filter(({ to, as }) => {
    const name = `${as} ${to.kind} ${to.key}`;
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}
