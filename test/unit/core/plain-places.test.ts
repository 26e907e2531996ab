import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { findFrontmatter } from '../../../src/core/markdown/fence.js';
import { locateField } from '../../../src/core/yaml/locate-yaml.js';
import { PlainPlaces } from '../../../src/core/yaml/plain-places.js';
import { readPlainYaml } from '../../../src/core/yaml/plain-yaml.js';
import { type FieldPath, isMapping, type Value } from '../../../src/core/yaml/value.js';

/** Every path that leads to something in a value, and one that does not. */
function pathsIn(value: Value, path: FieldPath = []): FieldPath[] {
  const below = Array.isArray(value)
    ? value.flatMap((item: Value, index) => pathsIn(item, [...path, index]))
    : isMapping(value)
      ? Object.entries(value).flatMap(([key, item]) => pathsIn(item ?? null, [...path, key]))
      : [];
  return [path, ...below, [...path, 'absent'], [...path, 99]];
}

/** How many places were told without the YAML implementation, all of them the same as it tells. */
function assertAgrees(text: string): { told: number; all: number } {
  const value = readPlainYaml(text);
  if (value === undefined) return { told: 0, all: 0 };
  const places = new PlainPlaces(text);
  let told = 0;
  const paths = pathsIn(value);
  for (const path of paths) {
    for (const part of ['key', 'value'] as const) {
      const place = places.locate(path, part);
      if (!place) continue;
      told++;
      assert.deepEqual(place, locateField(text, path, part), `${JSON.stringify(text)} ${JSON.stringify(path)} ${part}`);
    }
  }
  return { told, all: paths.length * 2 };
}

describe('plain places', () => {
  it('are those of the YAML implementation', () => {
    const start = fc.constantFrom('', '', '  ', '    ', '- ', '  - ', '    - ', '# ');
    const key = fc.constantFrom('title: ', 'because: ', 'x-y: ', 'a: ', 'title:', 'list:', '');
    const value = fc.constantFrom(
      'a',
      'Page 5',
      '',
      '7',
      '[a, b]',
      '"q: #"',
      '>-\n  folded\n  text',
      '>-\n      deep\n      # no comment\n\n',
      '{ k: v }',
      '- a',
      'a:b',
    );
    const line = fc.tuple(start, key, value).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => void assertAgrees(lines.join('\n'))),
      { numRuns: 10_000 },
    );
  });

  it('are told for most of the guidance', () => {
    const folder = join(import.meta.dirname, '../../../guidance');
    let told = 0;
    let all = 0;
    for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!entry.endsWith('.md')) continue;
      const block = findFrontmatter(readFileSync(join(folder, entry), 'utf8'));
      if (block.state !== 'present') continue;
      const found = assertAgrees(block.text);
      told += found.told;
      all += found.all;
    }
    assert.ok(told > all / 4, `${told} of ${all}`);
  });
});
