import { brokenLinks } from './checks/links.js';
import { markupProblems } from './checks/markup.js';
import { assertNone } from './support/none.js';
import { guidanceSite } from './support/site.js';

describe('the markup of every page', function () {
  this.timeout(120_000);

  it('is valid', async () => {
    const { folder, pages } = await guidanceSite();
    assertNone(await markupProblems(folder, pages), 'messages of html-validate');
  });

  it('links only to what is there, anchors included', async () => {
    const { folder, pages } = await guidanceSite();
    assertNone(brokenLinks(folder, pages), 'broken links');
  });
});
