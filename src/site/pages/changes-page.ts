import { escapeHtml } from '../../core/text/escape-html.js';
import { dateHtml } from '../frame/date.js';
import { type Href, hrefFrom, linkHtml } from '../frame/links.js';
import type { MadeFrom } from '../plan/made-from.js';
import { pageTitle } from '../plan/page-title.js';
import { shownHistory } from '../plan/shown-history.js';
import type { HistoryEntry, HistoryFile } from '../plan/site-input.js';
import type { SiteFile } from '../types.js';
import { ownPage } from './made-page.js';

/** How many changes the page tells of. */
const SHOWN = 100;

const WORDS: Readonly<Record<HistoryFile['change'], string>> = {
  added: 'Added',
  changed: 'Changed',
  removed: 'Removed',
  renamed: 'Moved',
};

/** What changed and when, from the version history; none where there is none. */
export function changesPage(from: MadeFrom): SiteFile | undefined {
  const { input, index, settings, shared } = from;
  if (!input.history) return undefined;
  const page = index.own.changes;
  const href = hrefFrom({ page }, shared);
  const days = new Map<string, HistoryEntry[]>();
  for (const entry of shownHistory(input.history, index, settings).slice(0, SHOWN))
    days.set(entry.date, [...(days.get(entry.date) ?? []), entry]);
  const html = [...days].map(
    ([date, entries]) =>
      `<h2>${dateHtml(date)}</h2>\n<ul class="changes">${entries.map((entry) => entryHtml(entry, from, href)).join('\n')}</ul>`,
  );
  return ownPage(
    {
      page,
      title: 'What changed',
      description: 'The latest changes to this guidance, the newest first.',
      html: html.length > 0 ? html.join('\n') : '<p>Nothing has changed yet.</p>',
    },
    shared,
  );
}

function entryHtml(entry: HistoryEntry, from: MadeFrom, href: Href): string {
  const files = entry.files.map((file) => `<li>${WORDS[file.change]}: ${fileHtml(file, from, href)}</li>`);
  const list =
    files.length === 0
      ? ''
      : files.length <= 5
        ? `<ul>${files.join('')}</ul>`
        : `<details><summary>${files.length} pages</summary><ul>${files.join('')}</ul></details>`;
  const subject = entry.subject === '' ? '' : `<span class="subject">${escapeHtml(entry.subject)}</span>`;
  return `<li>${subject}${list}</li>`;
}

/** A changed file by the title of its page, where it has one now. */
function fileHtml(file: HistoryFile, { index }: MadeFrom, href: Href): string {
  const facts = index.snapshot.facts(file.path);
  const page = index.pageOf(file.path);
  return facts && page !== undefined ? linkHtml({ title: pageTitle(facts, index.snapshot), page }, href) : 'a page that is gone';
}
