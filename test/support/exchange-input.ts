import { join } from 'node:path';
import type { ExchangeInput } from '../../src/exchange/types.js';
import { openWorkspace } from '../../src/index.js';
import { PROJECT } from './cli.js';

/** What an export of a guidance folder is made from, with the days of changes left out. */
export async function exchangeInputOf(root: string, more: Partial<ExchangeInput> = {}): Promise<ExchangeInput> {
  const workspace = await openWorkspace(root, { today: '2026-09-01', cache: false });
  const { snapshot } = await workspace.load();
  return { snapshot, today: '2026-09-01', drafts: false, ...more };
}

/** The project's own guidance. */
export const GUIDANCE = join(PROJECT, 'guidance');
/** A framework of another shape than the Destination Map. */
export const HARBOUR = join(PROJECT, 'test/fixtures/second-framework');
