import { posix } from 'node:path';
import { MANIFEST } from '../../../core/model/manifest.js';
import { isPassedOver } from '../../../core/root/skipped-folders.js';
import type { ListedFile } from '../list-files.js';
import type { Repository } from './repository.js';

/** A file of a revision, listed as those on disk are. */
export interface TreeFile extends ListedFile {
  /** The name of its content. */
  readonly object: string;
}

interface Entry {
  readonly mode: string;
  readonly object: string;
  readonly size: number;
}

const LINK = '120000';
const SUBMODULE = '160000';
/** So many links one after the other are followed. */
const MOST_LINKS = 8;

/** The files of a guidance folder in a revision. */
export interface ListedTree {
  readonly files: readonly TreeFile[];
  /** The submodules in it, of whose content a revision says nothing; from the guidance folder. */
  readonly submodules: readonly string[];
}

/**
 * Lists the files of a guidance folder in a revision, by the rules of those on disk: what belongs to a guidance folder
 * inside it is left out, and so are folders that never hold guidance; links are followed inside it.
 * @param commit the full name of a commit
 * @param root the guidance folder, from the top of the repository; empty for all of it
 * @param contentOf reads what links lead to
 */
export async function listTree(
  repository: Repository,
  commit: string,
  root: string,
  contentOf: (objects: readonly string[]) => Promise<ReadonlyMap<string, Buffer>>,
): Promise<ListedTree> {
  const entries = await entriesOf(repository, commit, root);
  const nested = [...entries.keys()].filter((path) => path.endsWith(`/${MANIFEST}`)).map((path) => path.slice(0, -MANIFEST.length));
  const own = [...entries].filter(([path]) => !isPassedOver(path) && !nested.some((folder) => path.startsWith(folder)));
  const links = own.filter(([, { mode }]) => mode === LINK);
  const targets = await contentOf(links.map(([, { object }]) => object));
  const leadsTo = new Map(links.map(([path, { object }]) => [path, posix.join(posix.dirname(path), String(targets.get(object) ?? ''))]));
  const files = own.flatMap(([path, entry]): TreeFile[] => {
    if (entry.mode === SUBMODULE) return [];
    return entry.mode === LINK ? linked(path, entries, leadsTo) : [listed(path, entry)];
  });
  return {
    files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
    submodules: own.filter(([, { mode }]) => mode === SUBMODULE).map(([path]) => path),
  };
}

/** Everything below the folder, by its path from there. */
async function entriesOf(repository: Repository, commit: string, root: string): Promise<Map<string, Entry>> {
  const below = root === '' ? '' : `${root}/`;
  const out = await repository.read(['ls-tree', '-r', '-z', '-l', '--full-tree', commit, '--', ...(below === '' ? [] : [below])]);
  const entries = new Map<string, Entry>();
  for (const line of out.toString('utf8').split('\0')) {
    const tab = line.indexOf('\t');
    const [mode = '', , object = '', size = ''] = line.slice(0, tab).split(/ +/);
    if (tab > 0) entries.set(line.slice(tab + 1 + below.length), { mode, object, size: Number(size) || 0 });
  }
  return entries;
}

function listed(path: string, { object, size }: Entry): TreeFile {
  return { path, size, stamp: object, changedAt: 0, object };
}

/** A link to a file of the guidance folder is listed as that file; one to a folder is not listed. */
function linked(path: string, entries: ReadonlyMap<string, Entry>, leadsTo: ReadonlyMap<string, string>): TreeFile[] {
  let place = path;
  for (let step = 0; step < MOST_LINKS && leadsTo.has(place); step++) place = leadsTo.get(place) ?? '';
  const target = entries.get(place);
  if (target && target.mode !== LINK) return [{ ...listed(path, target), path }];
  const outside = place.startsWith('../') || posix.isAbsolute(place);
  if (!outside && [...entries.keys()].some((other) => other.startsWith(`${place}/`))) return [];
  const problem = outside
    ? ({ reason: 'io', detail: 'it is a link that leads outside the guidance folder' } as const)
    : ({ reason: 'missing', detail: 'ENOENT' } as const);
  return [{ path, size: 0, stamp: 'none', changedAt: 0, object: '', problem }];
}
