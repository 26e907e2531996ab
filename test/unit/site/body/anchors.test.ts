import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { extractMarkdown } from '../../../../src/core/facts/extract.js';
import { typeRegistry } from '../../../../src/core/schema/registry.js';
import { satteriParser } from '../../../../src/platform/node/satteri-parser.js';
import { renderBody } from '../../../../src/site/body/render-body.js';
import { filesBelow } from '../../../support/guidance-files.js';
import { markdownFuzz, writtenMarkdown } from '../../../support/markdown-arbitrary.js';
import { runs } from '../../../support/property.js';
import { OPTIONS, rendered } from '../../../support/rendered-body.js';
import { idsIn } from '../../../support/safe-html.js';

const types = typeRegistry();

/** What the linter lets links lead to is there, and nothing beside it but what the page makes for itself. */
function assertAnchors(text: string, withoutTitle = false): void {
  const { facts } = extractMarkdown('rasso/text.md', text, satteriParser, types);
  const accepted = [...facts.headings.map(({ slug }) => slug), ...facts.anchors].filter((id) => id !== '');
  const { html, sections } = renderBody(satteriParser.parse(text), text, { ...OPTIONS, withoutTitle });
  const made = /^(?:tip|fn|fnref)-/;
  assert.deepEqual(
    [...new Set(idsIn(html))].filter((id) => !made.test(id)).sort(),
    [...new Set(accepted)].filter((id) => !made.test(id)).sort(),
    text,
  );
  const slugs = facts.headings.map(({ slug }) => slug || undefined);
  assert.deepEqual(
    sections.flatMap((section) => (section.depth === 0 ? [] : [section.id])),
    slugs,
    text,
  );
}

/** A note that nothing refers to is not on the page, and neither are the anchors in it. */
const NOTE = /\[\^/;

describe('the anchors of a page', function () {
  this.timeout(120_000);

  it('are those that the linter accepts, in all guidance and fixtures', () => {
    for (const text of filesBelow(['guidance', 'test/fixtures', 'src/rules'], /\.md$/).values()) {
      assertAnchors(text);
      assertAnchors(text, true);
    }
  });

  it('are those that the linter accepts, in whatever people write', () => {
    const texts = fc.oneof(writtenMarkdown(), markdownFuzz()).filter((text) => !NOTE.test(text));
    fc.assert(fc.property(texts, fc.boolean(), assertAnchors), runs(700));
  });

  it('are those that the linter accepts, for tags and headings anywhere', () => {
    const piece = fc.constantFrom(
      '# A',
      '## A',
      '> # A',
      '- # B',
      '# <a id="b"></a> B',
      '<a id="a"></a>',
      '<a name=c />',
      '<div id="d">',
      '</div>',
      '<div>\n<h2 id="e">E</h2>\n</div>',
      '<!-- <a id="f"> -->',
      'x <span id="g">y</span>',
      '# ',
      '# <!-- c -->',
      '> ## ',
      '# [@smith-2020]',
      '# [[feedback-culture|label]]',
      '# é & ü',
    );
    const texts = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join('\n\n'));
    fc.assert(fc.property(texts, fc.boolean(), assertAnchors), runs(1000));
  });

  it('are told apart where headings have the same words', () => {
    assert.deepEqual(idsIn(rendered('# A\n\n> ## A\n\n## A\n\n<a id="a"></a>\n\n### A\n').html), ['a', 'a-1', 'a-2']);
  });

  it('never take what the frame of a page keeps for itself', () => {
    assert.deepEqual(idsIn(rendered('<a id="site:main"></a> <a id="main"></a>').html), ['main']);
  });
});
