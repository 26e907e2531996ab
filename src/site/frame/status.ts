import { escapeHtml } from '../../core/text/escape-html.js';
import type { DocumentPage } from '../types.js';

const NAMES: ReadonlyMap<string, string> = new Map([
  ['draft', 'Draft'],
  ['in-review', 'In review'],
  ['published', 'Published'],
  ['withdrawn', 'Withdrawn'],
]);

/** A status in words as a tag; they say it, and its look only helps. */
export function statusTag(status: string): string {
  const known = NAMES.has(status) ? ` tag-${status}` : '';
  return `<strong class="tag${known}">${escapeHtml(NAMES.get(status) ?? status)}</strong>`;
}

/** What readers of a page need to know before anything else: that it is not to be relied on, or needs a review. */
export function statusNotice(page: DocumentPage): string {
  const notices = [...standing(page.status), ...trouble(page)];
  if (notices.length === 0) return '';
  return `<section class="notices" aria-label="Standing of this page"><div class="width">${notices.join('')}</div></section>\n`;
}

function standing(status: string | undefined): string[] {
  switch (status) {
    case 'published':
      return [];
    case 'in-review':
      return [`<p>${statusTag('in-review')} The owner of this page has not approved it yet.</p>`];
    case 'withdrawn':
      return [`<p>${statusTag('withdrawn')} This guidance has been withdrawn. Do not use it.</p>`];
    case undefined:
      return ['<p>This page does not say how far along it is. Do not rely on it.</p>'];
    default:
      return [`<p>${statusTag('draft')} This page is being written. Do not rely on it.</p>`];
  }
}

function trouble({ review, errors, unreadable }: DocumentPage): string[] {
  return [
    ...(review.overdue
      ? ['<p><strong class="tag tag-overdue">Review overdue</strong> This page was due for review and may be out of date.</p>']
      : []),
    ...(errors > 0
      ? [
          `<p><strong class="tag tag-error">Errors</strong> This page was published with ${errors} ${errors === 1 ? 'error' : 'errors'} in it.</p>`,
        ]
      : []),
    ...(unreadable === undefined ? [] : [`<p><strong class="tag tag-error">Errors</strong> ${escapeHtml(unreadable)}</p>`]),
  ];
}
