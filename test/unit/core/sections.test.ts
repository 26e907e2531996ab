import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import GithubSlugger from 'github-slugger';
import type { Heading } from '../../../src/core/facts/types.js';
import { headingsOf, isPlaceholder } from '../../../src/core/markdown/sections.js';
import { slugger, slugOf } from '../../../src/core/markdown/slug.js';
import { remarkParser } from '../../../src/platform/remark-parser.js';
import { writtenMarkdown } from '../../support/markdown-arbitrary.js';
import { runs } from '../../support/property.js';

const parser = remarkParser();

function headings(text: string): Heading[] {
  return headingsOf(parser.parse(text), text.length);
}

describe('headingsOf', () => {
  /** Each heading with a tick where its section says something. */
  const sections = (text: string) => headings(text).map(({ depth, text: title, filled }) => `${depth} ${title}${filled ? ' ✓' : ''}`);

  it('gives a heading as a reader sees it, with its anchor and its place', () => {
    const text = 'a\n\n## The *whole* `thing` [here](x.md) &amp; ![there](y.png)\n\nb\n';
    const [heading] = headings(text);
    assert.equal(heading?.text, 'The whole thing here & there');
    assert.equal(heading?.slug, 'the-whole-thing-here--there');
    assert.equal(text.slice(heading?.start, heading?.end), '## The *whole* `thing` [here](x.md) &amp; ![there](y.png)');
    assert.equal(heading?.depth, 2);
  });

  it('reads underlined headings too', () => {
    assert.deepEqual(sections('A\n=\n\nx\n\nB\n-\n'), ['1 A ✓', '2 B']);
  });

  it('ends a section at the next heading of the same depth or less', () => {
    const text = '# A\n\n## B\n\n### C\n\n## D\n\n# E\n';
    const ends = headings(text).map(
      ({ text: title, sectionEnd }) => `${title} ends before ${text.slice(sectionEnd, sectionEnd + 4).trim() || 'nothing'}`,
    );
    assert.deepEqual(ends, ['A ends before # E', 'B ends before ## D', 'C ends before ## D', 'D ends before # E', 'E ends before nothing']);
  });

  it('lets what fills a section fill those that hold it, and no others', () => {
    assert.deepEqual(sections('# A\n\n## B\n\n### C\n\ntext\n\n## D\n\n# E\n'), ['1 A ✓', '2 B ✓', '3 C ✓', '2 D', '1 E']);
  });

  it('copes with depths that are left out', () => {
    assert.deepEqual(sections('### A\n\n# B\n\n#### C\n\ntext\n\n## D\n'), ['3 A', '1 B ✓', '4 C ✓', '2 D']);
  });

  it('takes texts, lists, tables, code, pictures and HTML for content', () => {
    for (const content of [
      'text',
      '- a',
      '| a |\n|---|',
      '```\na\n```',
      '![](x.png)',
      '![a](x.png)',
      '<img src="x.png">',
      '> a',
      '`a`',
      '1. ![](x.png)',
      '[![](x.png)](y.md)',
    ]) {
      assert.deepEqual(sections(`# A\n\n${content}\n`), ['1 A ✓'], content);
    }
  });

  it('takes comments, rules, addresses of links and leftovers for none', () => {
    for (const content of [
      '<!-- a -->',
      '<!-- a -->\n<!-- b\n\nc -->',
      '---',
      '[a]: b.md',
      'TBC',
      'To be confirmed.',
      '**TODO:** write this',
      '*Lorem ipsum* dolor',
      '- TBD',
      '> (tbc)',
      '',
    ]) {
      assert.deepEqual(sections(`# A\n\n${content}\n`), ['1 A'], content);
    }
  });

  it('leaves out the headings in quotations and lists', () => {
    assert.deepEqual(sections('# A\n\n> # B\n\n- # C\n'), ['1 A ✓']);
  });

  it('gives every heading a section that holds no other of its depth or less', () => {
    fc.assert(
      fc.property(writtenMarkdown(), (text) => {
        const found = headings(text);
        found.forEach((heading, index) => {
          const inside = found.slice(index + 1).filter(({ start }) => start < heading.sectionEnd);
          assert.ok(inside.every(({ depth }) => depth > heading.depth));
          assert.ok(heading.filled || inside.every(({ filled }) => !filled));
        });
        assert.equal(new Set(found.map(({ slug }) => slug)).size, found.length);
      }),
      runs(200),
    );
  });
});

describe('isPlaceholder', () => {
  it('knows what was left to be written', () => {
    for (const text of ['TBC', 'tbd.', 'TODO ask', '[to be written]', 'To be confirmed by the lead', 'Lorem ipsum dolor', 'xxx', '… todo'])
      assert.ok(isPlaceholder(text), text);
  });

  it('does not take a sentence for it', () => {
    for (const text of [
      'To be done well, this needs time.',
      'Todos are listed below',
      'Nothing is TBC',
      'To be added value is to be seen.',
    ])
      assert.ok(!isPlaceholder(text), text);
  });
});

describe('slugger', () => {
  it('gives a text that comes again another anchor, and none that is taken', () => {
    assert.deepEqual(['a', 'a', 'a-1', 'a', 'A'].map(slugger()), ['a', 'a-1', 'a-1-1', 'a-2', 'a-3']);
  });

  it('makes the anchors that GitHub makes', () => {
    const title = fc.oneof(
      fc
        .array(fc.constantFrom('A', 'b', 'What’s', 'new?', 'Ümläut', '日本', '🙂', '1.2', '-', '_', '&', 'C#', '(x)', 'a', 'a-1', ' '), {
          maxLength: 4,
        })
        .map((words) => words.join(' ')),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom('constructor', '__proto__', 'toString'),
    );
    fc.assert(
      fc.property(fc.array(title, { maxLength: 12 }), (titles) => {
        const [ours, github] = [slugger(), new GithubSlugger()];
        assert.deepEqual(
          titles.map(ours),
          titles.map((one) => github.slug(one)),
        );
        for (const one of titles) assert.equal(slugOf(one), new GithubSlugger().slug(one));
      }),
      runs(1000),
    );
  });
});
