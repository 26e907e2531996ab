import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { satteriParser } from '../../../../src/platform/node/satteri-parser.js';
import { remarkParser } from '../../../../src/platform/remark-parser.js';
import { renderBody } from '../../../../src/site/body/render-body.js';
import { filesBelow } from '../../../support/guidance-files.js';
import { markdownFuzz, writtenMarkdown } from '../../../support/markdown-arbitrary.js';
import { runs } from '../../../support/property.js';
import { OPTIONS } from '../../../support/rendered-body.js';
import { assertOurs } from '../../../support/safe-html.js';
import { XSS_PAYLOADS } from '../../../support/xss-payloads.js';

const remark = remarkParser();

/** The text by either parser is our own markup and nothing else. */
function assertSafe(text: string): void {
  for (const parser of [remark, satteriParser]) {
    for (const options of [OPTIONS, { ...OPTIONS, idPrefix: 'a-', deeper: 2, withoutTitle: true, terms: [] }]) {
      assertOurs(renderBody(parser.parse(text), text, options).html, text);
    }
  }
}

/** Pieces of raw HTML, whole and broken, among Markdown. */
const HTML_PIECES = [
  ...[
    '<b>',
    '</b>',
    '<i>',
    '</i>',
    '<p>',
    '</p>',
    '<div>',
    '</div>',
    '<details>',
    '</details>',
    '<summary>',
    '</summary>',
    '<br>',
    '<section>',
  ],
  ...[
    '</section>',
    '<a id="x">',
    '</a>',
    '<a name=y>',
    '<abbr title="t">',
    '</abbr>',
    '<kbd>',
    '</kbd>',
    '<script>',
    '</script>',
    '<table>',
  ],
  ...[
    '<td>',
    '<li>',
    '</li>',
    '<style>',
    '<!--',
    '-->',
    '<svg>',
    '<form>',
    '<h1 id="z">',
    '<select>',
    '<option>',
    '<a href="x">',
    '<img src=x>',
  ],
  ...[
    '\n',
    '\n\n',
    '\n\n',
    '> ',
    '- ',
    '# ',
    '*',
    '**',
    '`',
    '|',
    'words',
    ' ',
    '[x](y.md)',
    '[',
    '](z)',
    '[^1]',
    '[^1]: ',
    '&lt;',
    '&amp;',
    '"',
    '<',
    '>',
  ],
  ...['RASSO', '[@smith-2020]', '[[feedback-culture]]', '\n| a |\n|---|\n| ', '    '],
]; // prettier-ignore

describe('the HTML of an untrusted text', function () {
  this.timeout(120_000);

  it('is judged by a test that sees what is not ours', () => {
    const foreign = [
      '<script>alert(1)</script>',
      '<p onclick="alert(1)">x</p>',
      '<p style="color:red">x</p>',
      '<a href="javascript:alert(1)">x</a>',
      '<img src="https://evil.example/x.png" alt="x">',
      '<a href="x.html" target="_blank">x</a>',
      '<p><div>x</div></p>',
      '<b><i>x</b></i>',
      '<p id="a">x</p><p id="a">x</p>',
      '<a href="a.html"><a href="b.html">x</a></a>',
      '<p>x',
    ];
    for (const html of foreign) assert.throws(() => assertOurs(html), assert.AssertionError, html);
  });

  for (const payload of XSS_PAYLOADS) {
    it(`runs nothing of ${JSON.stringify(payload)}`, () => assertSafe(payload));
  }

  it('runs nothing of any two of them, wherever they stand', () => {
    const payload = fc.constantFrom(...XSS_PAYLOADS);
    const join = fc.constantFrom('\n\n', '\n', ' ', '', '\n> ', '\n- ', '\n| ');
    fc.assert(
      fc.property(payload, join, payload, (first, between, second) => assertSafe(first + between + second)),
      runs(400),
    );
  });

  it('is our own markup for all guidance and fixtures', () => {
    for (const text of filesBelow(['guidance', 'test/fixtures', 'src/rules'], /\.md$/).values()) assertSafe(text);
  });

  it('is our own markup for whatever people write', () => {
    fc.assert(fc.property(writtenMarkdown(), assertSafe), runs(300));
  });

  it('is our own markup for any order of the pieces of Markdown', () => {
    fc.assert(fc.property(markdownFuzz(), assertSafe), runs(500));
  });

  it('is our own markup for any order of tags and pieces of Markdown', () => {
    const pieces = fc.array(fc.constantFrom(...HTML_PIECES), { maxLength: 20 }).map((parts) => parts.join(''));
    fc.assert(fc.property(pieces, assertSafe), runs(1000));
  });
});
