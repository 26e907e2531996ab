import type { DocumentFacts } from '../core/facts/types.js';
import type { Finding } from '../core/lint/finding.js';
import { defineLinkedRule } from '../core/lint/rule.js';
import { type Framework, type FrameworkElement, findCurrent, findElement } from '../core/model/framework.js';
import { listOf } from '../core/text/suggest.js';
import { type Claim, claimsOf } from '../core/workspace/document.js';
import { subjectElement } from '../core/workspace/subjects.js';
import type { FieldPath } from '../core/yaml/value.js';
import { shortName } from './support/elements.js';

export const rule = defineLinkedRule({
  id: 'claim-allowed',
  meta: {
    scope: 'linked',
    group: 'criteria',
    description: 'Require claims to be ones that the framework allows, each made once',
    defaultSeverity: 'error',
    fixable: false,
    defaultOptions: {},
    messages: {
      excluded:
        '“{framework}” lets criterion {criterion} serve only {allowed}, and not {domain}. Take this claim out, or change the framework.',
      repeated: '{what} is claimed above already. Keep one claim, with the reason that says most.',
    },
  },
  check({ facts, snapshot, report }) {
    const claims = claimsOf(facts);
    const framework = claims.length > 0 ? snapshot.frameworkOf(facts) : undefined;
    if (!framework) return;
    const criterion = subjectElement(facts, snapshot);
    for (const claim of claims) {
      const finding = criterion && exclusion(claim, criterion, framework);
      if (finding) report(finding);
    }
    for (const finding of repetitions(claims, framework, facts)) report(finding);
  },
});

function exclusion(claim: Claim, criterion: FrameworkElement, framework: Framework): Finding | undefined {
  const domain = findCurrent(framework, ['domain'], claim.domain);
  const allows = (name: string) => findCurrent(framework, ['domain'], name) === domain;
  if (!domain || criterion.domains.length === 0 || criterion.domains.some(allows)) return undefined;
  const allowed = criterion.domains.map((key) => quoted('domain', key, framework));
  return {
    messageId: 'excluded',
    data: {
      framework: framework.title,
      criterion: shortName(criterion),
      allowed: listOf(allowed, 'and'),
      domain: quoted('domain', claim.domain, framework),
    },
    at: { field: [...claim.field, 'domain'] },
    suggestions: [{ title: 'Take out this claim', edits: [{ field: claim.field, remove: true }] }],
  };
}

function repetitions(claims: readonly Claim[], framework: Framework, { path }: DocumentFacts): Finding[] {
  const first = new Map<string, FieldPath>();
  const found: Finding[] = [];
  for (const claim of claims) {
    for (const { cell, what, field } of cellsOf(claim, framework)) {
      const earlier = first.get(cell);
      if (!earlier) first.set(cell, field);
      // One list that names an attribute twice is a slip of another kind, which the schema finds.
      else if (earlier[1] !== field[1]) {
        const related = [{ path, at: { field: earlier }, message: 'The first claim.' }];
        found.push({ messageId: 'repeated', data: { what }, at: { field }, related });
      }
    }
  }
  return found;
}

interface Cell {
  readonly cell: string;
  readonly what: string;
  readonly field: FieldPath;
}

/** What a claim is about: a domain with each of its attributes, or the domain by itself. */
function cellsOf({ domain, attributes, field }: Claim, framework: Framework): Cell[] {
  const key = findCurrent(framework, ['domain'], domain)?.key ?? domain;
  const name = quoted('domain', domain, framework);
  if (attributes.length === 0) return [{ cell: key, what: name, field: [...field, 'domain'] }];
  return attributes.map((attribute, index) => {
    const element = findCurrent(framework, ['attribute'], attribute);
    const what = `${name} with attribute ${element ? shortName(element) : `“${attribute}”`}`;
    return { cell: `${key}\n${element?.key ?? attribute}`, what, field: [...field, 'attributes', index] };
  });
}

function quoted(kind: string, name: string, framework: Framework): string {
  return `“${findElement(framework, [kind], name)?.shortTitle ?? name}”`;
}
