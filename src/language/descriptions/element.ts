import { type CoverageState, type CriterionCoverage, coverageOf } from '../../core/coverage/coverage.js';
import { type Framework, type FrameworkElement, findElement, KIND_NAMES, labelled } from '../../core/model/framework.js';
import { listOf } from '../../core/text/suggest.js';
import { capital, count } from '../../core/text/words.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import { bullets, code, paragraphs, plain } from './markdown.js';

/** How each state of coverage is said. */
export const STATE_TITLES: Readonly<Record<CoverageState, string>> = {
  covered: 'covered',
  partial: 'partly covered',
  missing: 'no guidance yet',
  planned: 'planned',
  'not-applicable': 'not applicable',
};

/** What a framework says of one of its elements, as Markdown. */
export function describeElement(element: FrameworkElement, framework: Framework): string {
  const { replacedBy, parts } = element;
  const next = replacedBy === undefined ? undefined : findElement(framework, [element.kind], replacedBy);
  return paragraphs(
    `**${plain(labelled(element))}**`,
    `${capital(KIND_NAMES[element.kind])} ${code(element.key)} of ${plain(framework.title)}`,
    element.description === undefined ? undefined : plain(element.description),
    element.requirement === undefined ? undefined : `To meet: ${plain(element.requirement)}`,
    element.function === undefined ? undefined : plain(element.function),
    knowledgeOf(element, framework),
    parts.length === 0
      ? undefined
      : bullets(parts.map(({ label, title }) => `${plain(element.number ?? '')}${plain(label)}: ${plain(title)}`)),
    replacedBy === undefined ? undefined : `Replaced by ${next ? plain(labelled(next)) : code(replacedBy)}.`,
  );
}

function knowledgeOf({ knowledgeDomain }: FrameworkElement, framework: Framework): string | undefined {
  if (knowledgeDomain === undefined) return undefined;
  const found = findElement(framework, ['knowledge_domain'], knowledgeDomain);
  return `Evidence comes from ${found ? plain(found.title) : code(knowledgeDomain)}.`;
}

/** How every application of its framework stands with an element, as Markdown; empty where nothing is count for its kind. */
export function describeCoverage(element: FrameworkElement, framework: Framework, snapshot: WorkspaceSnapshot): string {
  const lines = coverageOf(snapshot).applications.flatMap((application) => {
    if (application.framework !== framework.key) return [];
    const criterion = element.kind === 'criterion' ? application.criteria.find(({ key }) => key === element.key) : undefined;
    const said = criterion ? stateOf(criterion) : servedIn(element, application);
    return said === undefined ? [] : [`${plain(application.title)}: ${said}`];
  });
  return lines.length === 0 ? '' : bullets(lines);
}

function stateOf({ state, because, unfilled, parts, status }: CriterionCoverage): string {
  const lacking = [...unfilled, ...parts.filter((part) => part.state === 'missing').map(({ title }) => title)].map(
    (title) => `“${plain(title)}”`,
  );
  const details = [
    because === undefined ? undefined : plain(because),
    state === 'partial' && status !== undefined ? `its status is ${code(status)}` : undefined,
    state === 'partial' && lacking.length > 0 ? `to be written: ${listOf(lacking, 'and')}` : undefined,
  ].filter((detail) => detail !== undefined);
  return `**${STATE_TITLES[state]}**${details.length === 0 ? '' : `: ${details.join('; ')}`}`;
}

type Served = {
  readonly domains: readonly ServedElement[];
  readonly attributes: readonly ServedElement[];
  readonly counts: { readonly total: number };
};
type ServedElement = { readonly key: string; readonly criteria: readonly string[] };

function servedIn(element: FrameworkElement, { domains, attributes, counts }: Served): string | undefined {
  const all = element.kind === 'domain' ? domains : element.kind === 'attribute' ? attributes : [];
  const served = all.find(({ key }) => key === element.key);
  if (!served) return undefined;
  return `served by ${served.criteria.length} of ${count(counts.total, 'criterion', 'criteria')}`;
}
