import type { DocumentFacts } from '../../core/facts/types.js';
import { type ElementKind, type Framework, findCurrent, labelled } from '../../core/model/framework.js';
import { applicationOf, claimsOf, fieldsOf, fieldText, nameIn, titleOf } from '../../core/workspace/document.js';
import { subjectElement } from '../../core/workspace/subjects.js';
import { listAt, textAt, valueAt } from '../../core/yaml/value.js';
import { exportedApplications, exportedFrameworks, isExported } from '../plan/scopes.js';
import type { ExchangeInput } from '../types.js';
import { conceptId, documentId, type Node, schemeId } from './names.js';

/** The documents as learning resources, each aligned with the elements that it speaks of; those that speak of none are left out. */
export function* resourceNodes(input: ExchangeInput): Generator<Node> {
  const { snapshot } = input;
  const applications = new Map(exportedApplications(input).map((application) => [application.key, application]));
  const frameworks = new Set(exportedFrameworks(input));
  for (const facts of snapshot.markdown) {
    const framework = snapshot.frameworkOf(facts);
    if (!framework || !frameworks.has(framework) || !isExported(facts, input)) continue;
    const key = applicationOf(facts);
    const application = key === undefined ? undefined : applications.get(key);
    if (key !== undefined && !application) continue;
    const own = application?.path === facts.path;
    const alignments = alignmentsOf(facts, framework, input);
    if (alignments.length === 0 && !own) continue;
    const whole = own || !application ? undefined : snapshot.facts(application.path);
    yield {
      ...resource(facts, input),
      isPartOf: whole && idOf(whole),
      about: own ? schemeId(framework.key) : subjectOf(facts, framework, input),
      mentions: mentioned(facts, framework),
      educationalAlignment: alignments.length > 0 ? alignments : undefined,
    };
  }
}

function resource(facts: DocumentFacts, { snapshot, addressOf, lastModified }: ExchangeInput): Node {
  const type = snapshot.types.get(facts.type ?? '');
  return {
    id: idOf(facts),
    type: 'schema:LearningResource',
    name: titleOf(facts),
    description: fieldText(facts, 'summary'),
    inLanguage: fieldText(facts, 'lang') ?? snapshot.manifest.lang,
    learningResourceType: type?.schema.title ?? facts.type,
    creativeWorkStatus: fieldText(facts, 'status'),
    dateModified: lastModified?.[facts.path],
    url: addressOf?.({ document: facts.path }),
  };
}

function idOf(facts: DocumentFacts): string {
  return documentId(facts.path, fieldText(facts, 'id'));
}

function subjectOf(facts: DocumentFacts, framework: Framework, { snapshot }: ExchangeInput): string | undefined {
  const subject = subjectElement(facts, snapshot);
  const current = subject && findCurrent(framework, [subject.kind], subject.key);
  return current && conceptId(framework.key, current.kind, current.key);
}

/** The criteria that a reader needs next, and the practices that the guidance is about. */
function mentioned(facts: DocumentFacts, framework: Framework): string[] | undefined {
  const named = (
    [
      ['related', 'criterion'],
      ['practices', 'practice'],
    ] as const
  ).flatMap(([field, kind]) => listAt(fieldsOf(facts), field).flatMap((name) => conceptNamed(framework, kind, nameIn(name)) ?? []));
  return named.length > 0 ? [...new Set(named)] : undefined;
}

/** What a document is aligned with: what all of it is about, what it says that it serves, and what it supports. */
function alignmentsOf(facts: DocumentFacts, framework: Framework, { snapshot }: ExchangeInput): Node[] {
  const subject = subjectElement(facts, snapshot);
  const all = [
    alignment(framework, subject?.kind, subject?.key),
    ...claimsOf(facts).flatMap(({ domain, attributes, because }) => [
      alignment(framework, 'domain', domain, because),
      ...attributes.map((attribute) => alignment(framework, 'attribute', attribute, because)),
    ]),
    ...listAt(fieldsOf(facts), 'supports').map((item) =>
      alignment(framework, 'criterion', nameIn(valueAt(item, ['criterion'])), textAt(item, 'because')),
    ),
  ].filter((one) => one !== undefined);
  // A domain can be served with several attributes: it is aligned with once.
  return all.filter((one, index) => all.findIndex((other) => other['targetUrl'] === one['targetUrl']) === index);
}

/** An AlignmentObject of schema.org. A document is about an element; that it teaches or assesses it is more than it says. */
function alignment(framework: Framework, kind: ElementKind | undefined, name: string | undefined, because?: string): Node | undefined {
  const element = kind === undefined || name === undefined ? undefined : findCurrent(framework, [kind], name);
  if (!element) return undefined;
  return {
    type: 'schema:AlignmentObject',
    alignmentType: 'educationalSubject',
    educationalFramework: framework.title,
    targetName: labelled(element),
    targetDescription: because,
    targetUrl: conceptId(framework.key, element.kind, element.key),
  };
}

function conceptNamed(framework: Framework, kind: ElementKind, name: string | undefined): string | undefined {
  const element = name === undefined ? undefined : findCurrent(framework, [kind], name);
  return element && conceptId(framework.key, kind, element.key);
}
