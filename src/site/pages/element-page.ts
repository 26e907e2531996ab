import { elementsOf, type Framework, type FrameworkElement, KIND_NAMES, labelled } from '../../core/model/framework.js';
import { escapeHtml } from '../../core/text/escape-html.js';
import { capital } from '../../core/text/words.js';
import { applicationOf, fieldsOf } from '../../core/workspace/document.js';
import { textAt, valueAt } from '../../core/yaml/value.js';
import { compareCriterion } from '../../map/html/compare-html.js';

import { elementPage, frameworkPage } from '../addresses.js';
import { linkedList } from '../frame/linked-list.js';
import { type Href, hrefFrom } from '../frame/links.js';
import type { ElementUse } from '../plan/element-uses.js';
import type { MadeFrom } from '../plan/made-from.js';
import { elementLinks } from '../plan/map-links.js';
import { pageTitle } from '../plan/page-title.js';
import { reasonNote } from '../plan/reason-note.js';
import type { LinkedText, SiteFile } from '../types.js';
import { ownPage } from './made-page.js';

/** The page of a framework's element: what it is, and everything that serves it in every application. */
export function elementPageOf(element: FrameworkElement, framework: Framework, from: MadeFrom): SiteFile {
  const page = elementPage(framework.key, element.kind, element.key);
  const href = hrefFrom({ page }, from.shared);
  const parts = [
    about(element, framework, from, href),
    comparison(element, framework, from, page),
    ...usesOf(element, framework, from, href),
    evidence(element, from, href),
  ];
  return ownPage(
    {
      page,
      title: `${element.shortTitle} in the ${framework.shortTitle}`,
      caption: [capital(KIND_NAMES[element.kind]), element.number].filter((part) => part !== undefined).join(' '),
      description: element.title,
      under: [{ title: framework.title, page: frameworkPage(framework.key) }],
      data: [{ '@type': 'DefinedTerm', name: element.title, inDefinedTermSet: framework.title }],
      html: parts.filter((part) => part !== '').join('\n'),
    },
    from.shared,
  );
}

/** A text of the element's own in the framework's file. */
function ownText(element: FrameworkElement, framework: Framework, from: MadeFrom, field: string): string | undefined {
  const facts = from.index.snapshot.facts(framework.path);
  return facts && textAt(valueAt(fieldsOf(facts), element.field), field);
}

/** What the framework itself says of the element. */
function about(element: FrameworkElement, framework: Framework, from: MadeFrom, href: Href): string {
  const texts = ['description', 'requirement', 'function'].flatMap((field) => ownText(element, framework, from, field) ?? []);
  const related = relatedElements(element, framework).map((other) => ({
    text: `${capital(KIND_NAMES[other.kind])}: ${other.title}`,
    page: elementPage(framework.key, other.kind, other.key),
  }));
  const parts = element.parts.map((part) => `<li>${escapeHtml(part.label)}: ${escapeHtml(part.title)}</li>`);
  return [
    ...texts.map((text) => `<p>${escapeHtml(text)}</p>`),
    ...(parts.length > 0 ? [`<h2>Its parts</h2>\n<ul>${parts.join('')}</ul>`] : []),
    ...(related.length > 0 ? [linkedList(related, href)] : []),
  ].join('\n');
}

/** A domain's knowledge domain, and the domains that stand on a knowledge domain. */
function relatedElements(element: FrameworkElement, framework: Framework): FrameworkElement[] {
  if (element.kind === 'domain') return elementsOf(framework, 'knowledge_domain').filter(({ key }) => key === element.knowledgeDomain);
  if (element.kind === 'knowledge_domain')
    return elementsOf(framework, 'domain').filter(({ knowledgeDomain }) => knowledgeDomain === element.key);
  return [];
}

/** How each application stands with a criterion, side by side. */
function comparison(element: FrameworkElement, framework: Framework, from: MadeFrom, page: string): string {
  const views = from.views.filter((view) => view.framework.key === framework.key && view.application !== undefined);
  if (element.kind !== 'criterion' || views.length === 0) return '';
  const table = compareCriterion(views, element.key, elementLinks(framework, from.index, page));
  return table === '' ? '' : `<h2>In each application</h2>\n${table}`;
}

/** What is about the element, then what else names it, by the field that does. */
function usesOf(element: FrameworkElement, framework: Framework, from: MadeFrom, href: Href): string[] {
  const uses = from.uses.of(framework, element);
  const subjects = uses.filter(({ subject }) => subject);
  const groups = new Map<string, ElementUse[]>();
  for (const use of uses) if (!use.subject) groups.set(use.field, [...(groups.get(use.field) ?? []), use]);
  const list = (found: readonly ElementUse[]) =>
    linkedList(
      found.map((use) => useText(use, from)),
      href,
    );
  return [
    ...(subjects.length > 0 ? [`<h2>Guidance on it</h2>\n${list(subjects)}`] : []),
    ...(groups.size > 0 ? ['<h2>Where other guidance names it</h2>'] : []),
    ...Array.from(groups, ([field, found]) => `<h3>Under “${escapeHtml(field)}”</h3>\n${list(found)}`),
  ];
}

function useText(use: ElementUse, from: MadeFrom): LinkedText {
  const page = from.index.pageOf(use.facts.path);
  const note = use.subject ? applicationTitle(use, from) : reasonNote(use.because, use.basis);
  return {
    text: pageTitle(use.facts, from.index.snapshot),
    ...(page === undefined ? {} : { page }),
    ...(note === undefined ? {} : { note }),
  };
}

/** The application that a piece of guidance belongs to: several can have guidance on one criterion. */
function applicationTitle({ facts }: ElementUse, { index }: MadeFrom): string | undefined {
  const key = applicationOf(facts);
  return key === undefined ? undefined : index.snapshot.application(key)?.title;
}

/** The sources that a knowledge domain supplies. */
function evidence(element: FrameworkElement, from: MadeFrom, href: Href): string {
  const sources = from.index.snapshot.sources.filter((source) => source.knowledgeDomains.includes(element.key));
  if (element.kind !== 'knowledge_domain' || sources.length === 0) return '';
  const items = sources.flatMap(({ id }) => {
    const card = from.shared.sources[id];
    return card ? [{ text: card.reference, page: card.href }] : [];
  });
  return `<h2>Sources</h2>\n${linkedList(items, href)}`;
}

/** An element as a link of lists: “12: Embedded and effective feedback culture”. */
export function elementItem(element: FrameworkElement, framework: Framework): LinkedText {
  return { text: labelled(element), page: elementPage(framework.key, element.kind, element.key) };
}
