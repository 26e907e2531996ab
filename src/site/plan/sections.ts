import type { DocumentFacts } from '../../core/facts/types.js';
import { findElement } from '../../core/model/framework.js';
import { compare } from '../../core/text/compare.js';
import { capital } from '../../core/text/words.js';
import type { Application } from '../../core/workspace/application.js';
import { applicationOf, criterionOf, isWithdrawn, titleOf } from '../../core/workspace/document.js';

import { documentPage } from '../addresses.js';
import type { Section, SectionItem } from '../types.js';
import type { PageIndex } from './page-index.js';
import { pageTitle } from './page-title.js';

/** The sections of a site with the section that each document belongs to. */
export interface Sections {
  readonly byId: Readonly<Record<string, Section>>;
  /** By the path of the document. */
  readonly idOf: ReadonlyMap<string, string>;
}

/** A document on its way into a section, with its place there. */
interface Placed {
  readonly item: SectionItem;
  readonly order: readonly [rank: number, place: number, title: string, path: string];
}

/** Puts documents into sections: one for each application, in the framework's order, and one for each other folder, by title. */
export function sectionsOf(index: PageIndex): Sections {
  const applications = new Map(index.snapshot.applications.map((application) => [application.key, application]));
  const placed = new Map<string, Placed[]>();
  const idOf = new Map<string, string>();
  for (const facts of index.documents) {
    if (isWithdrawn(facts)) continue;
    const application = applications.get(applicationOf(facts) ?? '');
    const id = application ? `application ${application.key}` : `folder ${folderOf(facts.path)}`;
    idOf.set(facts.path, id);
    const place = application ? placeInApplication(facts, application) : placeInFolder(facts, index);
    const same = placed.get(id);
    if (same) same.push(place);
    else placed.set(id, [place]);
  }
  const byId: Record<string, Omit<Section, 'list'>> = {};
  for (const [id, documents] of placed) byId[id] = section(id, documents, applications);
  return { byId: inOrder(byId, index.own.contents), idOf };
}

/**
 * Applications first, then folders by the addresses of their first pages: what stands at the top comes first, and folders
 * that are near each other stay so. Each section knows where the list of all pages has it.
 */
function inOrder(sections: Readonly<Record<string, Omit<Section, 'list'>>>, contents: string): Record<string, Section> {
  const rank = (id: string) => (id.startsWith('application ') ? 0 : 1);
  const sorted = Object.entries(sections).sort(
    ([a, one], [b, other]) => rank(a) - rank(b) || compare(one.items[0]?.page ?? '', other.items[0]?.page ?? ''),
  );
  return Object.fromEntries(sorted.map(([id, section], place) => [id, { ...section, list: `${contents}#site:section-${place + 1}` }]));
}

function section(id: string, documents: Placed[], applications: ReadonlyMap<string, Application>): Omit<Section, 'list'> {
  const sorted = documents.sort((a, b) => compareOrder(a.order, b.order));
  const [first] = sorted;
  const introduced = first && first.order[0] === 0 ? first.item : undefined;
  const application = id.startsWith('application ') ? applications.get(id.slice('application '.length)) : undefined;
  return {
    title: application?.title ?? introduced?.title ?? folderTitle(id.slice('folder '.length)),
    page: introduced?.page,
    items: sorted.map(({ item }) => item),
  };
}

function compareOrder(a: Placed['order'], b: Placed['order']): number {
  return a[0] - b[0] || a[1] - b[1] || compare(a[2], b[2]) || compare(a[3], b[3]);
}

/** The application's own document first, then its criteria in order, then whatever else belongs to it. */
function placeInApplication(facts: DocumentFacts, application: Application): Placed {
  const title = titleOf(facts);
  const page = documentPage(facts.path);
  if (facts.path === application.path) return { item: { title, page }, order: [0, 0, title, facts.path] };
  const name = criterionOf(facts);
  const { framework } = application;
  const criterion = name === undefined || !framework ? undefined : findElement(framework, ['criterion'], name);
  if (!criterion || !framework) return { item: { title, page }, order: [2, 0, title, facts.path] };
  const item = { title: criterion.shortTitle, page, ...(criterion.number === undefined ? {} : { label: criterion.number }) };
  return { item, order: [1, framework.elements.indexOf(criterion), title, facts.path] };
}

function placeInFolder(facts: DocumentFacts, { snapshot }: PageIndex): Placed {
  const title = pageTitle(facts, snapshot);
  const isIndex = /(?:^|\/)index\.(?:md|markdown)$/i.test(facts.path);
  return { item: { title, page: documentPage(facts.path) }, order: [isIndex ? 0 : 1, 0, title, facts.path] };
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** A folder's name as a title: `knowledge-domains` becomes “Knowledge domains”. */
function folderTitle(folder: string): string {
  const name = folder.slice(folder.lastIndexOf('/') + 1).replace(/[-_]+/g, ' ');
  return name === '' ? 'Pages' : capital(name);
}
