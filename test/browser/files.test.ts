import { strict as assert } from 'node:assert';
import { inContext } from '../support/browser.js';
import { guidanceSite } from './support/site.js';

describe('a page opened as a file', () => {
  it('is set in the site’s own typeface', async () => {
    const site = await guidanceSite();
    await inContext({}, async (context) => {
      const page = await context.newPage();
      await page.goto(site.filed('index.html'));
      const faces = await page.evaluate(async () => {
        await document.fonts.ready;
        return [...document.fonts].map(({ family, status }) => ({ family, status }));
      });
      assert.ok(
        faces.some(({ status }) => status === 'loaded'),
        JSON.stringify(faces),
      );
    });
  });
});
