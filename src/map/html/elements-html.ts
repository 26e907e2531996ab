import { count } from '../../core/text/words.js';
import { idOf, tag, textOf } from '../markup.js';
import type { DestinationMapView, MapDomain } from '../types.js';
import { sentence } from '../words.js';

/** The ids of what the map is made of, where its elements are explained on the same page. */
export function elementAnchor(kind: 'hub' | 'domain' | 'knowledge_domain', key: string, idPrefix: string): string {
  return idOf(idPrefix, kind, key);
}

/** Hub, core domains and knowledge domains, each with what the framework says of it. */
export function elementsHtml(view: DestinationMapView, { idPrefix }: { readonly idPrefix: string }): string {
  const { framework, domains } = view;
  const relations = framework.relations.filter(({ kind }) => kind === 'cycle' || kind === 'frame');
  return tag(
    'dl',
    { class: 'dm-elements' },
    tag('dt', { id: elementAnchor('hub', framework.key, idPrefix) }, textOf(framework.hub)),
    tag(
      'dd',
      {},
      textOf(['The centre of the map.', ...relations.map(({ title, description }) => sentence(description ?? title))].join(' ')),
    ),
    ...domains.map((domain) => domainHtml(domain, view, idPrefix)),
  );
}

function domainHtml(domain: MapDomain, view: DestinationMapView, idPrefix: string): string {
  const { knowledgeDomain, description, requirement, criteria } = domain;
  const served = `Served by ${criteria.length} of ${count(view.criteria.length, 'criterion', 'criteria')}.`;
  const says = [
    ...(description === undefined ? [] : [sentence(description)]),
    ...(requirement === undefined ? [] : [sentence(requirement)]),
    served,
  ];
  const knowledge = knowledgeDomain
    ? tag(
        'dd',
        { id: elementAnchor('knowledge_domain', knowledgeDomain.key, idPrefix) },
        textOf(`Knowledge domain: ${sentence(knowledgeDomain.title)}`),
      )
    : '';
  return (
    tag('dt', { id: elementAnchor('domain', domain.key, idPrefix) }, textOf(domain.title)) +
    tag('dd', {}, textOf(says.join(' '))) +
    knowledge
  );
}
