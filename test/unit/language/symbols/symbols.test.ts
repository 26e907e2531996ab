import { strict as assert } from 'node:assert';
import { foldingRanges } from '../../../../src/language/folding/folding-ranges.js';
import { documentSymbols } from '../../../../src/language/symbols/document-symbols.js';
import type { DocumentSymbol } from '../../../../src/language/symbols/symbol.js';
import { workspaceSymbols } from '../../../../src/language/symbols/workspace-symbols.js';
import { secondFramework, withSecondApplication } from '../../../support/fixture-roots.js';
import { openRoot } from '../../../support/marked-root.js';

const TEXT = `---
title: Planning together
type: page
gaps:
  - about: The cost
    because: Nobody counted it.
---

# Planning together

## One

Text.

### Deeper

\`\`\`text
## no heading
\`\`\`

- an item
  that goes on
  - and holds another
- a second

## Two

<!-- a comment
of two lines -->
`;

/** An outline as indented lines. */
function outline(symbols: readonly DocumentSymbol[], indent = ''): string[] {
  return symbols.flatMap(({ name, detail, children }) => [
    `${indent}${name}${detail ? ` | ${detail}` : ''}`,
    ...outline(children, `${indent}  `),
  ]);
}

describe('the outline of a document', () => {
  it('has its front matter, and its headings one in the other', () => {
    const symbols = documentSymbols(openRoot({ 'a.md': TEXT }).document('a.md'));
    assert.deepEqual(outline(symbols), [
      'Front matter',
      '  title | Planning together',
      '  type | page',
      '  gaps',
      '    The cost | Nobody counted it.',
      'Planning together',
      '  One',
      '    Deeper',
      '  Two',
    ]);
  });

  it('has the entries of data files by their titles', () => {
    const lines = outline(documentSymbols(openRoot({}).document('sources.yml')));
    assert.deepEqual(lines.slice(0, 2), ['sources', '  How neighbours listen | smith-2020']);
    assert.ok(lines.includes('    1.1 | People talk more to those who come back.'), lines.join('\n'));
  });

  it('holds every part within what holds it', () => {
    for (const files of [withSecondApplication(), secondFramework()]) {
      const root = openRoot(files, {});
      for (const path of Object.keys(files)) {
        const check = (symbols: readonly DocumentSymbol[], start: number, end: number) => {
          for (const { name, range, selection, children } of symbols) {
            assert.ok(start <= range.start && range.end <= end, `${path}: ${name}`);
            assert.ok(range.start <= selection.start && selection.end <= range.end, `${path}: ${name}`);
            check(children, range.start, range.end);
          }
        };
        const document = root.document(path);
        check(documentSymbols(document), 0, document.source.text.length);
      }
    }
  });
});

describe('symbols of a root', () => {
  const root = openRoot({ 'street/planning.md': TEXT });
  const found = (query: string) => workspaceSymbols(root.snapshot, query, root.sourceFor).map(({ name, kind }) => `${kind}: ${name}`);

  it('are documents, elements, sources and terms', () => {
    assert.ok(found('neighb').includes('element: 1: Listening to neighbours'));
    assert.ok(found('neighb').includes('source: Smith, 2020: How neighbours listen'));
    assert.ok(found('NHW').includes('term: NHW'));
    assert.ok(found('plan').includes('document: Planning together'));
    assert.deepEqual(found('zzz'), []);
  });

  it('fit by letters in their order, the best first', () => {
    assert.equal(found('jones plac')[0], 'source: Jones, 2012: Places and their people');
    assert.ok(found('plntgth').includes('element: 2: Planning together'));
  });

  it('lead to where they are defined', () => {
    const [smith] = workspaceSymbols(root.snapshot, 'smith-2020', root.sourceFor);
    assert.equal(smith?.place.path, 'sources.yml');
    assert.equal(root.sourceFor('sources.yml')?.text.slice(smith?.place.range.start, smith?.place.range.end), 'smith-2020');
  });
});

describe('what can be folded', () => {
  it('is front matter, sections, code blocks, lists and comments', () => {
    const folds = foldingRanges(openRoot({ 'a.md': TEXT }).document('a.md'));
    const line = (offset: number) => TEXT.slice(0, offset).split('\n').length;
    assert.deepEqual(
      folds.map(({ start, end, kind }) => `${kind} ${line(start)}–${line(end)}`),
      [
        'front-matter 1–7',
        'block 4–6',
        'block 5–6',
        'section 9–29',
        'section 11–24',
        'section 15–24',
        'block 17–19',
        'block 21–23',
        'section 26–29',
        'comment 28–29',
      ],
    );
  });
});
