import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { MANIFEST, UsageError } from '../../index.js';
import { type RootRequest, scaffoldRoot } from '../../language/scaffold/root.js';
import type { ScaffoldFile } from '../../language/scaffold/scaffold-file.js';
import {
  FRAMEWORKS_FOLDER,
  FRAMEWORKS_INDEX,
  FRAMEWORKS_REGISTER,
  type ShippedFramework,
} from '../../language/scaffold/shipped-frameworks.js';
import { findRoot } from '../../platform/node/find-root.js';
import { decode } from '../../platform/node/read-file.js';
import { localToday } from '../../platform/node/today.js';
import { makeFolder } from '../../platform/node/write-file.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { packageFolder } from '../package-folder.js';
import { fromHere } from '../roots.js';
import type { Terminal } from '../terminal.js';
import { writeScaffold } from '../write-scaffold.js';

/** The options of `init`, as the command line has them. */
export interface InitOptions {
  readonly framework?: string;
  readonly title?: string;
}

/** Starts a new guidance folder. */
export async function initCommand(folder: string, options: InitOptions, terminal: Terminal): Promise<ExitCode> {
  const root = resolve(folder);
  assertFree(root);
  const framework = options.framework === undefined ? {} : frameworkFrom(options.framework);
  const files = scaffold({ title: options.title ?? titleFor(root), today: localToday(), ...framework }, options.framework);
  makeFolder(root);
  writeScaffold(root, files, terminal);
  const go = fromHere(root) === '.' ? '' : ` in ${fromHere(root)}`;
  const edit = options.framework === undefined ? 'Put your framework into framework.yml. ' : '';
  terminal.out(`\n${edit}Then, “dmap new application NAME”${go} starts guidance on all its criteria.\n`);
  return EXIT.fine;
}

function scaffold(request: Parameters<typeof scaffoldRoot>[0], framework: string | undefined): ReturnType<typeof scaffoldRoot> {
  try {
    return scaffoldRoot(request);
  } catch (error) {
    throw framework === undefined || !(error instanceof Error) ? error : new UsageError(`“${framework}” is ${error.message}`);
  }
}

/** A guidance folder inside another one would belong to both. */
function assertFree(root: string): void {
  if (existsSync(join(root, MANIFEST)))
    throw new UsageError(`“${fromHere(root)}” is a guidance folder already: it has a ${MANIFEST}. Nothing has been written.`);
  if (existsSync(root) && !statSync(root).isDirectory()) throw new UsageError(`“${fromHere(root)}” is a file. Name a folder.`);
  const above = rootAbove(root);
  if (above !== undefined)
    throw new UsageError(`“${fromHere(root)}” is inside the guidance folder “${fromHere(above)}” already. Nothing has been written.`);
}

function rootAbove(folder: string): string | undefined {
  let existing = folder;
  while (!existsSync(existing)) existing = dirname(existing);
  try {
    return findRoot(existing);
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

type GivenFramework = Pick<RootRequest, 'framework' | 'register'>;

/** A file, or the name of a framework that comes with the command. */
function frameworkFrom(given: string): GivenFramework {
  if (existsSync(given) && statSync(given).isFile()) return { framework: frameworkIn(given) };
  const folder = join(packageFolder(), FRAMEWORKS_FOLDER);
  const shipped = JSON.parse(readFileSync(join(folder, FRAMEWORKS_INDEX), 'utf8')) as ShippedFramework[];
  const found = shipped.find(({ name }) => name === given);
  if (found) return { framework: frameworkIn(join(folder, found.file)), register: readFileSync(join(folder, FRAMEWORKS_REGISTER), 'utf8') };
  const names = shipped.map(({ name }) => name).join(', ');
  throw new UsageError(
    `There is no file “${given}” for --framework. Check the path, or give the name of one that comes with dmap: ${names}.`,
  );
}

function frameworkIn(file: string): ScaffoldFile {
  const loaded = decode(basename(file), readFileSync(file));
  if ('unreadable' in loaded) throw new UsageError(`“${file}” for --framework is not a text file in UTF-8.`);
  const taken = [MANIFEST, 'sources.yml', 'glossary.yml', 'index.md'].includes(basename(file));
  return { path: taken ? 'framework.yml' : basename(file), text: (loaded.source.bom ? '\uFEFF' : '') + loaded.source.text };
}

/** “tree-care” becomes “Tree care”. */
function titleFor(root: string): string {
  const words = basename(root).replace(/[-_]+/g, ' ').trim();
  return words === '' ? 'Guidance' : words.charAt(0).toUpperCase() + words.slice(1);
}
