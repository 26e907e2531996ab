import { daysBetween, longDate } from '../../core/schema/dates.js';
import { compare } from '../../core/text/compare.js';
import { escapeHtml } from '../../core/text/escape-html.js';
import { dateHtml } from '../frame/date.js';
import { type Href, hrefFrom, linkHtml } from '../frame/links.js';
import { statusTag } from '../frame/status.js';
import type { MadeFrom } from '../plan/made-from.js';
import type { PageSummary, SiteFile } from '../types.js';
import { ownPage } from './made-page.js';

/** The calendar of reviews: what is overdue, what is due by month, and what nobody has reviewed yet. */
export function reviewsPage({ documents, index, shared }: MadeFrom): SiteFile {
  const page = index.own.reviews;
  const href = hrefFrom({ page }, shared);
  const current = documents.filter(({ status }) => status !== 'withdrawn');
  const due = current.filter((document) => document.review.due !== undefined).sort(byDue);
  const without = current.filter((document) => document.review.due === undefined && document.review.every !== undefined);
  const groups: [string, string, readonly PageSummary[]][] = [
    ['overdue', 'Overdue', due.filter(({ review }) => review.overdue)],
    ...byMonth(due.filter(({ review }) => !review.overdue)),
    ['not-reviewed', 'Not yet reviewed', without],
  ];
  const filled = groups.filter(([, , documents]) => documents.length > 0);
  return ownPage(
    {
      page,
      title: 'Reviews',
      description: `When each page was last reviewed and when its next review is due, as of ${longDate(shared.today)}.`,
      html:
        filled.length > 0
          ? filled.map(([id, title, documents]) => groupHtml(id, title, documents, shared.today, href)).join('\n')
          : '<p>No page says yet how often it is to be reviewed.</p>',
    },
    shared,
  );
}

function byDue(a: PageSummary, b: PageSummary): number {
  return compare(a.review.due ?? '', b.review.due ?? '') || compare(a.page, b.page);
}

function byMonth(documents: readonly PageSummary[]): [string, string, PageSummary[]][] {
  const months = new Map<string, PageSummary[]>();
  for (const document of documents) {
    const month = (document.review.due ?? '').slice(0, 7);
    const same = months.get(month);
    if (same) same.push(document);
    else months.set(month, [document]);
  }
  // “1 September 2026” without its day.
  return [...months].map(([month, found]) => [`due-${month}`, `Due in ${longDate(`${month}-01`).slice(2)}`, found]);
}

function groupHtml(id: string, title: string, documents: readonly PageSummary[], today: string, href: Href): string {
  const rows = documents.map(
    (document) =>
      `<tr><th scope="row">${linkHtml(document, href)}</th><td>${escapeHtml(document.review.owner ?? 'Nobody yet')}</td><td>${whenHtml(document, today)}</td><td>${document.status === undefined ? '' : statusTag(document.status)}</td></tr>`,
  );
  return `<h2 id="${id}">${title} <span class="count">(${documents.length})</span></h2>
<section class="scroll" aria-labelledby="${id}" tabindex="0">
<table class="reviews"><thead><tr><th scope="col">Page</th><th scope="col">Owner</th><th scope="col">Review</th><th scope="col">Status</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table>
</section>`;
}

function whenHtml({ review }: PageSummary, today: string): string {
  if (review.due === undefined) return `${escapeHtml(review.every ?? '')} after the first review`;
  const days = daysBetween(today, review.due);
  const distance =
    days < 0 ? `${-days} ${-days === 1 ? 'day' : 'days'} overdue` : days === 0 ? 'today' : `in ${days} ${days === 1 ? 'day' : 'days'}`;
  return `${dateHtml(review.due)}, ${distance}`;
}
