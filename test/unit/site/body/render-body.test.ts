import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { satteriParser } from '../../../../src/platform/node/satteri-parser.js';
import { remarkParser } from '../../../../src/platform/remark-parser.js';
import { renderBody } from '../../../../src/site/body/render-body.js';
import { writtenMarkdown } from '../../../support/markdown-arbitrary.js';
import { runs } from '../../../support/property.js';
import { html, OPTIONS, rendered } from '../../../support/rendered-body.js';

describe('a document’s text', () => {
  it('is without its front matter, definitions and comments', () => {
    assert.equal(html('---\ntitle: x\n---\n\nA <!-- b --> [c]\n\n[c]: d.md\n\n<!-- e -->\n'), '<p>A  <a href="d.html">c</a></p>');
  });

  it('is the same from either parser', () => {
    fc.assert(
      fc.property(writtenMarkdown(), (text) => {
        assert.deepEqual(renderBody(satteriParser.parse(text), text, OPTIONS), renderBody(remarkParser().parse(text), text, OPTIONS));
      }),
      runs(150),
    );
  });

  it('has beside each heading a link with a name of its own', () => {
    assert.equal(
      html('## Why it *matters*'),
      '<div class="heading"><h2 id="why-it-matters">Why it <em>matters</em></h2>' +
        '<a class="anchor-link" href="#why-it-matters" aria-label="Link to this section: Why it matters"><span aria-hidden="true">#</span></a></div>',
    );
  });

  it('has the alignment of a table in classes, a name for its frame, and no heading without words', () => {
    assert.equal(
      html('| A | |\n|:-:|---|\n| 1 |'),
      '<div class="table-scroll" role="group" tabindex="0" aria-label="Table: A">\n<table>\n<thead>\n<tr>\n<th scope="col" class="align-center">A</th>\n' +
        '<td></td>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td class="align-center">1</td>\n<td></td>\n</tr>\n</tbody>\n</table>\n</div>',
    );
  });

  it('says of a task by its box whether it is done', () => {
    assert.match(
      html('- [x] a\n- [ ] b'),
      /<li><input type="checkbox" disabled checked aria-label="Done"> a<\/li>\n<li>.* aria-label="To do"> b/,
    );
  });

  it('gives a name to a link that has no words', () => {
    assert.equal(html('[](a.md)'), '<p><a href="a.html">a.md</a></p>');
    assert.equal(
      html('[![](x.png)](a.md)'),
      '<p><a href="a.html"><img src="x.png" alt="" loading="lazy"><span class="visually-hidden">a.md</span></a></p>',
    );
  });
});

describe('the links of a text', () => {
  const cases: Readonly<Record<string, string>> = {
    '[x](buy-in.md#why)': '<a href="buy-in.html#why">x</a>',
    '[x](../strategy/now.md "T")': '<a href="../strategy/now.html" title="T">x</a>',
    '[x](/strategy/now.md)': '<a href="../strategy/now.html">x</a>',
    '[x](#here)': '<a href="#here">x</a>',
    '[x](text.md#here)': '<a href="#here">x</a>',
    '[x](files/a%20b.docx)': '<a href="files/a%20b.docx">x</a>',
    '[x](missing.md)': 'x <span class="not-published">(not published)</span>',
    '[*x*](../../outside.md)': '<em>x</em>',
    '[x](ftp://example.org)': 'x',
    '[x](javascript:alert(1))': 'x',
    '[x](https://example.org/a b)': '[x](<a href="https://example.org/a" rel="noopener noreferrer">https://example.org/a</a> b)',
    '[x](<https://example.org/ä "b>)': '<a href="https://example.org/%C3%A4%20%22b" rel="noopener noreferrer">x</a>',
    '[x](//example.org)': '<a href="https://example.org" rel="noopener noreferrer">x</a>',
    '<a@example.org>': '<a href="mailto:a@example.org">a@example.org</a>',
    '[x](tel:+441234)': '<a href="tel:+441234">x</a>',
    '![A map](map.svg#view "T")': '<img src="map.svg#view" alt="A map" title="T" loading="lazy">',
    '![A map](missing.png)': 'A map <span class="not-published">(not published)</span>',
    '![A map](https://example.org/a.png)': '<a href="https://example.org/a.png" rel="noopener noreferrer">A map</a>',
    '![A map](data:image/png;base64,x)': 'A map',
    '![A page](buy-in.md)': '<a href="buy-in.html">A page</a>',
    '[[feedback-culture]]': '<a href="feedback-culture.html">Feedback culture</a>',
    '[[feedback-culture#why|its reason]]': '<a href="feedback-culture.html#why">its reason</a>',
    'see ![[feedback-culture]].': 'see <a href="feedback-culture.html">Feedback culture</a>.',
    '[[nowhere]] and [[nowhere#at|all &amp; \\*it\\*]]': 'nowhere and all &amp; *it*',
    '\\[[feedback-culture]]': '[[feedback-culture]]',
    '[a [[feedback-culture]] [^1]](b.md)\n\n[^1]: n': '<a href="b.html">a Feedback culture <sup>1</sup></a>',
  };
  for (const [text, expected] of Object.entries(cases)) {
    it(`lead from ${JSON.stringify(text)} where they should`, () => assert.equal(html(text).split('</p>')[0], `<p>${expected}`));
  }
});

describe('the citations of a text', () => {
  const smith = '<a href="../evidence.html#source-smith-2020">Smith and others, 2020</a>';
  const cases: Readonly<Record<string, string>> = {
    '[@smith-2020]': `(${smith})`,
    '[@smith-2020, point 1.2]': '(<a href="../evidence.html#source-smith-2020.1.2">Smith and others, 2020, point 1.2</a>)',
    '[@smith-2020, points 1.1–1.3]':
      '(<a href="../evidence.html#source-smith-2020.1.1">Smith and others, 2020, points 1.1</a>–<a href="../evidence.html#source-smith-2020.1.3">1.3</a>)',
    '[@smith-2020, point 9]': '(<a href="../evidence.html#source-smith-2020">Smith and others, 2020, point 9</a>)',
    '[see @smith-2020; also @jones-2012, pp. 3–4]': `(see ${smith}; also <a href="../evidence.html#source-jones-2012">Jones, 2012, pp. 3–4</a>)`,
    '[-@smith-2020]': '(<a href="../evidence.html#source-smith-2020">2020</a>)',
    '[@smith-2020; @nobody, p. 1]': `(${smith}; @nobody, p. 1)`,
    '[@{smith-2020} p. 1]': '(<a href="../evidence.html#source-smith-2020">Smith and others, 2020, p. 1</a>)',
  };
  for (const [text, expected] of Object.entries(cases)) {
    it(`are quiet: ${text}`, () => assert.equal(html(`a ${text} b`), `<p>a <span class="citation">${expected}</span> b</p>`));
  }

  it('show as written where the source is not known', () => {
    assert.equal(html('a [@nobody, p. 1] \\[@smith-2020\\]'), '<p>a [@nobody, p. 1] [@smith-2020]</p>');
  });

  it('are found in a quotation over several lines, with escapes around them', () => {
    assert.equal(
      html('> R&amp;D\n> \\*and\\*\n> [@jones-2012,\n> p. 2] more\n> lines'),
      '<blockquote>\n<p>R&amp;D\n*and*\n<span class="citation">(<a href="../evidence.html#source-jones-2012">Jones, 2012, p. 2</a>)</span> more\nlines</p>\n</blockquote>',
    );
  });

  it('are counted, each source once', () => {
    assert.deepEqual(rendered('[@jones-2012] [@smith-2020; @jones-2012] [@nobody]').cited, ['jones-2012', 'smith-2020']);
  });
});

describe('the terms of a text', () => {
  const term = (word: string, id: string, anchor: string, tip: string) =>
    `<span class="term-use"><a class="term" href="../glossary.html#term-${anchor}" aria-describedby="${id}">${word}</a>` +
    `<span role="tooltip" class="tip" id="${id}">${tip}</span></span>`;
  const rasso = term('RASSO', 'tip-1', 'RASSO', 'rape and serious sexual offences: A field.');

  it('are explained at their first use', () => {
    assert.equal(html('Of RASSO and RASSO.\n\nRASSO'), `<p>Of ${rasso} and RASSO.</p>\n<p>RASSO</p>`);
  });

  it('are explained neither in headings, links and code nor where the text does it', () => {
    const text = 'rape and serious sexual offences (RASSO), RASSO (rape and serious sexual offences), `RASSO` [RASSO](a.md) RASSO';
    assert.ok(html(`# RASSO\n\n${text}`).endsWith(`<a href="a.html">RASSO</a> ${rasso}</p>`));
  });

  it('are whole words, in capitals where they begin a sentence', () => {
    assert.equal(
      html('Rasso RASSOs XRASSO agriculture Culture'),
      `<p>Rasso RASSOs XRASSO agriculture ${term('Culture', 'tip-1', 'culture', 'How things are done.')}</p>`,
    );
  });

  it('are only linked in a table, whose frame would cut off the explanation', () => {
    assert.match(html('| RASSO |\n|---|'), /<th scope="col"><a class="term" href="..\/glossary.html#term-RASSO">RASSO<\/a><\/th>/);
  });
});

describe('the notes of a text', () => {
  it('stand at its end, with ways there and back', () => {
    assert.equal(
      html('a[^n] b[^m] c[^n]\n\n[^m]: M\n\n[^n]: N[^m]\n\n[^o]: never'),
      '<p>a<sup><a class="note" href="#fn-n" id="fnref-n" role="doc-noteref" aria-label="Note 1">1</a></sup>' +
        ' b<sup><a class="note" href="#fn-m" id="fnref-m" role="doc-noteref" aria-label="Note 2">2</a></sup>' +
        ' c<sup><a class="note" href="#fn-n" id="fnref-n-2" role="doc-noteref" aria-label="Note 1">1</a></sup></p>\n' +
        '<section class="footnotes" role="doc-endnotes" aria-label="Notes">\n<ol>\n' +
        '<li id="fn-n">\n<p>N<sup><a class="note" href="#fn-m" id="fnref-m-2" role="doc-noteref" aria-label="Note 2">2</a></sup></p>\n' +
        '<p><a class="note-back" href="#fnref-n" role="doc-backlink" aria-label="Back to the text from note 1, place 1">↩</a>' +
        ' <a class="note-back" href="#fnref-n-2" role="doc-backlink" aria-label="Back to the text from note 1, place 2">↩</a></p>\n</li>\n' +
        '<li id="fn-m">\n<p>M</p>\n' +
        '<p><a class="note-back" href="#fnref-m" role="doc-backlink" aria-label="Back to the text from note 2, place 1">↩</a>' +
        ' <a class="note-back" href="#fnref-m-2" role="doc-backlink" aria-label="Back to the text from note 2, place 2">↩</a></p>\n</li>\n</ol>\n</section>',
    );
  });
});

describe('raw HTML', () => {
  const cases: Readonly<Record<string, readonly [string, string]>> = {
    'a few inline tags': ['a <KBD>b</kbd > <br/>c', '<p>a <kbd>b</kbd> <br>c</p>'],
    'an abbreviation': ['<abbr title="A &quot;b&quot;">x</abbr>', '<p><abbr title="A &quot;b&quot;">x</abbr></p>'],
    'an anchor, as a place and no link': [
      '[x <a name="y"></a>](z.md)',
      '<p><a href="z.html">x <span class="anchor" id="y"></span></a></p>',
    ],
    'Markdown between blocks of it': [
      '<details>\n<summary>R&amp;D *a*</summary>\n\n*b*\n\n</details>',
      '<details><summary>R&amp;D *a*</summary>\n<p><em>b</em></p>\n</details>',
    ],
    'details that have no name': ['<details>\n\na\n\n</details>', '<details><summary>Details</summary>\n<p>a</p>\n</details>'],
    'a summary below its details': [
      '<details>\n\n<summary>a</summary>\n\nb\n\n</details>',
      '<details><summary>a</summary>\n<p>b</p>\n</details>',
    ],
    'what is not closed': ['> <div>\n> a <b>b\n\nc', '<blockquote>\n<div><p>a <b>b</b></p>\n</div>\n</blockquote>\n<p>c</p>'],
    'what is not opened': ['a</b> </div>', '<p>a&lt;/b&gt; &lt;/div&gt;</p>'],
    'what is closed in the wrong order': ['<b><i>x</b></i>', '<p><b><i>x</i></b>&lt;/i&gt;</p>'],
    'what is closed somewhere else': ['<b>*x</b>*', '<p><b><em>x&lt;/b&gt;</em></b></p>'],
    'another attribute': ['<b class="x">y</b>', '<p>&lt;b class=&quot;x&quot;&gt;y&lt;/b&gt;</p>'],
    'a block among words': ['a <div>b</div>', '<p>a &lt;div&gt;b&lt;/div&gt;</p>'],
    'another tag': ['<script>\nalert(1)\n</script>', '<p>&lt;script&gt;\nalert(1)\n&lt;/script&gt;</p>'],
    'an address on another tag': ['<table id="t">', '<p>&lt;table id=&quot;t&quot;&gt;</p>\n<div class="anchor" id="t"></div>'],
  };
  for (const [about, [text, expected]] of Object.entries(cases))
    it(`is written anew or shows: ${about}`, () => assert.equal(html(text), expected));
});

describe('the sections of a text', () => {
  it('have their own words, without citations and explanations', () => {
    const text =
      'Before.\n\n# Title\n\nA [@smith-2020] RASSO `code`\nline\n\n## Part [@jones-2012]\n\n- one\n- [[nowhere|two]]\n\n> ### Quoted\n\n| a |\n|---|\n| b |\n';
    assert.deepEqual(rendered(text).sections, [
      { id: undefined, depth: 0, heading: '', text: 'Before.' },
      { id: 'title', depth: 1, heading: 'Title', text: 'A RASSO code line' },
      { id: 'part-jones-2012', depth: 2, heading: 'Part', text: 'one two Quoted a b' },
    ]);
  });
});

describe('a text among others on one page', () => {
  it('keeps its ids and the ways to them apart, and its headings below', () => {
    const text = '# Title\n\nSee [it](#part), [[text#here]] and [the top](#top)[^1].\n\n## Part\n\n<a id="x"></a> RASSO\n\n[^1]: n';
    const { html: found, sections } = rendered(text, { idPrefix: 'one-', deeper: 5, withoutTitle: true, page: 'print/all.html' });
    assert.deepEqual(found.match(/(?:id|href|aria-describedby)="[^"]*"/g), [
      'id="one-title"',
      'href="#one-part"',
      'href="#one-here"',
      'href="#top"',
      'href="#one-fn-1"',
      'id="one-fnref-1"',
      'id="one-part"',
      'href="#one-part"',
      'id="one-x"',
      'href="../glossary.html#term-RASSO"',
      'aria-describedby="one-tip-1"',
      'id="one-tip-1"',
      'id="one-fn-1"',
      'href="#one-fnref-1"',
    ]);
    assert.match(found, /^<div class="anchor" id="one-title"><\/div>\n<p>/);
    assert.deepEqual(
      sections.map(({ id, depth, heading }) => [id, depth, heading]),
      [
        ['one-title', 6, 'Title'],
        ['one-part', 6, 'Part'],
      ],
    );
  });
});
