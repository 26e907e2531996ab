import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { buildOnce, cleanUp, environment, PROJECT, temporaryGuidance } from '../../support/cli.js';

/** Runs one of the project's own tasks in a copy of what it needs, with a stand-in for npm. */
function runTask(task: string, args: readonly string[], npm: string): { out: string; err: string; code: number | null } {
  const folder = dirname(temporaryGuidance());
  for (const path of ['scripts/tasks', 'dist', 'guidance']) cpSync(join(PROJECT, path), join(folder, path), { recursive: true });
  for (const name of ['src', 'schemas', 'bin']) mkdirSync(join(folder, name));
  for (const name of ['package.json', 'package-lock.json']) cpSync(join(PROJECT, name), join(folder, name));
  writeFileSync(join(folder, 'bin/npm'), `#!/bin/sh\necho "npm $*"\n${npm}\n`);
  chmodSync(join(folder, 'bin/npm'), 0o755);
  const env = environment(folder);
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(folder, 'scripts/tasks', task), ...args], {
    encoding: 'utf8',
    env: { ...env, PATH: `${join(folder, 'bin')}${delimiter}${env['PATH'] ?? ''}` },
  });
  return { out: stdout, err: stderr, code: status };
}

describe('the project’s own tasks', function () {
  this.timeout(60_000);
  before(function () {
    // The stand-in for npm is a script of the shell.
    if (process.platform === 'win32') this.skip();
    buildOnce();
  });
  after(cleanUp);

  it('npm start installs and builds, lints, shows coverage without listing gaps again, writes the site, and says where to look next', () => {
    const { out, code } = runTask('start.mjs', ['--once', '--today', '2026-09-01'], 'exit 0');
    assert.equal(code, 0, out);
    assert.match(out, /Installing packages …\nnpm ci .*\nBuilding …\nnpm run --silent build\n/);
    assert.match(
      out,
      /\nNext: [\s\S]*17 of 17 criteria covered[\s\S]*--gaps” lists\nthem\.\n[\s\S]*\nExported \d+ pages [\s\S]*\nWhere to look next:\n/,
    );
    assert.doesNotMatch(out, /^Recorded gaps \(\d+\)$/m);
    for (const place of ['site/index.html', 'README.md', 'explain RULE'])
      assert.ok(out.slice(out.indexOf('Where to look')).includes(place));
  });

  it('npm run lint builds first, and passes its arguments on', () => {
    const { out, code } = runTask('lint.mjs', ['--quiet'], 'exit 0');
    assert.match(out, /Building …\n[\s\S]*--quiet does not show /);
    assert.equal(code, 0);
  });

  it('say in a plain sentence what to do where the packages cannot be installed', () => {
    const { out, err, code } = runTask('start.mjs', [], 'exit 7');
    assert.match(err, /^\nThe packages could not be installed; npm says why above\. Check that you are online/);
    assert.doesNotMatch(out, /Building/);
    assert.equal(code, 7);
  });
});
