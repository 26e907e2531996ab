import type { CalendarDate } from '../../core/schema/dates.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import type { SiteOverrides } from '../settings.js';
import type { SiteAssets } from '../types.js';

/** Everything that a site is made from, beside the documents' texts. */
export interface SiteInput {
  readonly snapshot: WorkspaceSnapshot;
  readonly today: CalendarDate;
  readonly assets: SiteAssets;
  readonly overrides?: SiteOverrides;
  /** Whether drafts are on the site. */
  readonly drafts?: boolean;
  /** How many errors each document has, by path: only where an export was forced. */
  readonly errors?: ReadonlyMap<string, number>;
  /** What changed and when, from the version history, where there is one. */
  readonly history?: History;
}

/** What the version history says, as plain data: the newest change first. */
export interface History {
  readonly entries: readonly HistoryEntry[];
  /** The day of each file's last change, by its path from the guidance root. */
  readonly lastModified: Readonly<Record<string, CalendarDate>>;
}

/** One change of the guidance. */
export interface HistoryEntry {
  readonly date: CalendarDate;
  /** The name of the commit. */
  readonly hash: string;
  readonly subject: string;
  readonly files: readonly HistoryFile[];
}

/** What became of one file in a change. */
export interface HistoryFile {
  readonly path: string;
  readonly change: 'added' | 'changed' | 'removed' | 'renamed';
  /** Its path before it was renamed. */
  readonly from?: string;
}
