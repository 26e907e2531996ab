import { strict as assert } from 'node:assert';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildOnce, dmap, PROJECT } from '../../support/cli.js';
import { type ServedFolder, serve } from '../../support/serve.js';

/** A site that is looked at: its folder, which is served too. */
export interface Site {
  readonly folder: string;
  /** Its pages, from its folder, with `/`, in order. */
  readonly pages: readonly string[];
  /** The address of a page at the server. */
  served(page: string): string;
  /** The address of a page as a file. */
  filed(page: string): string;
}

const made: { server: ServedFolder; temporary: string | undefined }[] = [];
let ours: Promise<Site> | undefined;

/** The project's own guidance as a site, exported once for all tests; `DMAP_SITE` names one that is there already. */
export function guidanceSite(): Promise<Site> {
  const there = process.env['DMAP_SITE'];
  ours ??= there ? siteIn(there) : exportedSite(join(PROJECT, 'guidance'));
  return ours;
}

/** Exports a guidance root with the built command. */
export async function exportedSite(root: string, args: readonly string[] = []): Promise<Site> {
  buildOnce();
  const temporary = mkdtempSync(join(tmpdir(), 'dmap-site-'));
  const folder = join(temporary, 'site');
  const { code, out, err } = dmap(PROJECT, ['export', folder, root, ...args], { cwd: PROJECT });
  assert.equal(code, 0, `The export failed.\n${out}${err}`);
  return siteIn(folder, temporary);
}

/** Looks at a site that is there. */
export async function siteIn(folder: string, temporary?: string): Promise<Site> {
  const server = await serve(folder);
  made.push({ server, temporary });
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.split(sep).join('/'));
  const pages = files.filter((path) => path.endsWith('.html')).sort();
  assert.ok(pages.length > 0, `There is no page in ${folder}.`);
  const address = (page: string) => page.split('/').map(encodeURIComponent).join('/');
  return {
    folder,
    pages,
    served: (page) => server.address + address(page),
    filed: (page) => pathToFileURL(join(folder, page)).href,
  };
}

/** Takes away the sites that were made, and stops serving. */
export async function removeSites(): Promise<void> {
  for (const { server, temporary } of made.splice(0)) {
    await server.close();
    if (temporary) rmSync(temporary, { recursive: true, force: true });
  }
}
