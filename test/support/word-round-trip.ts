import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ImportPlan } from '../../src/exchange/word/import/plan/types.js';
import { planImport, type ResolvedImport, readWord, resolveImport } from '../../src/exchange/word/index.js';
import { wordFiles } from '../../src/exchange/word/write/word-files.js';
import { openWorkspace, type WorkspaceSnapshot } from '../../src/index.js';
import { lintInMemory } from '../../src/platform/memory/memory-workspace.js';
import { loadParser } from '../../src/platform/node/markdown-parser.js';
import { remarkParser } from '../../src/platform/remark-parser.js';
import { baseFiles } from './rule-examples.js';

const TODAY = '2026-09-01';
const temporary: string[] = [];

/** A temporary guidance folder with these files. */
export function rootWith(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'dmap-round-trip-'));
  temporary.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** Takes away what tests made. */
export function removeRoots(): void {
  for (const root of temporary.splice(0)) rmSync(root, { recursive: true, force: true });
}

/** What importing a Word file would do. */
export interface ReadBack {
  readonly plan: ImportPlan;
  readonly resolved: ResolvedImport;
}

/** What importing a Word file into the guidance that has the application already would do; nothing is written. */
export async function readBack(root: string, key: string, file: Uint8Array): Promise<ReadBack> {
  const workspace = await openWorkspace(root, { today: TODAY, cache: false });
  const { snapshot } = await workspace.load();
  return heldAgainst(snapshot, (path) => readFileSync(join(root, path), 'utf8'), key, file);
}

async function heldAgainst(
  snapshot: WorkspaceSnapshot,
  textOf: (path: string) => string,
  key: string,
  file: Uint8Array,
): Promise<ReadBack> {
  const framework = snapshot.application(key)?.framework;
  if (!framework) throw new Error(`There is no application “${key}” with a framework.`);
  const plan = planImport({ document: await readWord(file), key, otherwise: key, folder: key, framework, snapshot, today: TODAY });
  if (!plan) throw new Error('It has nothing that could be matched to a criterion.');
  return {
    plan,
    resolved: resolveImport(plan, {
      snapshot,
      parser: await loadParser(),
      textOf,
      isAccepted: () => false,
      application: snapshot.application(key),
    }),
  };
}

/** What an import would do, a line each; nothing where the guidance says all of it already. */
export function told({
  resolved: { created, changed, waiting, sources, doubts: absent },
  plan: { doubts, unplaced, leftOut },
}: ReadBack): string[] {
  return [
    ...created.map(({ path }) => `creates ${path}`),
    ...changed.map(({ path }) => `changes ${path}`),
    ...waiting.map((one) => `waits: ${one.path}: ${one.changed.join('; ')}`),
    ...sources.map((source) => `proposes the source ${source}`),
    ...[...doubts, ...absent].map(({ about, says }) => `to decide: ${about}: ${says}`),
    ...unplaced.map(({ text }) => `belongs nowhere: ${text}`),
    ...leftOut,
  ];
}

const front = (fields: string) => `---\ntitle: A title\n${fields}\nstatus: draft\n---\n\n# A title\n\n`;
const guidance = (criterion: string) => front(`type: criterion-guidance\napplication: garden\ncriterion: ${criterion}`);

/** A small guidance folder with a text in the first section of the guidance on its first criterion. */
export function gardenWith(markdown: string): Record<string, string> {
  return {
    ...baseFiles(),
    'garden.md': `${front('type: application\napplication: garden')}## Scope\n\nGardens.\n`,
    'listen.md': `${guidance('listening')}## What this means\n\n${markdown}\n`,
    'plan.md': `${guidance('planning')}## What this means\n\nPlans.\n\n## Why it matters\n\nIt does.\n`,
    'share.md': `${guidance('sharing')}## What this means\n\nSharing.\n`,
  };
}

/** The Word copies of {@link gardenWith}, in full and as a table. */
export async function gardenCopies(files: Readonly<Record<string, string>>): Promise<Uint8Array[]> {
  const input = {
    ...{ snapshot: snapshotOf(files), today: TODAY, drafts: true, parser: await loadParser(), throwIfCancelled: () => {} },
    ...{ textOf: (path: string) => files[path], pictureOf: () => undefined, pngOf: () => undefined },
  };
  const copies: Uint8Array[] = [];
  for await (const { content } of wordFiles(input)) copies.push(content as Uint8Array);
  return copies;
}

/** What importing a Word file into {@link gardenWith} would do. */
export function readIntoGarden(files: Readonly<Record<string, string>>, file: Uint8Array): Promise<ReadBack> {
  return heldAgainst(snapshotOf(files), (path) => files[path] ?? '', 'garden', file);
}

function snapshotOf(files: Readonly<Record<string, string>>): WorkspaceSnapshot {
  return lintInMemory(files, { parser: remarkParser(), rules: [], today: TODAY }).snapshot;
}
