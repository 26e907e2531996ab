import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { CHANGE_KINDS } from '../../src/review/statement.js';
import { buildOnce, dmap, PROJECT } from '../support/cli.js';

const text = readFileSync(join(PROJECT, 'docs/review.md'), 'utf8');
const fences = [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, code]) => ({ language, code: code ?? '' }));

describe('docs/review.md', function () {
  this.timeout(60_000);
  before(buildOnce);

  it('uses only commands and options that there are', () => {
    const used = [...text.matchAll(/\bdmap (lint|diff|baseline|reviewed)\b([^\n`]*)/g)];
    assert.ok(used.length > 10);
    for (const [line, command, rest] of used) {
      const help = dmap(PROJECT, [command ?? '', '--help']).out;
      for (const [option] of (rest ?? '').matchAll(/--[a-z-]+/g)) assert.ok(help.includes(option), `${option} in “${line}”`);
    }
  });

  it('has YAML that can be read', () => {
    const yaml = fences.filter(({ language }) => language === 'yaml');
    assert.ok(yaml.length >= 5);
    for (const { code } of yaml) assert.equal(typeof parse(code), 'object');
  });

  it('names every kind of change that --fail-on knows', () => {
    for (const kind of CHANGE_KINDS) assert.ok(text.includes(`\`${kind}\``), kind);
  });

  it('names every format of lint', () => {
    for (const format of ['pretty', 'json', 'github', 'sarif', 'junit', 'gitlab', 'azure', 'checkstyle', 'rdjsonl', 'markdown'])
      assert.ok(text.includes(`\`${format}\``), format);
  });
});
