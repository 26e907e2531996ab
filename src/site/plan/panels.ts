import type { DocumentFacts } from '../../core/facts/types.js';
import { labelled } from '../../core/model/framework.js';
import { applicationOf, claimsOf, fieldsOf, gapsOf, nameIn } from '../../core/workspace/document.js';
import { guidanceOn } from '../../core/workspace/subjects.js';
import { listAt, textAt, textsAt, valueAt } from '../../core/yaml/value.js';
import type { LinkedText, Panel, SourceCard } from '../types.js';
import type { PageIndex } from './page-index.js';
import { pageTitle } from './page-title.js';
import { reasonNote } from './reason-note.js';

/** The lists below a document's text, each only where there is something in it. */
export function panelsOf(
  facts: DocumentFacts,
  index: PageIndex,
  sources: Readonly<Record<string, SourceCard>>,
  referrers: readonly DocumentFacts[],
): Panel[] {
  const panels: Panel[] = [
    { id: 'serves', title: 'What this serves', intro: SERVES_INTRO, items: claims(facts, index) },
    { id: 'supports', title: 'Criteria that this supports', items: supports(facts, index) },
    { id: 'related', title: 'Related criteria', items: related(facts, index) },
    { id: 'gaps', title: 'Known gaps', intro: GAPS_INTRO, items: gaps(facts) },
    { id: 'sources', title: 'Sources', items: sourcesOf(facts, sources) },
    { id: 'referrers', title: 'Pages that refer here', items: referrers.map((facts) => pageLink(facts, index)) },
  ];
  return panels.filter(({ items }) => items.length > 0);
}

const SERVES_INTRO = 'Core domains and attributes of the framework, each with the reason for the claim and what it rests on.';
const GAPS_INTRO = 'What is known to be absent, recorded so that nobody mistakes it for settled.';

function pageLink(facts: DocumentFacts, index: PageIndex): LinkedText {
  return { text: pageTitle(facts, index.snapshot), ...page(index.pageOf(facts.path)) };
}

function claims(facts: DocumentFacts, index: PageIndex): LinkedText[] {
  const framework = index.snapshot.frameworkOf(facts);
  return claimsOf(facts).map((claim) => {
    const domain = index.elementNamed(framework, ['domain'], claim.domain);
    const attributes = claim.attributes.map((name) => index.elementNamed(framework, ['attribute'], name)?.element.shortTitle ?? name);
    const text = [domain?.element.title ?? claim.domain, ...attributes].join(', ');
    return { text, ...page(domain?.page), ...note(claim.because, claim.basis) };
  });
}

function supports(facts: DocumentFacts, index: PageIndex): LinkedText[] {
  const framework = index.snapshot.frameworkOf(facts);
  return listAt(fieldsOf(facts), 'supports').flatMap((item) => {
    const name = nameIn(valueAt(item, ['criterion']));
    if (name === undefined) return [];
    const found = index.elementNamed(framework, ['criterion'], name);
    const text = found ? labelled({ number: found.element.number, title: found.element.shortTitle }) : name;
    return [{ text, ...page(found?.page), ...note(textAt(item, 'because'), textAt(item, 'basis')) }];
  });
}

/** Related criteria lead to the application's own guidance on them, else to the criterion's page. */
function related(facts: DocumentFacts, index: PageIndex): LinkedText[] {
  const framework = index.snapshot.frameworkOf(facts);
  const application = applicationOf(facts);
  return listAt(fieldsOf(facts), 'related').flatMap((value) => {
    const name = nameIn(value);
    const found = name === undefined ? undefined : index.elementNamed(framework, ['criterion'], name);
    if (!found || !framework) return [];
    const own = application === undefined ? [] : guidanceOn(found.element, framework, application, index.snapshot);
    const there = own.find((document) => index.has(document.path));
    return [
      {
        text: labelled({ number: found.element.number, title: found.element.shortTitle }),
        page: (there && index.pageOf(there.path)) ?? found.page,
      },
    ];
  });
}

function gaps(facts: DocumentFacts): LinkedText[] {
  return gapsOf(facts).map(({ about, because }) => ({ text: about, ...note(because, undefined) }));
}

/** The sources that the text cites or that its fields name. */
function sourcesOf(facts: DocumentFacts, sources: Readonly<Record<string, SourceCard>>): LinkedText[] {
  const cited = facts.references.flatMap((reference) => (reference.via === 'citation' ? [reference.source] : []));
  return [...new Set([...textsAt(fieldsOf(facts), 'provenance'), ...cited])].flatMap((id) => {
    const card = Object.hasOwn(sources, id) ? sources[id] : undefined;
    return card ? [{ text: card.reference, page: card.href }] : [];
  });
}

function page(found: string | undefined): { page?: string } {
  return found === undefined ? {} : { page: found };
}

/** A reason with what it rests on. */
function note(because: string | undefined, basis: string | undefined): { note?: string } {
  const text = reasonNote(because, basis);
  return text === undefined ? {} : { note: text };
}
