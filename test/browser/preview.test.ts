import { strict as assert } from 'node:assert';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { PreviewServer } from '../../src/platform/node/site/preview-server.js';
import { PreviewSession } from '../../src/platform/node/site/preview-session.js';
import { loadPreviewScript, loadSiteAssets } from '../../src/platform/node/site/site-assets.js';
import { rules } from '../../src/rules/index.js';
import { renderDocument } from '../../src/site/pages/document-page.js';
import { planSite } from '../../src/site/plan-site.js';
import { inContext } from '../support/browser.js';
import { buildOnce, cleanUp, PROJECT, page, temporaryGuidance } from '../support/cli.js';

describe('an open page of a preview', function () {
  this.timeout(60_000);
  before(buildOnce);
  after(cleanUp);
  const folder = join(PROJECT, 'dist/site');
  const said = (shown: Page) => shown.getByRole('complementary', { name: 'Preview: findings' });

  async function serve(root: string, port = 0): Promise<PreviewServer> {
    const maker = { plan: planSite, render: renderDocument };
    const options = { rules, cache: false, today: '2026-09-01', drafts: true, maker, assets: () => loadSiteAssets(folder, '') } as const;
    return PreviewServer.start(await PreviewSession.open(root, options), { root, script: loadPreviewScript(folder), port });
  }

  /** Opens a page of a guidance folder; the server that `work` leaves is closed. */
  async function onPage(
    path: string,
    files: Readonly<Record<string, string>>,
    work: (shown: Page, root: string, server: { now: PreviewServer }) => Promise<void>,
  ) {
    const root = temporaryGuidance({ 'one.md': page('One', 'The first.'), ...files });
    const server = { now: await serve(root) };
    try {
      await inContext({}, async (context) => {
        const shown = await context.newPage();
        await shown.goto(server.now.address + path);
        await work(shown, root, server);
      });
    } finally {
      await server.now.close();
    }
  }

  it('says that the preview has stopped, and comes back when it is there again', () =>
    onPage('one.html', {}, async (shown, root, server) => {
      await said(shown).getByText('Preview. No findings on this page.').waitFor();
      const { port } = server.now;
      await server.now.close();
      await shown.getByRole('alert').getByText('The preview has stopped.').waitFor();
      assert.equal(await shown.getByText('No findings on this page').count(), 0);
      writeFileSync(join(root, 'one.md'), page('One', 'Changed meanwhile.'));
      server.now = await serve(root, port);
      await shown.getByText('Changed meanwhile.').waitFor();
      await said(shown).getByText('Preview. No findings on this page.').waitFor();
    }));

  it('says that its document is gone, and leads home', () =>
    onPage('one.html', {}, async (shown, root) => {
      await said(shown).waitFor();
      rmSync(join(root, 'one.md'));
      await shown.getByRole('heading', { level: 1, name: 'This page is no longer there' }).waitFor();
      await shown.getByRole('link', { name: 'Go to the home page' }).click();
      await shown.waitForURL(/\/$/);
    }));

  it('is in the look of the site where the manifest is broken, and says in which line', () =>
    onPage('one.html', { 'guidance.yml': 'title: My guidance\nlanguage: [\n' }, async (shown) => {
      await shown.getByRole('heading', { level: 1, name: 'The site cannot be shown' }).waitFor();
      await shown
        .getByRole('listitem')
        .getByText(/^Line 2: /)
        .waitFor();
      const font = (selector: string) => shown.locator(selector).evaluate((element) => getComputedStyle(element).fontFamily);
      assert.match(await font('h1'), /^Site,/);
    }));
});
