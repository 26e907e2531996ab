import { escapeHtml } from '../../core/text/escape-html.js';
import { titleOf } from '../../core/workspace/document.js';
import { webAddressOf } from '../frame/head.js';
import type { MadeFrom } from '../pages/made-page.js';
import type { HistoryEntry } from '../plan/site-input.js';
import type { SiteFile } from '../types.js';

/** How many changes the feed tells of. */
const ENTRIES = 30;

/** What changed as an Atom feed (RFC 4287); none for a site that has no address or no history. */
export function atomFeed(from: MadeFrom): SiteFile[] {
  const { input, shared, index } = from;
  const address = shared.address;
  const feed = shared.pages.feed;
  if (!input.history || address === undefined || feed === undefined) return [];
  const entries = input.history.entries.slice(0, ENTRIES);
  const content = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeHtml(shared.lang)}">
<id>${escapeHtml(address)}</id>
<title>${escapeHtml(shared.title)}: what changed</title>
<updated>${instant(entries[0]?.date ?? shared.today)}</updated>
<author><name>${escapeHtml(shared.title)}</name></author>
<link rel="self" href="${escapeHtml(address + feed)}"/>
<link rel="alternate" type="text/html" href="${escapeHtml(webAddressOf(index.own.changes, shared) ?? address)}"/>
${entries.map((entry) => entryXml(entry, from, address)).join('\n')}
</feed>
`;
  return [{ path: feed, content }];
}

function entryXml(entry: HistoryEntry, { index, shared }: MadeFrom, address: string): string {
  const titles = entry.files.flatMap((file) => {
    const facts = index.snapshot.facts(file.path);
    return facts && index.has(file.path) ? [titleOf(facts)] : [];
  });
  const summary = titles.length > 0 ? `Pages: ${titles.join('; ')}` : 'No page of this site.';
  return `<entry>
<id>${escapeHtml(`${address}changes/${entry.hash}`)}</id>
<title>${escapeHtml(entry.subject === '' ? 'A change' : entry.subject)}</title>
<updated>${instant(entry.date)}</updated>
<link rel="alternate" type="text/html" href="${escapeHtml(webAddressOf(index.own.changes, shared) ?? address)}"/>
<summary>${escapeHtml(summary)}</summary>
</entry>`;
}

/** A day as an instant: midnight, since the history is kept by days. */
function instant(date: string): string {
  return `${escapeHtml(date)}T00:00:00Z`;
}
