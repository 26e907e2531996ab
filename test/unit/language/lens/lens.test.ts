import { strict as assert } from 'node:assert';
import { inlaysIn } from '../../../../src/language/inlay/inlays-in.js';
import { lensesOf } from '../../../../src/language/lens/lenses-of.js';
import { documentLinks } from '../../../../src/language/links/document-links.js';
import { openRoot } from '../../../support/marked-root.js';

const TEXT = `---
title: Planning together
type: criterion-guidance
application: street
criterion: 2
serves:
  - domain: places
    attributes: [fair]
    basis: editorial
  - domain: people
    basis: editorial
  - domain: places
    basis: editorial
status: draft
last_reviewed_on: 2026-01-15
review_in: 1 year
---

# Planning together

See [the street](index.md) and [[listening]], [the web](https://example.org/a) and [@smith-2020, point 1.1].
`;

const FILES = {
  'street/index.md':
    '---\ntitle: Our street\ntype: application\napplication: street\nstatus: draft\n---\n\n# Our street\n\n[Planning](planning.md)\n',
  'street/listening.md': '# Listening\n\n[[planning]] and [once more](planning.md#planning-together)\n',
  'street/planning.md': TEXT,
};

describe('what stands above a document', () => {
  it('says what it serves, who refers to it and when its review is due', () => {
    const root = openRoot(FILES);
    const lenses = lensesOf(root.document('street/planning.md'));
    assert.deepEqual(
      lenses.map(({ title }) => title),
      ['Serves Places, People', '2 documents refer here', 'Review due 15 January 2027'],
    );
    const [{ range } = { range: { start: 0, end: 0 } }] = lenses;
    assert.equal(TEXT.slice(range.start, range.end), '# Planning together');
  });

  it('says that a review was due', () => {
    const root = openRoot({ ...FILES, 'street/planning.md': TEXT.replace('1 year', '1 month') });
    assert.equal(lensesOf(root.document('street/planning.md'))[2]?.title, 'Review was due 15 February 2026');
  });

  it('says in the register who cites each source', () => {
    const root = openRoot(FILES);
    const document = root.document('sources.yml');
    assert.deepEqual(
      lensesOf(document).map(({ title, range }) => [document.source.text.slice(range.start, range.end), title]),
      [
        ['smith-2020', 'Cited in 1 document'],
        ['jones-2012', 'Cited nowhere'],
      ],
    );
  });
});

describe('titles beside keys', () => {
  it('stand behind the keys of a range', () => {
    const { source, ...document } = openRoot(FILES).document('street/planning.md');
    const { text } = source;
    const shown = (start: number, end: number) =>
      inlaysIn({ source, ...document }, { start, end }).map((inlay) => [text.slice(0, inlay.offset).split('\n').pop()?.trim(), inlay.text]);
    assert.deepEqual(shown(0, text.length), [
      ['application: street', 'Our street'],
      ['criterion: 2', '2: Planning together'],
      ['attributes: [fair', '1: Fair to everyone'],
    ]);
    assert.deepEqual(shown(text.indexOf('criterion: '), text.indexOf('serves')), [['criterion: 2', '2: Planning together']]);
    assert.deepEqual(shown(text.indexOf('# Planning'), text.length), []);
  });
});

describe('links of a document', () => {
  it('lead to documents, elements, sources and addresses', () => {
    const root = openRoot(FILES);
    const links = documentLinks(root.document('street/planning.md'), root.sourceFor);
    const shown = links.map((link) => [
      TEXT.slice(link.range.start, link.range.end),
      'url' in link
        ? link.url
        : `${link.place.path}: ${root.sourceFor(link.place.path)?.text.slice(link.place.range.start, link.place.range.end)}`,
    ]);
    assert.deepEqual(shown, [
      ['street', 'street/index.md: street'],
      ['2', 'framework.yml: planning'],
      ['places', 'framework.yml: places'],
      ['fair', 'framework.yml: fair'],
      ['people', 'framework.yml: people'],
      ['places', 'framework.yml: places'],
      ['index.md', 'street/index.md: '],
      ['[[listening]]', 'street/listening.md: '],
      ['https://example.org/a', 'https://example.org/a'],
      ['smith-2020', 'sources.yml: smith-2020'],
    ]);
  });

  it('lead to no address that an editor could run', () => {
    const root = openRoot({ 'a.md': '[x](command:workbench.action.quit) [y](javascript:alert(1)) [z](../../etc/passwd)\n' });
    assert.deepEqual(documentLinks(root.document('a.md'), root.sourceFor), []);
  });
});
