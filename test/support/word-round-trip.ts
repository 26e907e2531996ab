import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ImportPlan } from '../../src/exchange/word/import/plan/types.js';
import { planImport, type ResolvedImport, readWord, resolveImport } from '../../src/exchange/word/index.js';
import { openWorkspace } from '../../src/index.js';
import { loadParser } from '../../src/platform/node/markdown-parser.js';

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

/** What importing a Word file into the guidance that has the application already would do; nothing is written. */
export async function readBack(root: string, key: string, file: Uint8Array): Promise<{ plan: ImportPlan; resolved: ResolvedImport }> {
  const document = await readWord(file);
  const workspace = await openWorkspace(root, { today: TODAY, cache: false });
  const { snapshot } = await workspace.load();
  const framework = snapshot.application(key)?.framework;
  if (!framework) throw new Error(`There is no application “${key}” with a framework.`);
  const plan = planImport({ document, key, otherwise: key, folder: key, framework, snapshot, today: TODAY });
  if (!plan) throw new Error('It has nothing that could be matched to a criterion.');
  const textOf = (path: string) => readFileSync(join(root, path), 'utf8');
  return { plan, resolved: resolveImport(plan, { snapshot, parser: await loadParser(), textOf, isAccepted: () => false }) };
}
