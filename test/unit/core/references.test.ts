import { strict as assert } from 'node:assert';
import { extractMarkdown } from '../../../src/core/facts/extract.js';
import type { Reference } from '../../../src/core/facts/types.js';
import { expandPoints, findCitations } from '../../../src/core/markdown/citations.js';
import { findWikiLinks } from '../../../src/core/markdown/wiki-links.js';
import { typeRegistry } from '../../../src/core/schema/registry.js';
import { remarkParser } from '../../../src/platform/remark-parser.js';

describe('findCitations', () => {
  /** Each citation with its locator and points. */
  const cited = (text: string) =>
    findCitations(text, 0).map(({ source, locator, points }) => [source, locator ?? '', points.join(' ')].join(' | '));

  it('finds a work with its locator', () => {
    assert.deepEqual(cited('It helps [@smith-2020].'), ['smith-2020 |  | ']);
    assert.deepEqual(cited('[@smith-2020, pp. 3–4]'), ['smith-2020 | pp. 3–4 | ']);
    assert.deepEqual(cited('[see @smith-2020, point 1.2]'), ['smith-2020 | point 1.2 | 1.2']);
  });

  it('finds several works in one pair of brackets', () => {
    assert.deepEqual(cited('[@a, points 1.1, 1.3 and 2; -@b; see also @{c.d/e}, p. 2]'), [
      'a | points 1.1, 1.3 and 2 | 1.1 1.3 2',
      'b |  | ',
      'c.d/e | p. 2 | ',
    ]);
  });

  it('keeps a range of points as it is', () => {
    assert.deepEqual(findCitations('[@a, points 12.2–12.4]', 0)[0]?.points, ['12.2-12.4']);
    assert.deepEqual(findCitations('[@a, points 12.2 - 12.4 & 13]', 0)[0]?.points, ['12.2-12.4', '13']);
  });

  it('leaves alone what only looks like one', () => {
    for (const text of [
      'someone@example.org',
      '[someone@example.org]',
      '\\[@a]',
      '[@a](x.md)',
      '@a',
      '[@]',
      '[a \\@b]',
      '[[x@y]]',
      'no at all',
    ]) {
      assert.deepEqual(cited(text), [], text);
    }
  });

  it('says where the citation and its key stand', () => {
    const text = 'xx [ see @smith-2020, p. 1 ; @b ]';
    const stretches = findCitations(text, 100).map(({ start, end, key }) => [
      text.slice(start - 100, end - 100),
      text.slice(key.start - 100, key.end - 100),
    ]);
    assert.deepEqual(stretches, [
      ['see @smith-2020, p. 1', 'smith-2020'],
      ['@b', 'b'],
    ]);
  });

  it('takes hostile input', () => {
    for (const text of [
      '['.repeat(20_000),
      '[@'.repeat(20_000),
      `[${'a'.repeat(50_000)}`,
      `[@a, points ${'1,'.repeat(20_000)}]`,
      `[${'\\\\'.repeat(20_000)}@`,
    ]) {
      assert.ok(Array.isArray(findCitations(text, 0)));
    }
  });
});

describe('expandPoints', () => {
  const known = ['12.1', '12.2', '12.3', '12.4', '13-a'];

  it('spells a range out in the order of the source', () => {
    assert.deepEqual(expandPoints(['12.2-12.4', '12.1'], known), ['12.2', '12.3', '12.4', '12.1']);
  });

  it('keeps what the source does not have, and what only looks like a range', () => {
    assert.deepEqual(expandPoints(['99', '12.4-12.2', '12.1-99', '13-a'], known), ['99', '12.4-12.2', '12.1-99', '13-a']);
  });
});

describe('findWikiLinks', () => {
  it('finds the target, the heading and the label', () => {
    const text = 'a [[feedback-culture]] b [[ Two Words #Why it matters|its reason]]';
    const found = findWikiLinks(text, 10);
    assert.deepEqual(
      found.map(({ target, heading, label }) => [target, heading, label]),
      [
        ['feedback-culture', undefined, undefined],
        ['Two Words', 'Why it matters', 'its reason'],
      ],
    );
    assert.deepEqual(
      found.map(({ start, end }) => text.slice(start - 10, end - 10)),
      ['[[feedback-culture]]', '[[ Two Words #Why it matters|its reason]]'],
    );
  });

  it('reads the escaped bar of a table cell', () => {
    assert.deepEqual(
      findWikiLinks('[[a\\|b]]', 0).map(({ target, label }) => [target, label]),
      [['a', 'b']],
    );
  });

  it('leaves alone what only looks like one', () => {
    for (const text of ['\\[[a]]', '[[]]', '[[a\nb]]', '[a]', '[[a]', '[[|b]]', '[[a[b]c]]'])
      assert.deepEqual(findWikiLinks(text, 0), [], text);
  });
});

describe('the references of a document', () => {
  const types = typeRegistry();
  const referencesOf = (text: string): readonly Reference[] => extractMarkdown('rasso/a.md', text, remarkParser(), types).facts.references;

  it('are its links, images, wiki links and citations, in order', () => {
    const text = '# A\n\n[@s], [b](b.md#c), ![d](../d.png), [[e]], <https://f.org>\n\n[g][]\n\n[g]: /g.md "G"\n';
    const told = referencesOf(text).map((one) =>
      one.via === 'citation'
        ? `@${one.source}`
        : one.via === 'wiki-link'
          ? `[[${one.target}]]`
          : `${one.via} ${one.url} → ${one.path}#${one.fragment}`,
    );
    assert.deepEqual(told, [
      '@s',
      'link b.md#c → rasso/b.md#c',
      'image ../d.png → d.png#undefined',
      '[[e]]',
      'link https://f.org → undefined#undefined',
      'link /g.md → g.md#undefined',
    ]);
  });

  it('say where their address stands', () => {
    const text = '[b.md](b.md) ![x.png](x.png) [y](<z a.md>)\n\n[r]: r.md\n';
    const addresses = referencesOf(text).map((one) =>
      'urlRange' in one && one.urlRange ? [text.slice(one.urlRange.start, one.urlRange.end), one.urlRange.start] : [],
    );
    assert.deepEqual(addresses, [
      ['b.md', 7],
      ['x.png', 22],
      ['z a.md', 34],
      ['r.md', 49],
    ]);
  });

  it('say where the address of a picture in a link stands', () => {
    const text = '[![a](x.png)](y.md)\n';
    const addresses = referencesOf(text).map((one) => 'urlRange' in one && text.slice(one.urlRange?.start, one.urlRange?.end));
    assert.deepEqual(addresses, ['y.md', 'x.png']);
  });

  it('are not found in code, in comments or behind an escape', () => {
    assert.deepEqual(referencesOf('`[@s] [[a]]`\n\n```\n[b](b.md)\n```\n\n<!-- [[c]] -->\n\n\\[[d]] \\[@e]\n'), []);
  });

  it('know the section that a citation is in', () => {
    const sections = referencesOf('[@a]\n\n# H\n\n[@b]\n\n## I\n\n[@c]\n').map((one) => (one.via === 'citation' ? one.section : undefined));
    assert.deepEqual(sections, [-1, 0, 1]);
  });

  it('are found beside an address that is recognised late', () => {
    const text = 'See "www.example.org", [@smith-2020] and [[wiki]].\n\n\\"www.example.org\\" &amp; [@jones]\n';
    const found = referencesOf(text).filter(({ via }) => via !== 'link');
    assert.deepEqual(
      found.map(({ start, end }) => text.slice(start, end)),
      ['@smith-2020', '[[wiki]]', '@jones'],
    );
  });
});
