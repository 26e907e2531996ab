import { capital } from '../../core/text/words.js';
import { MANIFEST, openWorkspace, rules, UsageError, Workspace, type WorkspaceOptions } from '../../index.js';
import { digest } from '../../platform/node/facts-cache.js';
import { rootIn } from '../../platform/node/git/find-root-in.js';
import { renamesBetween } from '../../platform/node/git/renames.js';
import { Repository } from '../../platform/node/git/repository.js';
import { revisionFiles } from '../../platform/node/git/revision-files.js';
import { readSidecar, writeSidecar } from '../../platform/node/sidecar-files.js';
import { documentName, documentNameAt } from '../../review/names.js';
import { pairDocuments } from '../../review/pair-documents.js';
import type { Revision } from '../../review/revision.js';
import {
  callingSame,
  looking,
  NOTHING_REVIEWED,
  REVIEWED,
  type Reviewed,
  readReviewed,
  suspectsIn,
  writeReviewed,
} from '../../review/suspect.js';
import { displayIn } from '../check-root.js';
import { renamesInRoot } from '../diff/renames-in-root.js';
import { EXIT, type ExitCode, graver } from '../exit-code.js';
import { count } from '../formats/count.js';
import { visible } from '../formats/visible.js';
import { hanging } from '../formats/wrap.js';
import { loadReadable } from '../load-readable.js';
import { openOptions, type ReadingOptions } from '../open-options.js';
import { isSelected, type RootTarget, rootsOf } from '../roots.js';
import type { Terminal } from '../terminal.js';

/** The options of `reviewed`, as the command line has them. */
export interface ReviewedOptions extends ReadingOptions {
  readonly check?: boolean;
  readonly unchanged?: boolean;
  readonly since: string;
}

/** A guidance folder with what is remembered about it. */
interface OpenRoot {
  readonly target: RootTarget;
  readonly revision: Revision;
  readonly reviewed: Reviewed;
  /** The documents that were asked about. */
  readonly paths: ReadonlySet<string>;
  readonly display: (path: string) => string;
}

/**
 * Remembers that documents were looked at after what they refer to had changed; or that a change of a document changes
 * nothing for readers; or says which are still to be looked at.
 */
export async function reviewedCommand(paths: readonly string[], options: ReviewedOptions, terminal: Terminal): Promise<ExitCode> {
  const { targets, failures } = rootsOf(paths);
  for (const failure of failures) throw failure;
  let code: ExitCode = EXIT.fine;
  for (const target of targets) {
    const open = openOptions(options);
    const root = await openRoot(target, open);
    if (options.check) code = graver(code, check(root, terminal));
    else if (options.unchanged) await callSame(root, options.since, open, terminal);
    else look(root, terminal);
  }
  return code;
}

async function openRoot(target: RootTarget, open: WorkspaceOptions): Promise<OpenRoot> {
  const workspace = await openWorkspace(target.root, open);
  const { snapshot } = await loadReadable(workspace);
  const text = readSidecar(target.root, REVIEWED);
  const paths = snapshot.markdown.map(({ path }) => path).filter((path) => isSelected(path, target.selected));
  if (paths.length === 0) throw new UsageError('No document of the guidance is there. Name a document, or a folder that has some.');
  return {
    target,
    revision: { snapshot, source: workspace.sourceFor },
    reviewed: text === undefined ? NOTHING_REVIEWED : readReviewed(text),
    paths: new Set(paths),
    display: displayIn(target, open),
  };
}

function check({ revision, reviewed, paths, display }: OpenRoot, terminal: Terminal): ExitCode {
  const suspects = suspectsIn(revision, reviewed, digest).filter(({ path }) => paths.has(path));
  if (reviewed.looked.length === 0) {
    terminal.out('Nothing has been looked at yet, so nothing is suspect. “dmap reviewed” remembers what everything refers to now.\n');
    return EXIT.fine;
  }
  if (suspects.length === 0) {
    terminal.out('Every document was looked at since what it refers to last changed.\n');
    return EXIT.fine;
  }
  const documents = [...new Set(suspects.map(({ path }) => path))];
  for (const path of documents) {
    const facts = revision.snapshot.facts(path);
    const about = suspects.filter((one) => one.path === path).map(({ to }) => placeName(to, revision));
    const name = facts ? capital(documentName(facts, revision.snapshot)) : path;
    const text = `${name} refers to ${about.join(', ')}, which ${about.length === 1 ? 'says' : 'say'} something else now.`;
    terminal.out(`${hanging('  ? ', visible(text), terminal.width)}\n    ${terminal.colours.dim(visible(display(path)))}\n`);
  }
  terminal.out(`\n${count(documents.length, 'document')} should be looked at. “dmap reviewed FILE” says that one was.\n`);
  return EXIT.findings;
}

/** “the section “why” of “Tools””. */
function placeName(to: string, { snapshot }: Revision): string {
  const [path = '', slug] = to.split('#');
  const name = documentNameAt(path, snapshot);
  const heading = snapshot.facts(path)?.headings.find((one) => one.slug === slug);
  return slug === undefined ? name : `the section “${heading?.text ?? slug}” of ${name}`;
}

function look(root: OpenRoot, terminal: Terminal): void {
  const reviewed = looking(root.reviewed, root.paths, root.revision, digest);
  const before = suspectsIn(root.revision, root.reviewed, digest).filter(({ path }) => root.paths.has(path)).length;
  write(root, reviewed);
  terminal.out(
    `${root.display(REVIEWED)} remembers what ${count(root.paths.size, 'document')} ${root.paths.size === 1 ? 'refers' : 'refer'} to`,
  );
  terminal.out(
    before === 0 ? '. Commit it.\n' : `; ${count(before, 'reference')} ${before === 1 ? 'is' : 'are'} no longer suspect. Commit it.\n`,
  );
}

async function callSame(root: OpenRoot, since: string, open: WorkspaceOptions, terminal: Terminal): Promise<void> {
  const { snapshot, source } = root.revision;
  const repository = await Repository.around(root.target.root);
  const commit = await repository.commit(since);
  const renames = await renamesBetween(repository, commit);
  const place = await rootIn(repository, commit, repository.prefix, renames);
  if (place === undefined) throw new UsageError(`There is no such guidance folder in ${since}. Name an earlier revision with --since.`);
  const then = new Workspace(root.target.root, { ...open, rules, source: await revisionFiles(repository, commit, place) });
  const old = (await then.load()).snapshot;
  if (old.facts(MANIFEST)?.fields.state !== 'parsed')
    throw new UsageError(`${MANIFEST} cannot be read in ${since}. Name another revision with --since.`);
  const pairs = pairDocuments(old, snapshot, renamesInRoot(renames, place, repository.prefix));
  let { reviewed } = root;
  let changed = 0;
  for (const path of root.paths) {
    const from = pairs.get(path);
    const [before, after] = [old.facts(from ?? ''), snapshot.facts(path)];
    if (from === undefined || !before || !after) continue;
    const next = callingSame(
      reviewed,
      path,
      { facts: before, source: then.sourceFor(from) },
      { facts: after, source: source(path) },
      digest,
    );
    if (next.same.length > reviewed.same.length) changed++;
    reviewed = next;
  }
  if (changed === 0) {
    terminal.out(
      `There was nothing to remember: what was asked about says what it said in ${since}. “--since main” compares with another revision.\n`,
    );
    return;
  }
  write(root, reviewed);
  terminal.out(
    `${root.display(REVIEWED)} remembers that ${count(changed, 'document')} ${changed === 1 ? 'says' : 'say'} the same to readers as in ${since}. Commit it.\n`,
  );
}

function write({ target }: OpenRoot, reviewed: Reviewed): void {
  writeSidecar(target.root, REVIEWED, writeReviewed(reviewed));
}
