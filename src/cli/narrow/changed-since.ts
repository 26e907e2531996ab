import { lint, rules, Workspace, type WorkspaceOptions } from '../../index.js';
import { rootIn } from '../../platform/node/git/find-root-in.js';
import { renamesBetween } from '../../platform/node/git/renames.js';
import { Repository } from '../../platform/node/git/repository.js';
import { revisionFiles } from '../../platform/node/git/revision-files.js';
import { introducedFindings, type RevisionFindings } from '../../review/introduced.js';
import { pairDocuments } from '../../review/pair-documents.js';
import { type CheckedRoot, isFailure } from '../check-root.js';
import { renamesInRoot } from '../diff/renames-in-root.js';
import { count } from '../formats/count.js';
import type { NarrowedRoot } from './narrow.js';

/** So much of a commit's name is shown. */
const SHORT = 9;

/**
 * Keeps the findings that are there because of what was changed since a revision: since the working tree's branch left
 * it, so that what others did there meanwhile counts for nothing.
 * @throws UsageError where there is no repository or no such revision
 */
export async function onlyCaused(checked: CheckedRoot, since: string, open: WorkspaceOptions): Promise<NarrowedRoot> {
  const { root } = checked.target;
  const repository = await Repository.around(root);
  const named = await repository.commit(since);
  const base = await repository.mergeBase(named, await repository.commit('HEAD'));
  const renames = await renamesBetween(repository, base);
  const rootBefore = await rootIn(repository, base, repository.prefix, renames);
  const short = base.slice(0, SHORT);
  const place = base === named ? `${since} (${short})` : `${short}, where this branch left ${since}`;
  const conflicts = (await repository.hasConflicts())
    ? ['A merge is not finished: what is found in files that are in conflict may go with it.']
    : [];
  if (rootBefore === undefined) {
    return { checked, notes: [...conflicts, `There was no such guidance folder in ${place}: all that is found is shown.`] };
  }
  const files = await revisionFiles(repository, base, rootBefore);
  const { overlay: _, progress: __, ...options } = open;
  const then = new Workspace(root, { ...options, rules: open.rules ?? rules, source: files });
  const before = await findingsOf(then);
  const snapshots = await Promise.all([then.load(), checked.workspace.load()]);
  const pairs = pairDocuments(snapshots[0].snapshot, snapshots[1].snapshot, renamesInRoot(renames, rootBefore, repository.prefix));
  const after = { diagnostics: checked.diagnostics, line: lineIn(checked.workspace) };
  const caused = new Set(introducedFindings(before, after, (path) => pairs.get(path) ?? path));
  const kept = checked.diagnostics.filter((one) => caused.has(one) || isFailure(one));
  const hidden = checked.diagnostics.length - kept.length;
  const broken = before.diagnostics.some(isFailure);
  return {
    checked: { ...checked, diagnostics: kept },
    notes: [
      ...conflicts,
      `Compared with ${place}${hidden === 0 ? '' : `: ${count(hidden, 'finding')} that ${hidden === 1 ? 'was' : 'were'} there already ${hidden === 1 ? 'is' : 'are'} not shown`}.`,
      ...(broken ? ['guidance.yml had an error in it there, so more may be shown than this change caused.'] : []),
    ],
  };
}

async function findingsOf(workspace: Workspace): Promise<RevisionFindings> {
  const { diagnostics } = await lint(workspace);
  return { diagnostics, line: lineIn(workspace) };
}

function lineIn(workspace: Workspace): RevisionFindings['line'] {
  return (path, line) => workspace.sourceFor(path)?.line(line) ?? '';
}
