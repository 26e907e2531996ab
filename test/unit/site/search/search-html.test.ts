import { strict as assert } from 'node:assert';
import { searchForm, searchPageHtml } from '../../../../src/site/search/search-html.js';

describe('the search box', () => {
  it('is a form that works without a script, from any depth', () => {
    const html = searchForm('../../search.html', '../../assets/search.js');
    assert.match(
      html,
      /<form [^>]*role="search" action="\.\.\/\.\.\/search\.html" method="get" data-script="\.\.\/\.\.\/assets\/search\.js">/,
    );
    assert.match(html, /<label [^>]*for="site:search">Search this site<\/label><input [^>]*id="site:search" name="q" type="search"/);
  });

  it('escapes where it leads', () => {
    const html = searchForm('"><script>', '"><style>');
    assert.match(html, /action="&quot;&gt;&lt;script&gt;" method="get" data-script="&quot;&gt;&lt;style&gt;"/);
  });

  it('says on its page what to do without a script, and has a place for results', () => {
    const html = searchPageHtml('contents.html');
    assert.match(html, /<a href="contents\.html">the contents of this site<\/a>/);
    assert.match(html, /role="status" data-search-status/);
    assert.match(html, /data-search-results/);
  });

  it('has ids that do not meet where both stand on one page', () => {
    const ids = [...(searchForm('', '') + searchPageHtml()).matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    assert.equal(new Set(ids).size, ids.length);
  });
});
