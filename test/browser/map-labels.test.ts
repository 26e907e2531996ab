import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import { inContext } from '../support/browser.js';
import { PROJECT } from '../support/cli.js';
import { type MeasuredMap, measureMap } from './checks/map-labels.js';
import { openMap } from './support/map-page.js';
import { assertNone } from './support/none.js';
import { exportedSite, guidanceSite, type Site } from './support/site.js';

const SITES: Readonly<Record<string, () => Promise<Site>>> = {
  'the Destination Map': guidanceSite,
  'a framework of four domains and thirty criteria': () => exportedSite(join(PROJECT, 'test/fixtures/second-framework')),
};

async function measuredAt(site: Site, width: number): Promise<MeasuredMap> {
  return inContext({ viewport: { width, height: 900 } }, async (context) => {
    const page = await context.newPage();
    await openMap(page, site);
    return measureMap(page);
  });
}

describe('names on the map touch nothing and are whole', function () {
  this.timeout(120_000);

  for (const [name, made] of Object.entries(SITES)) {
    let site: Promise<Site> | undefined;
    for (const width of [1280, 760, 320]) {
      it(`of ${name}, at ${width} px`, async () => {
        site ??= made();
        const { labels, problems } = await measuredAt(await site, width);
        assert.ok(labels.length > 10, `it has names: ${labels.join(', ')}`);
        assertNone(problems, 'problems');
      });
    }
  }
});
