import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { MANIFEST, rules, UsageError, Workspace, type WorkspaceOptions } from '../../index.js';
import { rootIn } from '../../platform/node/git/find-root-in.js';
import { readFileAt } from '../../platform/node/git/read-objects.js';
import { renamesBetween } from '../../platform/node/git/renames.js';
import { Repository } from '../../platform/node/git/repository.js';
import { revisionFiles } from '../../platform/node/git/revision-files.js';
import type { Revision } from '../../review/revision.js';
import { NOTHING_REVIEWED, REVIEWED, type Reviewed, readReviewed } from '../../review/suspect.js';
import type { NamedRevision } from '../formats/diff-report.js';
import { fromHere } from '../roots.js';
import { renamesInRoot } from './renames-in-root.js';

/** Two revisions of a guidance folder, read from the repository's own store. */
export interface OpenedRevisions {
  readonly before: Revision;
  readonly after: Revision;
  readonly base: NamedRevision;
  readonly head: NamedRevision;
  /** Whether the base is where the head left what was asked for, and not that itself. */
  readonly parted: boolean;
  readonly renames: ReadonlyMap<string, string>;
  /** What owners looked at, as the later revision has it. */
  readonly reviewed: Reviewed;
  readonly notes: readonly string[];
  /** The guidance folder after the change, from the top of the repository; `.` where it is all of it. */
  readonly place: string;
  /** A path of the guidance as people know it from where they are. */
  readonly display: (path: string) => string;
}

/** Which revisions are asked for. */
export interface RevisionRequest {
  readonly base: string;
  readonly head: string;
  /** Whether the base itself is meant, and not the point at which the head left it. */
  readonly direct: boolean;
}

/**
 * Reads two revisions of a guidance folder; the working tree is not looked at.
 * @throws UsageError where one is not there, or its manifest cannot be relied on
 */
export async function openRevisions(root: string, request: RevisionRequest, options: WorkspaceOptions): Promise<OpenedRevisions> {
  const repository = await Repository.around(root);
  const [named, head] = [await repository.commit(request.base), await headCommit(repository, request.head)];
  const base = request.direct ? named : await repository.mergeBase(named, head);
  const renames = await renamesBetween(repository, base, head);
  const rootAfter = await rootIn(repository, head, repository.prefix, new Map());
  if (rootAfter === undefined) {
    throw new UsageError(
      `There is no guidance folder “${repository.prefix}” in ${request.head}. Name a revision that has it, or another guidance folder.`,
    );
  }
  const rootBefore = await rootIn(repository, base, rootAfter, renames);
  const open = async (commit: string, place: string | undefined, name: string) => {
    const files = place === undefined ? { files: [], submodules: [], read: missing } : await revisionFiles(repository, commit, place);
    const { overlay: _, ...rest } = options;
    const workspace = new Workspace(root, { ...rest, rules: options.rules ?? rules, source: files });
    const { snapshot } = await workspace.load();
    if (place !== undefined && snapshot.facts(MANIFEST)?.fields.state !== 'parsed') throw new UsageError(brokenManifest(name));
    return { revision: { snapshot, source: workspace.sourceFor }, submodules: files.submodules };
  };
  const before = await open(base, rootBefore, request.base);
  const after = await open(head, rootAfter, request.head);
  const reviewed = await readFileAt(repository, head, posix.join(rootAfter, REVIEWED));
  const submodules = [...new Set([...before.submodules, ...after.submodules])];
  return {
    before: before.revision,
    after: after.revision,
    base: { name: request.base, commit: base },
    head: { name: request.head, commit: head },
    parted: base !== named,
    reviewed: reviewed === undefined ? NOTHING_REVIEWED : readReviewed(reviewed),
    place: rootAfter === '' ? '.' : rootAfter,
    renames: rootBefore === undefined ? new Map() : renamesInRoot(renames, rootBefore, rootAfter),
    notes: [
      ...(rootBefore === undefined ? [`There was no such guidance folder in ${request.base}: everything is new.`] : []),
      ...submodules.map((path) => `${path} is a submodule: what is in it was not looked at.`),
    ],
    display: (path) => fromHere(join(repository.top, rootAfter, path)),
  };
}

/** The commit of the later revision; where a folder is named in its place, as other commands have it, says where that goes. */
async function headCommit(repository: Repository, head: string): Promise<string> {
  try {
    return await repository.commit(head);
  } catch (error) {
    if (!(error instanceof UsageError) || head === '' || !existsSync(head)) throw error;
    throw new UsageError(
      `“${head}” is a file or folder, and a revision was expected. The guidance folder comes third: “dmap diff BASE HEAD ${head}”.`,
    );
  }
}

function missing({ path }: { readonly path: string }) {
  return { path, unreadable: 'missing', detail: '' } as const;
}

function brokenManifest(revision: string): string {
  return `${MANIFEST} cannot be read in ${revision}, so nothing can be said about the guidance there. Compare with a revision in which it is mended.`;
}
