import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { coverageOf } from '../../src/core/coverage/coverage.js';
import { lintInMemory } from '../../src/platform/memory/memory-workspace.js';
import { satteriParser } from '../../src/platform/node/satteri-parser.js';
import { rules } from '../../src/rules/index.js';

const FOLDER = join(import.meta.dirname, '../../guidance');
const TODAY = '2026-11-22';
const DOCUMENT = 'rasso/signposting.md';

/** The shipped guidance as texts by path. */
function guidance(): Record<string, string> {
  const paths = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  return Object.fromEntries(
    paths.filter((path) => /\.(?:md|yml)$/.test(path)).map((path) => [path, readFileSync(join(FOLDER, path), 'utf8')]),
  );
}

function lint(files: Record<string, string>) {
  return lintInMemory(files, { rules, parser: satteriParser, today: TODAY });
}

/** The line of the first occurrence of a text in a file, from 1. */
function lineOf(text: string, part: string): number {
  assert.ok(text.includes(part), part);
  return text.slice(0, text.indexOf(part)).split('\n').length;
}

describe('the shipped guidance', () => {
  it('has no error, and 17 of 17 criteria are covered, all of them in review', () => {
    const { diagnostics, snapshot } = lint(guidance());
    assert.deepEqual(
      diagnostics.filter((one) => one.severity === 'error'),
      [],
    );
    const [rasso] = coverageOf(snapshot).applications;
    assert.equal(rasso?.counts.covered, 17);
    assert.deepEqual([...new Set(rasso?.criteria.map(({ status }) => status))], ['in-review']);
  });

  it('lists its gaps as gaps', () => {
    const gaps = lint(guidance()).diagnostics.filter((one) => one.ruleId === 'gap-recorded');
    assert.ok(gaps.length > 100 && gaps.every((one) => one.severity === 'info'));
  });

  it('claims no review, and silences no rule', () => {
    for (const [path, text] of Object.entries(guidance())) {
      assert.doesNotMatch(text, /^last_reviewed_on:|destination-map-disable|^status: published/m, path);
    }
  });

  /** What is done to the guidance, and what has to be said of it where. */
  const slips: readonly { name: string; rule: string; spoil: (files: Record<string, string>) => { path: string; line: number } }[] = [
    {
      name: 'a deleted criterion',
      rule: 'criterion-has-guidance',
      spoil: (files) => {
        delete files[DOCUMENT];
        return { path: 'rasso/index.md', line: lineOf(files['rasso/index.md'] ?? '', 'application: rasso') };
      },
    },
    {
      name: 'a misspelt key',
      rule: 'element-exists',
      spoil: (files) => replaceIn(files, 'criterion: signposting', 'criterion: signpsting'),
    },
    {
      name: 'a broken link',
      rule: 'link-target',
      spoil: (files) => replaceIn(files, '(multi-modal-access.md)', '(multi-modal-acess.md)'),
    },
    {
      name: 'a removed citation',
      rule: 'point-carried',
      spoil: (files) => {
        for (const path of Object.keys(files))
          files[path] = path.endsWith('.md') ? (files[path] ?? '').replaceAll('point 9.4]', 'point 9.1]') : (files[path] ?? '');
        return { path: 'sources.yml', line: lineOf(files['sources.yml'] ?? '', 'id: "9.4"') };
      },
    },
    {
      name: 'a blank section',
      rule: 'section-filled',
      spoil: (files) => {
        const text = files[DOCUMENT] ?? '';
        files[DOCUMENT] = text.replace(/(## Why it matters\n)[\s\S]*?(?=## What to consider)/, '$1\n');
        return { path: DOCUMENT, line: lineOf(text, '## Why it matters') };
      },
    },
  ];

  for (const { name, rule, spoil } of slips) {
    it(`would say at its line: ${name}`, () => {
      const files = guidance();
      const { path, line } = spoil(files);
      const found = lint(files).diagnostics.filter((one) => one.ruleId === rule);
      assert.ok(
        found.some((one) => one.path === path && one.line === line),
        `${rule} at ${path}:${line}; found ${found.map((one) => `${one.path}:${one.line}`).join(', ')}`,
      );
    });
  }
});

function replaceIn(files: Record<string, string>, from: string, to: string): { path: string; line: number } {
  const text = files[DOCUMENT] ?? '';
  files[DOCUMENT] = text.replace(from, to);
  return { path: DOCUMENT, line: lineOf(text, from) };
}
