import { strict as assert } from 'node:assert';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { inContext } from '../support/browser.js';
import { XSS_PAYLOADS } from '../support/xss-payloads.js';
import { foreignMarkup, trap } from './checks/foreign-markup.js';
import { redirectsIn } from './checks/links.js';
import { listenTo } from './checks/page-trouble.js';
import { onEach } from './support/in-parallel.js';
import { assertNone } from './support/none.js';
import { type PoisonedDocument, poisonedRoot } from './support/poisoned-root.js';
import { exportedSite, type Site } from './support/site.js';

/** The pages' own policy would stop most of what got through, and hide that it did: it is taken away, so that only escaping is left. */
const WITHOUT_POLICY = { bypassCSP: true };

/** What leads on at once from an old address. */
const REDIRECT = /<meta http-equiv="refresh" content="0; url=[^"]*">/;

/** Text as a reader sees it: white space means nothing, and neither do characters that have no shape. */
function seen(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\uFFFD\s]+/gu, '');
}

describe('documents that try to run something', function () {
  this.timeout(600_000);
  let site: Site;
  let documents: readonly PoisonedDocument[];
  let temporary = '';

  const textOf = (path: string) => readFileSync(join(site.folder, path), 'utf8');

  /** Lets a page that leads on at once be looked at: what it leads to is a page of its own. */
  async function stay(page: Page, path: string): Promise<void> {
    const text = textOf(path);
    await page.unrouteAll();
    if (REDIRECT.test(text)) {
      const body = text.replace(REDIRECT, '');
      await page.route(site.served(path), (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
    }
  }

  before(async () => {
    const made = poisonedRoot(XSS_PAYLOADS);
    documents = made.documents;
    temporary = made.temporary;
    site = await exportedSite(made.root, ['--force', '--drafts']);
  });
  after(() => rmSync(temporary, { recursive: true, force: true }));

  it('run nothing, load nothing and leave no markup of their own, on any page', async () => {
    const found = await onEach(
      site.pages,
      WITHOUT_POLICY,
      async (page, path) => {
        const trouble = listenTo(page, site.served(''));
        await stay(page, path);
        await page.goto(site.served(path));
        return [...trouble.filter((text) => !/^console|^answered with|^not loaded/.test(text)), ...(await foreignMarkup(page))];
      },
      (context) => context.addInitScript(trap),
    );
    assertNone(found, 'things that are more than text');
  });

  it('lead from old addresses only to pages of the site', () => {
    const redirects = site.pages.flatMap((path) => redirectsIn(textOf(path)).map((to) => ({ path, to })));
    assert.ok(redirects.length > 0, 'there are old addresses');
    const found = redirects.filter(({ path, to }) => {
      const target = new URL(to, site.served(path));
      return !target.href.startsWith(site.served('')) || !existsSync(join(site.folder, decodeURIComponent(target.pathname)));
    });
    assertNone(
      found.map(({ path, to }) => `${path}: leads to ${to}`),
      'redirects',
    );
  });

  it('have a page each, whose heading shows the payload as text', async () => {
    // A name with a backslash is no name of a page: some systems take it for a folder, and the export says so.
    const named = documents.filter(({ page }) => !page.includes('\\'));
    const pages = new Map(named.map(({ page, payload }) => [page, payload]));
    const found = await onEach([...pages.keys()], WITHOUT_POLICY, async (page, path) => {
      const response = await page.goto(site.served(path));
      if (response?.status() !== 200) return ['has no page'];
      const heading = seen((await page.locator('main h1').first().textContent()) ?? '');
      return heading.includes(seen(pages.get(path) ?? '')) ? [] : [`its heading is “${heading}”`];
    });
    assertNone(found, 'payloads that do not show');
  });

  it('run nothing as answers to a search', async () => {
    const questions = ['alert', 'onerror', 'script', 'javascript', 'svg', XSS_PAYLOADS[0] ?? ''];
    const found = await onEach(
      questions,
      WITHOUT_POLICY,
      async (page, question) => {
        await page.goto(`${site.served('search.html')}?q=${encodeURIComponent(question)}`, { waitUntil: 'networkidle' });
        await page.getByRole('main').getByRole('status').filter({ hasText: /\S/ }).first().waitFor();
        return foreignMarkup(page);
      },
      (context) => context.addInitScript(trap),
    );
    assertNone(found, 'things that are more than text');
  });

  it('leave feeds and machine-readable files well formed', async () => {
    const files = readdirSync(site.folder).filter((name) => /\.(?:xml|json)$/.test(name));
    assert.ok(files.length > 0, 'there are such files');
    const found = await inContext({}, async (context) => {
      const page = await context.newPage();
      const problems: string[] = [];
      for (const name of files) {
        const text = readFileSync(join(site.folder, name), 'utf8');
        if (name.endsWith('.json')) JSON.parse(text);
        else if (
          await page.evaluate((xml) => new DOMParser().parseFromString(xml, 'application/xml').querySelector('parsererror') !== null, text)
        )
          problems.push(`${name} is not well formed`);
      }
      return problems;
    });
    assertNone(found, 'files that are not well formed');
  });
});
