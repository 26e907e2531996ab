import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportSite } from '../../platform/node/site/export-site.js';
import type { SitePlan } from '../../site/plan-site.js';
import { progressLine } from '../progress.js';
import { siteOverrides } from '../site-options.js';
import type { MakeJob } from './make-job.js';
import { siteRequest } from './site-request.js';

/** A site that other formats are made from. */
export interface TemporarySite {
  readonly folder: string;
  readonly plan: SitePlan;
  /** Takes it away. */
  remove(): void;
}

/** Writes the site of guidance into a folder of its own, and tells what is not on it. */
export async function temporarySite({ root, checked, options, terminal, throwIfCancelled }: MakeJob): Promise<TemporarySite> {
  const request = await siteRequest(root, checked, { options, overrides: siteOverrides(options) });
  const place = mkdtempSync(join(tmpdir(), 'dmap-export-'));
  const remove = () => rmSync(place, { recursive: true, force: true, maxRetries: 3 });
  const { show, clear } = progressLine(terminal, undefined, 'Writing');
  try {
    const folder = join(place, 'site');
    const { problems } = await exportSite(folder, { ...request, progress: show, throwIfCancelled }).finally(clear);
    for (const problem of problems) terminal.err(`dmap: ${problem}\n`);
    return { folder, plan: request.plan, remove };
  } catch (error) {
    remove();
    throw error;
  }
}
