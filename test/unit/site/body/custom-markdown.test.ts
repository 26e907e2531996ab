import { strict as assert } from 'node:assert';
import { remarkParser } from '../../../../src/platform/remark-parser.js';
import { renderCustomMarkdown } from '../../../../src/site/body/custom-markdown.js';

function header(text: string): string {
  const pageOf = (path: string) => path.replace(/\.md$/, '.html');
  return renderCustomMarkdown(remarkParser().parse(text), text, 'header', pageOf).trimEnd();
}

describe('the publisher’s own header and footer', () => {
  it('lead from every page to the same places', () => {
    assert.equal(
      header('[Contact](about/contact.md#us) ![Logo](logo.svg) <https://example.org>'),
      '<p><a href="{root}about/contact.html#us">Contact</a> <img src="{root}logo.svg" alt="Logo" loading="lazy"> ' +
        '<a href="https://example.org" rel="noopener noreferrer">https://example.org</a></p>',
    );
  });

  it('take no id that a page could need', () => {
    assert.equal(
      header('## A\n\n> ## B\n\n<a id="main"></a>'),
      '<h2>A</h2>\n<blockquote>\n<h2>B</h2>\n</blockquote>\n<p><span class="anchor" id="site:header-main"></span></p>',
    );
  });

  it('are escaped as all texts are', () => {
    assert.equal(header('<script>alert(1)</script>'), '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>');
  });
});
