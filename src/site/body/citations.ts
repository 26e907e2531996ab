import type { CitationGroup } from '../../core/markdown/citation-groups.js';
import { type Citation, expandPoints } from '../../core/markdown/citations.js';
import { readable } from '../../core/markdown/readable.js';
import { labelInParentheses } from '../../core/model/bibliography.js';
import { escapeHtml } from '../../core/text/escape-html.js';
import { relativeAddress } from '../href.js';
import type { SourceCard } from '../types.js';
import type { Writing } from './writing.js';

/** A group of citations as a quiet parenthesis that leads to the evidence; as it was written where no source is known. */
export function citationHtml(writing: Writing, group: CitationGroup, source: string): string {
  const { sources } = writing.options;
  const written = source.slice(group.start, group.end);
  if (!group.citations.some(({ source: key }) => Object.hasOwn(sources, key))) return escapeHtml(readable(written));
  const items: string[] = [];
  let start = group.start + 1;
  let used = 0;
  for (const item of written.slice(1, -1).split(';')) {
    const [from, to] = [start, start + item.length];
    const next = group.citations[used];
    const citation = next && next.key.start < to ? next : undefined;
    if (citation) used++;
    const card = citation && Object.hasOwn(sources, citation.source) ? sources[citation.source] : undefined;
    if (citation && card) {
      const around = { before: source.slice(from, citation.key.start), after: source.slice(citation.key.end, to) };
      items.push(itemHtml(writing, citation, card, around));
    } else items.push(escapeHtml(readable(item).trim()));
    start = to + 1;
  }
  return `<span class="citation">(${items.filter((item) => item !== '').join('; ')})</span>`;
}

/**
 * One work: “see Harding and others, 2019, point 12.1”.
 * @param around the source of what stands before and behind the key
 */
function itemHtml(writing: Writing, citation: Citation, card: SourceCard, around: { before: string; after: string }): string {
  writing.cited.add(citation.source);
  const [mark = ''] = /-?@\{?$/.exec(around.before) ?? [];
  const before = escapeHtml(readable(around.before.slice(0, around.before.length - mark.length)).trimStart());
  const locator = readable(around.after)
    .replace(/^\}?[,\s]*/, '')
    .trim();
  const after = locator === '' ? '' : `, ${escapeHtml(locator)}`;
  const label = escapeHtml(labelInParentheses(card.label, mark.startsWith('-')));
  if (writing.inLink) return before + label + after;
  const href = (point: string) => escapeHtml(relativeAddress(writing.options.page, card.href + point));
  const points = expandPoints(citation.points, card.points).filter((point) => card.points.includes(point));
  // A link says where it leads: several points are a link each, and one stands in the link with its source.
  if (points.length < 2 || !locator.includes(points[0] ?? ''))
    return `${before}<a href="${href(points.map((point) => `.${point}`).join(''))}">${label}${after}</a>`;
  const [first, ...others] = linkedPoints(locator, points, href);
  return `${before}<a href="${href(`.${points[0]}`)}">${label}, ${first}</a>${others.join('')}`;
}

/**
 * A locator with each of its points as a link: “points 12.2”, “, 12.3” and what follows. The first is left to the link of
 * its source.
 */
function linkedPoints(locator: string, points: readonly string[], href: (point: string) => string): string[] {
  const parts: string[] = [];
  let written = 0;
  for (const [place, point] of points.entries()) {
    const at = locator.indexOf(point, written);
    // A range names its first and its last point only.
    if (at < 0) continue;
    const before = escapeHtml(locator.slice(written, at));
    const own = escapeHtml(point);
    parts.push(place === 0 ? before + own : `${before}<a href="${href(`.${point}`)}">${own}</a>`);
    written = at + point.length;
  }
  parts.push(escapeHtml(locator.slice(written)));
  return parts;
}
