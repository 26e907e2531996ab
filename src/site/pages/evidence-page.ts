import { expandPoints } from '../../core/markdown/citations.js';
import { sourceLabel } from '../../core/model/bibliography.js';
import { elementsOf } from '../../core/model/framework.js';
import type { Source } from '../../core/model/sources.js';
import { escapeHtml } from '../../core/text/escape-html.js';
import { capital } from '../../core/text/words.js';
import { registerEntry } from '../../core/workspace/register.js';
import { listAt, textAt } from '../../core/yaml/value.js';

import { elementPage, sourceAnchor } from '../addresses.js';
import { type Href, hrefFrom, linkHtml } from '../frame/links.js';
import { encodedPath } from '../href.js';
import type { MadeFrom } from '../plan/made-from.js';
import { pageTitle } from '../plan/page-title.js';
import type { NavigationItem, SiteFile, SourceCard } from '../types.js';
import { ownPage } from './made-page.js';

/** The pages that cite each point of each source; those that cite the source without a point stand under ``. */
type Citing = ReadonlyMap<string, ReadonlyMap<string, readonly NavigationItem[]>>;

/** The register of evidence: every source with its points, and the pages that rest on each. */
export function evidencePage(from: MadeFrom): SiteFile {
  const { index, shared } = from;
  const page = index.own.evidence;
  const href = hrefFrom({ page }, shared);
  const citing = citingPages(from);
  const sources = index.snapshot.sources.map((source) => sourceHtml(source, citing.get(source.id), from, href));
  return ownPage(
    {
      page,
      title: 'Evidence',
      description: 'The sources behind this guidance, what each says point by point in our own words, and the pages that rest on it.',
      html: sources.length > 0 ? sources.join('\n') : '<p>No sources are registered yet.</p>',
    },
    shared,
  );
}

function citingPages({ index }: MadeFrom): Citing {
  const found = new Map<string, Map<string, NavigationItem[]>>();
  const known = new Map(index.snapshot.sources.map((source) => [source.id, source.points.map((point) => point.id)]));
  for (const facts of index.documents) {
    const page = index.pageOf(facts.path);
    if (page === undefined) continue;
    const cited = new Set<string>();
    for (const reference of facts.references) {
      if (reference.via !== 'citation') continue;
      const points = expandPoints(reference.points, known.get(reference.source) ?? []);
      for (const point of points.length > 0 ? points : ['']) cited.add(`${reference.source}\n${point}`);
    }
    for (const key of cited) addCiting(found, key, { title: pageTitle(facts, index.snapshot), page });
  }
  return found;
}

function addCiting(found: Map<string, Map<string, NavigationItem[]>>, key: string, item: NavigationItem): void {
  const [source = '', point = ''] = key.split('\n');
  const points = found.get(source) ?? new Map<string, NavigationItem[]>();
  found.set(source, points);
  const same = points.get(point);
  if (same) same.push(item);
  else points.set(point, [item]);
}

function sourceHtml(
  source: Source,
  citing: ReadonlyMap<string, readonly NavigationItem[]> | undefined,
  from: MadeFrom,
  href: Href,
): string {
  const anchor = sourceAnchor(source.id);
  const card = from.shared.sources[source.id];
  const whole = citing?.get('') ?? [];
  return `<section class="source" id="${escapeHtml(anchor)}" aria-labelledby="site:${escapeHtml(anchor)}">
<h2 id="site:${escapeHtml(anchor)}">${escapeHtml(heading(source, card))}</h2>
<p class="reference">${escapeHtml(card?.reference ?? source.title)}${doiHtml(source)}</p>
${standingHtml(source, from, href)}${caveatsHtml(source, from)}${whole.length > 0 ? `<p class="cited-by">Cited as a whole by ${pagesHtml(whole, href)}.</p>\n` : ''}${pointsHtml(source, anchor, citing, href)}</section>`;
}

/** The whole name, and the short one by which texts cite it. */
function heading(source: Source, card: SourceCard | undefined): string {
  const whole = sourceLabel(source);
  return card === undefined || card.label === whole ? whole : `${whole} (${card.label})`;
}

function doiHtml({ doi }: Source): string {
  if (doi === undefined) return '';
  const address = `https://doi.org/${encodedPath(doi)}`;
  return ` <a href="${escapeHtml(address)}" rel="noopener noreferrer">Find this work by its DOI</a>`;
}

/** Whether the record has been checked, what kind of work it is, and what has taken its place. */
function standingHtml(source: Source, { index, shared }: MadeFrom, href: Href): string {
  const rows: [string, string][] = [
    ...(source.kind === undefined ? [] : [['Kind', escapeHtml(inWords(source.kind))] as [string, string]]),
    ['Record', source.verified ? 'Checked against the work or a library record' : 'Not yet checked'],
  ];
  const { supersededBy } = source;
  const later = supersededBy !== undefined && Object.hasOwn(shared.sources, supersededBy) ? shared.sources[supersededBy] : undefined;
  if (later) rows.push(['Superseded by', linkHtml({ title: later.label, page: later.href }, href)]);
  const domains = index.snapshot.frameworks.flatMap((framework) =>
    elementsOf(framework, 'knowledge_domain')
      .filter(({ key }) => source.knowledgeDomains.includes(key))
      .map((element) => linkHtml({ title: element.title, page: elementPage(framework.key, element.kind, element.key) }, href)),
  );
  if (domains.length > 0) rows.push(['Knowledge domain', domains.join(', ')]);
  return `<dl class="details">${rows.map(([term, html]) => `<div><dt>${term}</dt><dd>${html}</dd></div>`).join('')}</dl>\n`;
}

/** What is known to be wrong or absent with the record of a source: who reads a reference has to see it. */
function caveatsHtml(source: Source, { index }: MadeFrom): string {
  const entry = registerEntry(source, index.snapshot);
  const note = textAt(entry, 'note');
  const gaps = listAt(entry, 'gaps').flatMap((gap) => {
    const about = textAt(gap, 'about');
    return about === undefined
      ? []
      : [`<li><span class="about">${escapeHtml(about)}</span> <span class="note">${escapeHtml(textAt(gap, 'because') ?? '')}</span></li>`];
  });
  return `${note === undefined ? '' : `<p class="caveat">${escapeHtml(note)}</p>\n`}${gaps.length === 0 ? '' : `<p>Not known of this source:</p>\n<ul class="linked">${gaps.join('')}</ul>\n`}`;
}

function pointsHtml(
  source: Source,
  anchor: string,
  citing: ReadonlyMap<string, readonly NavigationItem[]> | undefined,
  href: Href,
): string {
  if (source.points.length === 0) return '';
  const items = source.points.map((point) => {
    const by = citing?.get(point.id) ?? [];
    const cited = by.length > 0 ? ` <span class="cited-by">Cited by ${pagesHtml(by, href)}.</span>` : '';
    const mark = point.mark === '' ? '' : ` <span class="mark">${escapeHtml(inWords(point.mark))}</span>`;
    const id = escapeHtml(`${anchor}.${point.id}`);
    return `<li id="${id}"><span class="point-number">${escapeHtml(point.id)}</span> <span class="says">${escapeHtml(point.says)}${mark}${cited}</span></li>`;
  });
  const title = source.points.length === 1 ? '1 point' : `${source.points.length} points`;
  return `<details class="points"><summary>${title}</summary><ul>${items.join('')}</ul></details>\n`;
}

function pagesHtml(pages: readonly NavigationItem[], href: Href): string {
  return pages.map((item) => linkHtml(item, href)).join(', ');
}

/** A word of a register as readers have it: `local-fact` becomes “Local fact”. */
function inWords(word: string): string {
  return capital(word.replace(/-/g, ' '));
}
