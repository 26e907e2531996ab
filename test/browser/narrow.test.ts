import { clippedText, overflowOf, spaceText } from './checks/overflow.js';
import { onEach } from './support/in-parallel.js';
import { assertNone } from './support/none.js';
import { guidanceSite } from './support/site.js';

const NARROW = { viewport: { width: 320, height: 640 } };

describe('a window of 320 px', function () {
  this.timeout(180_000);

  it('never has to be scrolled sideways', async () => {
    const site = await guidanceSite();
    const found = await onEach(site.pages, NARROW, async (page, path) => {
      await page.goto(site.served(path));
      return overflowOf(page);
    });
    assertNone(found, 'pages that stick out');
  });

  it('holds the text when its spacing is widened, and cuts nothing off', async () => {
    const site = await guidanceSite();
    const found = await onEach(site.pages, NARROW, async (page, path) => {
      await page.goto(site.served(path));
      await spaceText(page);
      return [...(await overflowOf(page)), ...(await clippedText(page))];
    });
    assertNone(found, 'pages that stick out or lose text');
  });
});
