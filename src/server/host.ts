import type { ReportByPath } from '../core/lint/live-report.js';
import type { TakeFirstLook } from '../core/root/first-look.js';
import type { SourceText } from '../core/text/source-text.js';
import type { WorkspaceSnapshot } from '../core/workspace/snapshot.js';

/** What a change came to. */
export interface ServedChange {
  /** The files that are new, other or gone. */
  readonly paths: readonly string[];
}

/** A guidance root that is kept up to date while its files change, on the disk or in an editor. */
export interface ServedRoot {
  readonly snapshot: WorkspaceSnapshot;
  /** The day that reviews are judged by. */
  readonly today: string;
  /** Takes in that files may have changed, by their paths from the root; folders too. */
  apply(paths: Iterable<string>): Promise<ServedChange>;
  /** Looks for changes anywhere. */
  refresh(): Promise<ServedChange>;
  /** Takes a text in the place of a file's own, as an editor has it. */
  setText(path: string, text: string): Promise<ServedChange>;
  /** Goes back to a file's own text. */
  dropText(path: string): Promise<ServedChange>;
  /** What the rules say of each file. */
  report(): ReportByPath;
  /** Makes ready a part of what the next change needs, while nobody waits for it; tells whether all of it is ready. */
  prepare(): boolean;
  /** The text of a file as it is now; undefined where it cannot be read. */
  sourceFor(path: string): SourceText | undefined;
}

/** How a root is opened. */
export interface OpenRequest {
  /** The day that reviews are judged by; the current one where it is not given. */
  readonly today?: string;
  readonly progress?: (done: number, total: number) => void;
  readonly throwIfCancelled?: () => void;
  /** Given a way to look at single documents once the root's settings are known, before any document is read. */
  readonly look?: TakeFirstLook;
}

/** What is told to whoever watches: paths from the root that may have changed, or `everything`. */
export type Stirred = ReadonlySet<string> | 'everything';

/** What the server needs of the world that it runs in. Folders and files are named by their URIs. */
export interface ServerHost {
  /** The guidance root that a file or folder belongs to: the nearest folder, from it upwards, that has a manifest. */
  rootOf(uri: string): Promise<string | undefined>;
  /** The guidance roots in a folder, at any depth. */
  rootsIn(folder: string): Promise<readonly string[]>;
  openRoot(root: string, request: OpenRequest): Promise<ServedRoot>;
  /** Watches a root's files, where the client cannot. */
  watch?(root: string, tell: (stirred: Stirred) => void): { close(): void };
  /** The address of the page about a rule. */
  rulePage(ruleId: string): string | undefined;
  readonly version: string;
}
