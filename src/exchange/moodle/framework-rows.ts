import type { CriterionCoverage } from '../../core/coverage/coverage.js';
import {
  currentElement,
  type ElementKind,
  elementsOf,
  type FrameworkElement,
  findCurrent,
  findElement,
  KIND_NAMES,
  labelled,
} from '../../core/model/framework.js';
import { MANIFEST } from '../../core/model/manifest.js';
import { fieldText, titleOf } from '../../core/workspace/document.js';
import { applicationReferences, exportedCriteria, frameworkReferences } from '../plan/cross-references.js';
import type { ElementName, ExchangeInput, Scope } from '../types.js';
import type { MoodleRow } from './columns.js';
import { descriptionOf, idNumberOf, linkParagraph, shortNameOf } from './fields.js';

/** The elements that people can have or work with, each kind under a heading of its own. Audiences are nothing to be competent in. */
const GROUPS: readonly (readonly [kind: ElementKind, title: string])[] = [
  ['criterion', 'Criteria'],
  ['domain', 'Core domains'],
  ['knowledge_domain', 'Knowledge domains'],
  ['attribute', 'Attributes'],
  ['practice', 'Learning practices'],
];

const HTML = '1';
/** A framework has to have a scale. This is the one that comes with Moodle; it is made where a site has it no more. */
const SCALE = 'Not yet competent,Competent';
/** Moodle puts the number of the scale on its own site in the place of the first. */
const SCALE_CONFIGURATION = JSON.stringify([
  { scaleid: '1' },
  { id: 1, scaledefault: 0, proficient: 0 },
  { id: 2, scaledefault: 1, proficient: 1 },
]);
/** What Moodle calls a competency at each depth: the kind, the element, its part. */
const TAXONOMY = 'concept,competency,indicator,indicator';

/** One framework as Moodle's rows: the framework, then parents before their children. */
export function frameworkRows(scope: Scope, input: ExchangeInput): MoodleRow[] {
  const current = scope.framework.elements.filter((element) => currentElement(scope.framework, element) === element);
  const groups = GROUPS.filter(([kind]) => current.some((element) => element.kind === kind));
  const related = relatedIds(scope, input);
  const coverage = new Map(scope.application ? exportedCriteria(scope.application, input).map((one) => [one.key, one]) : []);
  return [
    frameworkRow(scope, input),
    ...groups.flatMap(([kind, title]) => [
      { idNumber: idNumberOf(kind.replace('_', '-')), shortName: title, descriptionFormat: HTML, ...COMPETENCY },
      ...elementsOf(scope.framework, kind)
        .filter((element, index, all) => current.includes(element) && all.findIndex(({ key }) => key === element.key) === index)
        .flatMap((element) =>
          elementRows(element, { scope, input, related, criterion: kind === 'criterion' ? coverage.get(element.key) : undefined }),
        ),
    ]),
  ];
}

/** Every competency has these: no rule, which Moodle writes so. */
const COMPETENCY = { ruleOutcome: '0', ruleConfig: 'null' } as const;

function frameworkRow({ framework, application }: Scope, { snapshot, addressOf }: ExchangeInput): MoodleRow {
  const facts = application && snapshot.facts(application.path);
  const manifest = snapshot.facts(MANIFEST);
  const address = addressOf?.(application ? { document: application.path } : { framework: framework.key });
  const version = framework.version === '' ? '' : ` (${framework.version})`;
  return {
    idNumber: idNumberOf(framework.key, ...(application ? [application.key] : [])),
    shortName: shortNameOf(application ? application.title : `${framework.title}${version}`),
    description:
      descriptionOf([
        `${framework.title}${version}`,
        facts && fieldText(facts, 'summary'),
        framework.description,
        manifest && fieldText(manifest, 'disclaimer'),
      ]) + (address === undefined ? '' : linkParagraph(address, application?.title ?? framework.title)),
    descriptionFormat: HTML,
    scaleValues: SCALE,
    scaleConfiguration: SCALE_CONFIGURATION,
    isFramework: '1',
    taxonomy: TAXONOMY,
  };
}

interface About {
  readonly scope: Scope;
  readonly input: ExchangeInput;
  readonly related: ReadonlyMap<string, readonly string[]>;
  readonly criterion: CriterionCoverage | undefined;
}

function elementRows(element: FrameworkElement, { related, criterion, ...about }: About): MoodleRow[] {
  const id = idOf(element);
  const row: MoodleRow = {
    parentIdNumber: idNumberOf(element.kind.replace('_', '-')),
    idNumber: id,
    shortName: shortNameOf(labelled({ number: element.number, title: element.shortTitle })),
    description:
      descriptionOf([labelled(element), element.description, element.requirement, standing(criterion)]) +
      guidanceHtml(element, criterion, about),
    descriptionFormat: HTML,
    relatedIdNumbers: (related.get(id) ?? []).join(','),
    ...COMPETENCY,
  };
  const parts = element.parts.filter(({ key }, index) => element.parts.findIndex((other) => other.key === key) === index);
  return [
    row,
    ...parts.map((part) => ({
      parentIdNumber: id,
      idNumber: idNumberOf(element.kind.replace('_', '-'), element.key, part.key),
      shortName: shortNameOf(labelled({ number: `${element.number ?? ''}${part.label}`, title: part.title })),
      description: descriptionOf([`${part.title} (${KIND_NAMES[element.kind]} ${labelled(element)})`]),
      descriptionFormat: HTML,
      ...COMPETENCY,
    })),
  ];
}

/** That a criterion is planned or does not apply here, with the reason: whoever plans learning has to know. */
function standing(criterion: CriterionCoverage | undefined): string | undefined {
  if (criterion?.state === 'planned') return `Guidance is planned. ${criterion.because ?? ''}`;
  return criterion?.state === 'not-applicable' ? `It does not apply here. ${criterion.because ?? ''}` : undefined;
}

function guidanceHtml(
  element: FrameworkElement,
  criterion: CriterionCoverage | undefined,
  { scope, input }: Pick<About, 'scope' | 'input'>,
): string {
  const { kind, key } = element;
  const facts = criterion?.path === undefined ? undefined : input.snapshot.facts(criterion.path);
  const thing = facts ? { document: facts.path } : { framework: scope.framework.key, kind, key };
  const address = input.addressOf?.(thing);
  const summary = facts ? descriptionOf([fieldText(facts, 'summary')]) : '';
  return summary + (address === undefined ? '' : linkParagraph(address, facts ? titleOf(facts) : element.title));
}

function idOf({ kind, key }: ElementName): string {
  return idNumberOf(kind.replace('_', '-'), key);
}

/** The cross-references of every element, on both of its sides: in Moodle they have no direction. */
function relatedIds({ framework, application }: Scope, input: ExchangeInput): Map<string, readonly string[]> {
  const related = new Map<string, Set<string>>();
  const add = (from: string, to: string) => related.set(from, (related.get(from) ?? new Set()).add(to));
  const all = [...frameworkReferences(framework), ...(application ? applicationReferences(application, input) : [])];
  for (const { from, to } of all) {
    // What has been replaced has no row.
    if (findElement(framework, [from.kind], from.key) !== findCurrent(framework, [from.kind], from.key)) continue;
    add(idOf(from), idOf(to));
    add(idOf(to), idOf(from));
  }
  return new Map([...related].map(([from, to]) => [from, [...to].sort()]));
}
