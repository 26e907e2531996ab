import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { URI } from 'vscode-uri';
import { MANIFEST } from '../core/model/manifest.js';
import { isSkippedFolder } from '../core/root/skipped-folders.js';
import { collectGarbage } from '../platform/node/collect-garbage.js';
import { keepHeapSmall } from '../platform/node/keep-heap-small.js';
import { LiveRoot } from '../platform/node/live-root.js';
import { RootWatch } from '../platform/node/watch-root.js';
import { rules } from '../rules/index.js';
import type { ServerHost } from './host.js';

/** How deep guidance folders are looked for. */
const DEEPEST = 8;
/** How many folders are looked into at most: whoever opens a whole disk is not searched through. */
const MOST_FOLDERS = 20_000;

/** When what the reading of a root has left behind is let go: once its findings are out. In milliseconds. */
const TIDY_AFTER = 1000;

/**
 * The server's world where it runs in Node.
 * @param packageFolder the folder of this package
 */
export function nodeHost(packageFolder: string, version: string): ServerHost {
  /** Asked for with every finding, of which there may be thousands. */
  const rulePages = new Map<string, string>();
  return {
    version,
    rootOf: async (uri) => toUri(rootAbove(toPath(uri))),
    rootsIn: async (folder) => {
      const path = toPath(folder);
      return path === undefined ? [] : (await rootsBelow(path)).map((root) => URI.file(root).toString());
    },
    openRoot: async (root, { look, ...request }) => {
      const opened = await LiveRoot.open(toPath(root) ?? root, { rules, ...request }, look);
      // From here on little is made that stays, and a server runs all day beside an editor.
      keepHeapSmall(30);
      setTimeout(collectGarbage, TIDY_AFTER).unref();
      return opened;
    },
    watch: (root, tell) => new RootWatch(toPath(root) ?? root, tell),
    rulePage: (ruleId) => {
      const known = rulePages.get(ruleId);
      if (known !== undefined) return known;
      if (ruleId.includes('/')) return undefined;
      const { href } = pathToFileURL(join(packageFolder, 'dist/rules', `${ruleId}.md`));
      rulePages.set(ruleId, href);
      return href;
    },
  };
}

/** What is on no disk, such as a document without a name, belongs nowhere. */
function toPath(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : undefined;
}

function toUri(path: string | undefined): string | undefined {
  return path === undefined ? undefined : URI.file(path).toString();
}

/** The nearest folder with a manifest, from a file or folder upwards; neither has to be there. */
function rootAbove(path: string | undefined): string | undefined {
  for (let folder = path; folder !== undefined; ) {
    if (existsSync(join(folder, MANIFEST))) return folder;
    const parent = dirname(folder);
    folder = parent === folder ? undefined : parent;
  }
  return undefined;
}

/** The folders below one that have a manifest, in the order of their paths. */
async function rootsBelow(start: string): Promise<string[]> {
  const roots: string[] = [];
  let folders = [start];
  let seen = 0;
  for (let depth = 0; depth <= DEEPEST && folders.length > 0; depth++) {
    const below: string[] = [];
    for (const folder of folders) {
      if (++seen > MOST_FOLDERS) return roots.sort();
      const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
      if (entries.some((entry) => entry.name === MANIFEST && !entry.isDirectory())) roots.push(folder);
      for (const entry of entries) if (entry.isDirectory() && !isSkippedFolder(entry.name)) below.push(join(folder, entry.name));
    }
    folders = below;
  }
  return roots.sort();
}
