import type { SiteSettings } from '../settings.js';
import type { PageIndex } from './page-index.js';
import type { History, HistoryEntry } from './site-input.js';

/**
 * What of the history readers may know: changes of pages of this site. Nothing of documents that are kept off it, and the
 * words of a change only where the publisher has said so: they are written for those who work on the guidance.
 */
export function shownHistory({ entries }: History, index: PageIndex, { changeNotes }: Pick<SiteSettings, 'changeNotes'>): HistoryEntry[] {
  return entries.flatMap((entry) => {
    const files = entry.files.filter(
      ({ path, change }) => index.has(path) || (change === 'removed' && isMarkdownPath(path) && !index.keepsOff(path)),
    );
    return files.length > 0 ? [{ ...entry, files, subject: changeNotes ? entry.subject : '' }] : [];
  });
}

function isMarkdownPath(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path);
}
