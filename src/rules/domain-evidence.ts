import type { DocumentFacts } from '../core/facts/types.js';
import { defineLinkedRule } from '../core/lint/rule.js';
import { type FrameworkElement, findCurrent, findElement } from '../core/model/framework.js';
import { listOf } from '../core/text/suggest.js';
import { claimsOf, isWithdrawn } from '../core/workspace/document.js';
import type { WorkspaceSnapshot } from '../core/workspace/snapshot.js';
import { citedSources } from './support/cited.js';

export const rule = defineLinkedRule({
  id: 'domain-evidence',
  meta: {
    scope: 'linked',
    group: 'evidence',
    description: 'Point out core domains that guidance serves without evidence from their knowledge domains',
    defaultSeverity: 'info',
    fixable: false,
    defaultOptions: {},
    messages: {
      missing: 'No source cited here is registered as evidence from the knowledge domain of {domains}. Until one is, this is a known gap.',
    },
  },
  check({ facts, snapshot, report }) {
    const served = domainsServed(facts, snapshot);
    if (served.length === 0 || isWithdrawn(facts)) return;
    const evidence = new Set(citedSources(facts).flatMap(({ source }) => snapshot.sourcesById.get(source)?.knowledgeDomains ?? []));
    const without = served.filter((one) => !evidence.has(one.knowledge.key));
    if (without.length === 0) return;
    const domains = listOf(without.map(({ domain, knowledge }) => `“${domain.title}” (${knowledge.title})`));
    report({ messageId: 'missing', data: { domains }, at: { field: ['serves'], part: 'key' } });
  },
});

interface ServedDomain {
  readonly domain: FrameworkElement;
  readonly knowledge: FrameworkElement;
}

/** The core domains that a document claims to serve and whose framework names their knowledge domain, each once. */
function domainsServed(facts: DocumentFacts, snapshot: WorkspaceSnapshot): ServedDomain[] {
  const names = new Set(claimsOf(facts).map((claim) => claim.domain));
  const framework = names.size === 0 ? undefined : snapshot.frameworkOf(facts);
  if (!framework) return [];
  const domains = new Set([...names].map((name) => findCurrent(framework, ['domain'], name)));
  return [...domains].flatMap((domain) => {
    const knowledge = findElement(framework, ['knowledge_domain'], domain?.knowledgeDomain ?? '');
    return domain && knowledge ? [{ domain, knowledge }] : [];
  });
}
