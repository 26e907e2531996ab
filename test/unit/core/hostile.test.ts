import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { Heading, Root } from 'mdast';
import { extractMarkdown } from '../../../src/core/facts/extract.js';
import { applyFixes, type ResolvedFix } from '../../../src/core/lint/fix.js';
import { anchorsOf } from '../../../src/core/markdown/anchors.js';
import { findCitations } from '../../../src/core/markdown/citations.js';
import { fillPositions } from '../../../src/core/markdown/fill-positions.js';
import { sectionAt } from '../../../src/core/markdown/references.js';
import { headingsOf } from '../../../src/core/markdown/sections.js';
import { suppressionsInHtml, suppressionsInYaml } from '../../../src/core/markdown/suppressions.js';
import { NodesByType } from '../../../src/core/markdown/visit.js';
import { typeRegistry } from '../../../src/core/schema/registry.js';
import { applyEdits, type TextEdit } from '../../../src/core/text/range.js';
import { parseYaml } from '../../../src/core/yaml/parse-yaml.js';
import { PlainPlaces } from '../../../src/core/yaml/plain-places.js';
import { readPlainYaml } from '../../../src/core/yaml/plain-yaml.js';
import { lintInMemory } from '../../../src/platform/memory/memory-workspace.js';
import { satteriParser } from '../../../src/platform/node/satteri-parser.js';
import { remarkParser } from '../../../src/platform/remark-parser.js';
import { rules } from '../../../src/rules/index.js';
import { runs } from '../../support/property.js';
import { baseFiles } from '../../support/rule-examples.js';

const FRONT = '---\ntitle: A\ntype: page\nstatus: draft\n---\n\n# A\n\n';

/** Texts that exhaust a parser's stack. */
const DEEP: Readonly<Record<string, string>> = {
  'quotations.md': `${FRONT}${'>'.repeat(5000)} x\n`,
  'lists.md': `${FRONT}${'- '.repeat(5000)}x\n`,
  'brackets.md': `---\ntitle: ${'['.repeat(5000)}\n---\n\n# A\n`,
  'numbers.md': `${FRONT}${'1. '.repeat(5000)}x\n`,
  'emphasis.md': `${FRONT}${'*a **b '.repeat(250)}x${'** c*'.repeat(250)}\n`,
  'levels.md': `---\n${Array.from({ length: 2000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')}\n---\n\n# A\n`,
  'dashes.md': `---\na: \n  ${'- '.repeat(3000)}x\n---\n\n# A\n`,
  'closed-brackets.md': `---\ntitle: ${'['.repeat(5000)}${']'.repeat(5000)}\n---\n\n# A\n`,
};

describe('documents that nest too deeply', () => {
  for (const parser of [satteriParser, remarkParser()]) {
    it(`are each told about, and the others are still checked (${parser.name})`, () => {
      const other = `${FRONT}[broken](nowhere.md)\n`;
      const { diagnostics } = lintInMemory({ ...baseFiles(), ...DEEP, 'other.md': other }, { rules, parser, today: '2026-09-01' });
      for (const path of Object.keys(DEEP)) {
        assert.ok(
          diagnostics.some((one) => one.path === path && one.severity === 'error'),
          path,
        );
      }
      assert.ok(diagnostics.some((one) => one.path === 'other.md' && one.ruleId === 'link-target'));
    });
  }
});

/** At these sizes anything that is not linear takes minutes: mocha's own timeout is the limit. */
describe('documents that are made to take long', () => {
  const types = typeRegistry();
  const references = (text: string) => extractMarkdown('a.md', text, satteriParser, types).facts.references;
  const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));

  it('comments in a row before a text', () => {
    const filled = (value: string) =>
      headingsOf(
        {
          type: 'root',
          children: [
            { type: 'heading', depth: 1, children: [] },
            { type: 'html', value },
          ],
        },
        value.length,
      )[0]?.filled;
    assert.equal(filled(`${'<!-- a -->'.repeat(50_000)} x`), true);
    assert.equal(filled(`${'<!-- a --> '.repeat(50_000)}`), false);
    assert.equal(filled('<!-- a'.repeat(50_000)), false);
  });

  it('scalars that are nearly numbers or words', () => {
    const tails = [`1${'_'.repeat(500_000)}x`, `1${':11'.repeat(200_000)}x`, `no${' '.repeat(500_000)}x`, `1${'/'.repeat(500_000)}!`];
    for (const tail of tails) assert.deepEqual(parseYaml(`# c\nowner: ${tail} # d\n`), { value: { owner: tail }, problems: [] });
    assert.equal(parseYaml(`owner: 1${'_'.repeat(500_000)}\n`).problems[0]?.kind, 'coerced');
  });

  it('words that other tools coerce, in a long list', () => {
    const { problems } = parseYaml(`a:\n${'  - b: no\n'.repeat(20_000)}`);
    assert.deepEqual(problems[19_999]?.path, ['a', 19_999, 'b']);
  });

  it('fields and items without number', () => {
    const text = `${many(100_000, (index) => `k${index}: v\n`).join('')}list:\n${'- a: b\n'.repeat(100_000)}`;
    assert.ok(readPlainYaml(text));
    const places = new PlainPlaces(text);
    for (let index = 0; index < 100_000; index++) {
      const key = places.locate([`k${index}`], 'key');
      const value = places.locate(['list', index, 'a'], 'value');
      assert.equal(text.slice(key?.start, key?.end), `k${index}`);
      assert.equal(text.slice(value?.start, value?.end), 'b');
    }
  });

  it('headings without number, some of them in quotations', () => {
    const heading = (): Heading => ({ type: 'heading', depth: 1, children: [{ type: 'text', value: 'A' }] });
    const root: Root = { type: 'root', children: [{ type: 'blockquote', children: [heading()] }, ...many(200_000, heading)] };
    assert.deepEqual(anchorsOf(root, new NodesByType(root)), ['a']);
  });

  it('suppressions without number', () => {
    const comment = '<!-- destination-map-disable-next-line link-target: later -->\n[a](nowhere.md)\n\n';
    const { diagnostics } = lintInMemory(
      { ...baseFiles(), 'a.md': FRONT + comment.repeat(10_000) },
      { rules, parser: satteriParser, today: '2026-09-01' },
    );
    assert.deepEqual(
      diagnostics.filter((one) => one.path === 'a.md' && /link-target|suppression/.test(one.ruleId)),
      [],
    );
  });

  it('suppressions in one another', () => {
    const beginning = 'destination-map-disable-next-line a: b ';
    assert.equal(suppressionsInHtml(`<!-- ${beginning}`.repeat(50_000), 0).length, 0);
    assert.equal(suppressionsInHtml(`${`<!-- ${beginning}`.repeat(50_000)}-->`, 0).length, 1);
    assert.equal(suppressionsInYaml(`# ${beginning}`.repeat(50_000), 0).length, 1);
  });

  it('brackets that might be citations', () => {
    for (const start of ['[\\', '[', '[a', '\\[', '[\\\\', '[@', '[a\\@'])
      assert.deepEqual(findCitations(`${start.repeat(300_000)} a@b`, 0), [], start);
    assert.deepEqual(findCitations(`[${'a'.repeat(9_000_000)} a@b`, 0), []);
    assert.equal(findCitations('[\\[@a]'.repeat(100_000), 0).length, 100_000);
  });

  it('addresses without number', () => {
    assert.equal(references(many(50_000, (index) => `https://a.b/${index}\n`).join('')).length, 50_000);
    assert.equal(references(many(50_000, (index) => `![a${index}](b\\_${index}.md)\n\n`).join('')).length, 50_000);
    assert.equal(references(many(50_000, (index) => `[a${index}]: b\\_${index}.md\n`).join('')).length, 50_000);
  });

  it('sections without number', () => {
    const headings = headingsOf(satteriParser.parse('# A\n\nb\n\n'.repeat(100_000)), 800_000);
    for (let index = 0; index < 800_000; index += 3) assert.equal(sectionAt(headings, index), index >> 3);
    assert.equal(sectionAt(headings.slice(1), 0), -1);
  });

  it('fixes without number', () => {
    const text = 'abcdefghij'.repeat(100_000);
    const fixes = many(100_000, (index) => ({
      edits: [
        { start: index * 10, end: index * 10 + 5, text: 'x' },
        { start: index * 10 + 8, end: index * 10 + 8, text: 'y' },
      ],
    }));
    assert.deepEqual(applyFixes(text, [...fixes, ...fixes]), { text: 'xfghyij'.repeat(100_000), applied: 100_000 });
  });

  it('nodes without a place', () => {
    const text = 'a\n\n'.repeat(200_000);
    const children = many(200_000, (index) => {
      const offset = index * 3;
      const position = { start: { line: 0, column: 0, offset }, end: { line: 0, column: 0, offset: offset + 1 } };
      return { type: 'paragraph' as const, position, children: [{ type: 'text' as const, value: 'a' }] };
    });
    fillPositions({ type: 'root', children }, text);
    const last = children[199_999]?.children[0] as { position?: unknown } | undefined;
    assert.deepEqual(last?.position, {
      start: { line: 399_999, column: 1, offset: 599_997 },
      end: { line: 399_999, column: 2, offset: 599_998 },
    });
  });

  for (const parser of [satteriParser, remarkParser()]) {
    it(`closing brackets without number (${parser.name})`, () => {
      const files = { ...baseFiles(), 'a.md': FRONT + ']'.repeat(100_000), 'b.md': FRONT + '['.repeat(50_000) + ']'.repeat(50_000) };
      const { diagnostics } = lintInMemory(files, { rules, parser, today: '2026-09-01' });
      const refused = diagnostics.filter((one) => one.ruleId === 'internal/unreadable-file').map((one) => one.path);
      assert.deepEqual(refused.sort(), parser === satteriParser ? [] : ['a.md', 'b.md']);
    });
  }
});

describe('applyFixes', () => {
  /** The same as it is meant: each fix on top of those before it, if nothing is handed back. */
  function oneByOne(text: string, fixes: readonly ResolvedFix[]): { text: string; applied: number } {
    const accepted: TextEdit[] = [];
    let applied = 0;
    for (const { edits } of fixes) {
      if (edits.length === 0 || applyEdits(text, [...accepted, ...edits]).rejected.length > 0) continue;
      accepted.push(...edits);
      applied++;
    }
    return { text: applyEdits(text, accepted).text, applied };
  }

  it('makes each fix whole or not at all', () => {
    const edit = fc
      .tuple(fc.nat(30), fc.nat(4), fc.string({ maxLength: 2 }))
      .map(([start, length, text]) => ({ start, end: start + length, text }));
    const fix = fc.record({ edits: fc.array(edit, { maxLength: 3 }) });
    fc.assert(
      fc.property(fc.string({ minLength: 34, maxLength: 34 }), fc.array(fix, { maxLength: 10 }), (text, fixes) => {
        assert.deepEqual(applyFixes(text, fixes), oneByOne(text, fixes));
      }),
      runs(2000),
    );
  });
});
