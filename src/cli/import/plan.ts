import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  type ImportPlan,
  planImport,
  type ResolvedImport,
  reportPage,
  resolveImport,
  type WordDocument,
} from '../../exchange/word/index.js';
import { elementsOf, type Framework, UsageError, type WorkspaceSnapshot } from '../../index.js';
import { keyOf } from '../../language/scaffold/scaffold-file.js';
import { loadParser } from '../../platform/node/markdown-parser.js';
import { decode } from '../../platform/node/read-file.js';
import { frameworkFor } from '../new/framework-for.js';
import { titleFrom } from '../new/title-from.js';
import { placeInRoot } from '../place-in-root.js';
import { fromHere } from '../roots.js';
import { acceptedBy } from './accepted.js';
import type { ImportOptions } from './options.js';
import type { ImportOutcome } from './show-import.js';
import { assertFree } from './write-import.js';

/** What an import is planned from. */
export interface ImportJob {
  readonly root: string;
  readonly file: string;
  readonly document: WordDocument;
  readonly snapshot: WorkspaceSnapshot;
  readonly today: string;
  readonly options: ImportOptions;
}

interface Report {
  readonly path: string;
  readonly content: string;
  readonly isNew: boolean;
}

/**
 * What an import is to do, with nothing written yet.
 * @throws UsageError where it cannot be done, with what to do next
 */
export async function outcomeOf(job: ImportJob): Promise<Omit<ImportOutcome, 'dryRun'>> {
  const { root, file, document, snapshot, today, options } = job;
  const key = keyFor(options.application);
  assertStanding(key, job);
  const framework = snapshot.application(key)?.framework ?? frameworkFor(options.framework, snapshot.frameworks);
  const folder = options.folder === undefined ? key : placeInRoot(root, options.folder);
  const planned = planImport({
    document,
    key,
    title: options.title,
    otherwise: titleFrom(options.application),
    folder,
    framework,
    snapshot,
    today,
  });
  if (!planned) throw new UsageError(noCriteria(file, framework));
  const resolved = resolveImport(planned, {
    snapshot,
    parser: await loadParser(options.parser),
    textOf: (path) => textOf(root, path),
    application: snapshot.application(key),
    isAccepted: acceptedBy(options.accept ?? [], framework),
  });
  // What has to be decided is told in one place, whichever step found it.
  const plan = { ...planned, doubts: [...planned.doubts, ...resolved.doubts] };
  const report = reportOf(plan, resolved, job);
  const created = report?.isNew ? [...resolved.created, report] : resolved.created;
  // A dry run, too, says what is in the way: programs write what it says.
  assertFree(root, created);
  const criteria = elementsOf(framework, 'criterion');
  const numbers = new Map(criteria.flatMap(({ key: of, number }) => (number === undefined ? [] : [[of, number] as const])));
  const all = { ...resolved, created };
  return { root, file: basename(file), plan, document, resolved: all, numbers, criteria: criteria.length, report: report?.path };
}

function keyFor(name: string): string {
  const key = keyOf(name);
  if (key === '') throw new UsageError(`“${name}” has no letter or digit that a key could be made of. Give a name such as “tree-care”.`);
  return key;
}

/** What is there is only touched where that is asked for. */
function assertStanding(key: string, { root, snapshot, options }: ImportJob): void {
  const known = snapshot.application(key);
  if (known && !options.update)
    throw new UsageError(
      `There is an application “${key}” already: ${fromHere(join(root, known.path))}. Nothing has been written. “--update” holds the Word document against it; another name starts a new one.`,
    );
  if (known || !options.update) return;
  throw new UsageError(`There is no application “${key}” to update. Leave out “--update” to start it.`);
}

function noCriteria(file: string, framework: Framework): string {
  const [first] = elementsOf(framework, 'criterion');
  const example = first ? `, such as “${first.number === undefined ? '' : `${first.number} `}${first.title}”` : '';
  return `“${file}” has nothing that could be matched to the criteria of “${framework.title}”: neither rows of tables nor headings have their titles. Nothing has been written. Give each criterion a row or a heading with its number and title${example}.`;
}

/** The page about the import, where there is something to decide; one that says all of it is there already after a second try. */
function reportOf(plan: ImportPlan, { sources }: ResolvedImport, { root, snapshot, document, file }: ImportJob): Report | undefined {
  const content = reportPage({ file: basename(file), plan, document, sources });
  if (content === undefined) return undefined;
  const home = plan.documents.find(({ criterion }) => criterion === undefined)?.path ?? '';
  const folder = home.slice(0, home.lastIndexOf('/') + 1);
  for (let count = 1; ; count++) {
    const path = `${folder}imported-from-word${count === 1 ? '' : `-${count}`}.md`;
    if (!snapshot.hasFile(path)) return { path, content, isNew: true };
    if (saysAll(textOf(root, path), content)) return { path, content, isNew: false };
  }
}

/** Whether a page that is there says all that another one would. */
function saysAll(there: string, content: string): boolean {
  const lines = new Set(there.split('\n'));
  return content.split('\n').every((line) => lines.has(line));
}

function textOf(root: string, path: string): string {
  const loaded = decode(path, readFileSync(join(root, path)));
  if ('source' in loaded) return loaded.source.text;
  throw new UsageError(`“${path}” cannot be read as text. “dmap lint” says why. Nothing has been written.`);
}
