import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { findFrontmatter } from '../../../src/core/markdown/fence.js';
import { readPlainYaml } from '../../../src/core/yaml/plain-yaml.js';

/** What the one YAML implementation makes of a text; undefined where it finds a mistake. */
function reference(text: string): unknown {
  const document = parseDocument(text, {
    schema: 'core',
    version: '1.2',
    uniqueKeys: true,
    stringKeys: true,
    prettyErrors: false,
    logLevel: 'silent',
  });
  return document.errors.length + document.warnings.length > 0 ? undefined : document.toJS();
}

function assertAgrees(text: string): void {
  const plain = readPlainYaml(text);
  if (plain !== undefined) assert.deepEqual(plain, reference(text), JSON.stringify(text));
}

/** Fragments that mean something in YAML, so that random texts are near misses of it. */
const FRAGMENTS = [
  'a',
  'key',
  'key2',
  'title',
  ': ',
  ':',
  ' ',
  '  ',
  '    ',
  '\n',
  '\n',
  '\n  ',
  '\n- ',
  '\n  - ',
  '- ',
  '-',
  '#',
  ' # ',
  'no',
  'null',
  'true',
  '1',
  '1.10',
  '010',
  '2026-09-01',
  '"',
  "'",
  '"x"',
  "'x'",
  '[',
  ']',
  '[a, b]',
  ',',
  '{',
  '}',
  '{a: b}',
  '{ k: v, l: [1, [x y]] }',
  '[{ a: "b" }]',
  '{a: {b: c}}',
  '[[2019]]',
  'a: [',
  'b: {',
  ' }',
  ' ]',
  '548–568',
  '10.1/x(2)',
  '1 2',
  '1e3 x',
  'false',
  'True',
  '|',
  '>',
  '&a',
  '*a',
  '!!str',
  '---',
  '...',
  '?',
  'é',
  '“q”',
  '\t',
  '\r\n',
  'k: >-\n',
  '>-',
  '\n   ',
  '\n\n',
  '>-\n  x y\n\n',
  'x: y',
  'http://a.b',
  '<<',
  '~',
  'Infinity',
  '.inf',
  '0x1',
];

describe('plain YAML', () => {
  it('agrees with the YAML implementation on anything that it takes', () => {
    const text = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 24 }).map((parts) => parts.join(''));
    fc.assert(fc.property(text, assertAgrees), { numRuns: 20_000 });
  });

  it('agrees on texts that are shaped like front matter', () => {
    const start = fc.constantFrom('', '  ', '    ', '- ', '  - ', '    - ', '# ');
    const key = fc.constantFrom('title: ', 'because: ', 'x-y: ', 'title:', '');
    const value = fc.constantFrom(
      '>-',
      '>-',
      '[[1], b]',
      '{ a: b }',
      '{ a: b, a: c }',
      '[a, {b: c d}, "e: f"]',
      '{a: }',
      '[a, b\'s c, "d" e]',
      '[a"b, c]',
      "['a' b]",
      '[a&b, c!d, e|f]',
      '{a}',
      '[a b , c]',
      '1.0 (2)',
      '12-3',
      '1 - 2',
      'false',
      'a',
      'no',
      'L&D',
      'x y ',
      '1 year',
      '3 x: y',
      '1 # b',
      'Page 5: officer',
      'x',
      '',
      '7',
      '[a, b]',
      '[]',
      '"q: #"',
      "it's",
      'a # b',
      '- a',
      'null',
      '2026-02-30',
      'a:b',
      'é',
      '“q”',
    );
    const line = fc.tuple(start, key, value).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => assertAgrees(lines.join('\n'))),
      { numRuns: 20_000 },
    );
  });

  it('reads the front matter of the guidance as the YAML implementation does, much of it by itself', () => {
    const folder = join(import.meta.dirname, '../../../guidance');
    let taken = 0;
    let all = 0;
    for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!entry.endsWith('.md')) continue;
      const block = findFrontmatter(readFileSync(join(folder, entry), 'utf8'));
      if (block.state !== 'present') continue;
      all++;
      if (readPlainYaml(block.text) !== undefined) taken++;
      assertAgrees(block.text);
    }
    assert.ok(taken > all / 2, `${taken} of ${all}`);
  });
});
