import { textOf } from '../../map/markup.js';
import { webAddressOf } from '../href.js';
import type { MadeFrom } from '../plan/made-from.js';
import { pageTitle } from '../plan/page-title.js';
import { shownHistory } from '../plan/shown-history.js';
import type { HistoryEntry } from '../plan/site-input.js';
import type { SiteFile } from '../types.js';

/** How many changes the feed tells of. */
const ENTRIES = 30;

/** What changed as an Atom feed (RFC 4287); none for a site that has no address or no history. */
export function atomFeed(from: MadeFrom): SiteFile[] {
  const { input, settings, shared, index } = from;
  const address = shared.address;
  const feed = shared.pages.feed;
  if (!input.history || address === undefined || feed === undefined) return [];
  const entries = shownHistory(input.history, index, settings).slice(0, ENTRIES);
  const content = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${textOf(shared.lang)}">
<id>${textOf(address)}</id>
<title>${textOf(shared.title)}: what changed</title>
<updated>${instant(entries[0]?.date ?? shared.today)}</updated>
<author><name>${textOf(shared.title)}</name></author>
<link rel="self" href="${textOf(address + feed)}"/>
<link rel="alternate" type="text/html" href="${textOf(webAddressOf(index.own.changes, shared) ?? address)}"/>
${entries.map((entry) => entryXml(entry, from, address)).join('\n')}
</feed>
`;
  return [{ path: feed, content }];
}

function entryXml(entry: HistoryEntry, { index, shared }: MadeFrom, address: string): string {
  const titles = entry.files.flatMap((file) => {
    const facts = index.snapshot.facts(file.path);
    return facts && index.has(file.path) ? [pageTitle(facts, index.snapshot)] : [];
  });
  const removed = entry.files.length - titles.length;
  const gone = removed === 0 ? [] : [`${removed} ${removed === 1 ? 'page' : 'pages'} removed`];
  const summary = [...titles, ...gone].join('; ');
  return `<entry>
<id>${textOf(`${address}changes/${entry.date}/${entry.hash.slice(0, 12)}`)}</id>
<title>${textOf(entry.subject === '' ? (titles[0] ?? 'Pages removed') : entry.subject)}</title>
<updated>${instant(entry.date)}</updated>
<link rel="alternate" type="text/html" href="${textOf(webAddressOf(index.own.changes, shared) ?? address)}"/>
<summary>${textOf(summary)}</summary>
</entry>`;
}

/** A day as an instant: midnight, since the history is kept by days. */
function instant(date: string): string {
  return `${textOf(date)}T00:00:00Z`;
}
