import { type Dirent, type FSWatcher, lstatSync, readdirSync, watch } from 'node:fs';
import { join, sep } from 'node:path';
import { isSkippedFolder } from '../../core/root/skipped-folders.js';

/** What is told to whoever watches: paths from the root that may have changed, or `everything`. */
export type Stirred = ReadonlySet<string> | 'everything';

/** Changes that come in quick succession are told together. In milliseconds. */
const SETTLE = 40;
/** Where the system cannot say what changes, somebody has to look, this often. In milliseconds. */
const LOOK = 1500;

/**
 * Watches the files of a folder. What it tells is a hint: something may have changed there, and what has is for the
 * caller to see.
 *
 * Node can watch a whole tree by the system's own means on macOS and Windows only. Elsewhere each folder is watched by
 * itself; where there are more folders than the system allows, everything is looked at now and then.
 */
export class RootWatch {
  private readonly watchers = new Map<string, FSWatcher>();
  private readonly stirred = new Set<string>();
  private all = false;
  private timer: NodeJS.Timeout | undefined;
  private looking: NodeJS.Timeout | undefined;
  private readonly recursive = process.platform === 'darwin' || process.platform === 'win32';

  constructor(
    private readonly root: string,
    private readonly tell: (stirred: Stirred) => void,
    private readonly watchPlace: typeof watch = watch,
  ) {
    this.watchFolder('');
  }

  /** Ends the watching; nothing is told any more. */
  close(): void {
    clearTimeout(this.timer);
    clearInterval(this.looking);
    for (const watcher of this.watchers.values()) watcher.close();
    this.watchers.clear();
  }

  private watchFolder(folder: string): void {
    if (this.looking || this.watchers.has(folder)) return;
    try {
      const watcher = this.watchPlace(join(this.root, folder), { recursive: this.recursive }, (_event, name) => this.stir(folder, name));
      this.watchers.set(folder, watcher);
      watcher.on('error', () => {
        if (this.watchers.get(folder) === watcher) this.lost(folder);
      });
    } catch (error) {
      if (folder === '' || isTooMany(error)) this.look();
      return;
    }
    if (this.recursive) return;
    for (const entry of entriesOf(join(this.root, folder))) {
      if (entry.isDirectory() && !isSkippedFolder(entry.name)) this.watchFolder(below(folder, entry.name));
    }
  }

  private stir(folder: string, name: string | null): void {
    if (name === null) this.all = true;
    else this.noticed(below(folder, name.split(sep).join('/')));
    this.timer ??= setTimeout(() => this.tellNow(), SETTLE);
  }

  private noticed(path: string): void {
    if (path.split('/').some(isSkippedFolder)) return;
    this.stirred.add(path);
    // A folder that is gone may come again under its name, with another life inside.
    if (!this.recursive) this.drop(path);
  }

  private tellNow(): void {
    this.timer = undefined;
    for (const path of this.stirred) if (!this.recursive && isFolder(join(this.root, path))) this.watchFolder(path);
    const stirred = this.all ? 'everything' : new Set(this.stirred);
    this.stirred.clear();
    this.all = false;
    if (stirred === 'everything' || stirred.size > 0) this.tell(stirred);
  }

  private drop(folder: string): void {
    for (const [path, watcher] of this.watchers) {
      if (path !== folder && !path.startsWith(`${folder}/`)) continue;
      if (path === '') continue;
      watcher.close();
      this.watchers.delete(path);
    }
  }

  /** A folder whose watch has failed is watched again when something stirs beside it; above the root nobody would tell. */
  private lost(folder: string): void {
    if (folder === '') this.look();
    else this.drop(folder);
  }

  /** Watches by looking: the caller compares. */
  private look(): void {
    this.close();
    this.looking = setInterval(() => this.tell('everything'), LOOK);
  }
}

function below(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** Whether there is a folder, and not a link to one: those are not followed. */
function isFolder(place: string): boolean {
  return lstatSync(place, { throwIfNoEntry: false })?.isDirectory() === true;
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** Whether the system has no more watches or open files to give. */
function isTooMany(error: unknown): boolean {
  return ['ENOSPC', 'EMFILE', 'ENFILE', 'ENOSYS'].includes((error as NodeJS.ErrnoException).code ?? '');
}
