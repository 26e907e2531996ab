import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { buildOnce, PROJECT } from '../../support/cli.js';
import { unpackExtension } from '../../vscode/host/extension-folder.js';

interface Manifest {
  readonly version: string;
  readonly main: string;
  readonly browser: string;
  readonly [field: string]: unknown;
}

/** What VS Code calls this platform. The binary of it is installed wherever there is one. */
const TARGET = { linux: 'linux', darwin: 'darwin', win32: 'win32' }[process.platform as 'linux'];
const BINARIES = /^node_modules\/@bruits\/satteri-[\w-]+\/(README\.md|package\.json|[\w.-]+\.node)$/;

describe('a package of the extension', function () {
  this.timeout(300_000);
  const { version } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as Manifest;
  const vsixOf = (target = '') => join(PROJECT, `packages/destination-map-${target && `${target}-`}${version}.vsix`);
  const make = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/package.ts', ...args], {
      cwd: PROJECT,
      encoding: 'utf8',
    });
    assert.equal(status, 0, `${stdout}${stderr}`);
    return stdout;
  };
  let said = '';
  before(() => {
    buildOnce();
    said = make();
  });

  it('holds what the extension needs, and nothing else', () => {
    const files = filesIn(vsixOf());
    for (const path of [
      'package.json',
      'package.nls.json',
      'readme.md',
      'changelog.md',
      'LICENSE.txt',
      'THIRD-PARTY-NOTICES.md',
      'media/icon.png',
    ]) {
      assert.ok(files.has(path), `${path} is not there`);
    }
    const unwanted = [...files.keys()].filter((path) =>
      /\.map$|\.compiled$|\.ts$|\.tsx$|^(src|test|node_modules|guidance|scripts)\/|\.node$/.test(path),
    );
    assert.deepEqual(unwanted, []);
    const known =
      /^(dist|media|snippets|l10n)\/|^(package(\.nls(\..+)?)?\.json|readme\.md|changelog\.md|LICENSE\.txt|THIRD-PARTY-NOTICES\.md)$/;
    assert.deepEqual(
      [...files.keys()].filter((path) => !known.test(path)),
      [],
    );
  });

  it('has a manifest of an extension, in which every file that it names is there', () => {
    const files = filesIn(vsixOf());
    const manifest = JSON.parse(files.get('package.json') ?? '') as Manifest;
    for (const field of ['scripts', 'dependencies', 'devDependencies', 'optionalDependencies', 'type', 'bin', 'exports']) {
      assert.ok(!(field in manifest), `the manifest has ${field}`);
    }
    const named = [...JSON.stringify(manifest).matchAll(/"\.?\/?((?:dist|media|snippets|l10n)\/[^"]+)"/g)].map(([, path]) => path ?? '');
    assert.ok(named.length > 2);
    assert.deepEqual(
      named.filter((path) => !files.has(path)),
      [],
    );
    // Hosts in browsers add the ending, and take for a module what a manifest calls one.
    assert.match(manifest.browser, /\.js$/);
  });

  it('says how large the scripts are', () => {
    assert.match(said, /^dist\/extension\.cjs +\d+\.\d +\d+\.\d$/m);
  });

  it('is the same when it is made again', () => {
    const before = hashOf(vsixOf());
    make();
    assert.equal(hashOf(vsixOf()), before);
  });

  it('has a command that runs where it is unpacked, and parses with remark', () => {
    inUnpacked(vsixOf(), (folder) => {
      assert.equal(lint(folder, 'remark').status, lint(folder, 'auto').status);
      assert.equal(lint(folder, 'satteri').status, 2);
    });
  });

  it('carries the binary of its platform, and finds it', function () {
    // Where there is no binary for this platform, no package of it can be tried.
    if (TARGET === undefined || !existsSync(join(PROJECT, 'node_modules/@bruits'))) this.skip();
    const target = `${TARGET}-${process.arch}`;
    make('--target', target);
    const carried = [...filesIn(vsixOf(target)).keys()].filter((path) => path.startsWith('node_modules/'));
    assert.ok(carried.some((path) => path.endsWith('.node')));
    assert.deepEqual(
      carried.filter((path) => !BINARIES.test(path)),
      [],
    );
    inUnpacked(vsixOf(target), (folder) => {
      const { status, stderr } = lint(folder, 'satteri');
      assert.ok(status !== null && status < 2, stderr);
      for (const path of carried.filter((one) => one.endsWith('.node'))) writeFileSync(join(folder, path), 'no binary');
      assert.equal(lint(folder, 'auto').status, status, 'remark stands in for a binary that cannot be loaded');
    });
  });

  it('is refused for a platform that there is none for', () => {
    const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/package.ts', '--target', 'web-c64'], {
      cwd: PROJECT,
      encoding: 'utf8',
    });
    assert.equal(status, 1);
    assert.match(stderr, /no packages for web-c64, only for linux-x64/);
  });
});

/** The texts of the extension's files in a package, by path. */
function filesIn(vsix: string): Map<string, string> {
  const entries = Object.entries(unzipSync(readFileSync(vsix), { filter: ({ name }) => name.startsWith('extension/') }));
  return new Map(entries.map(([name, bytes]) => [name.slice('extension/'.length), strFromU8(bytes, true)]));
}

const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

function inUnpacked(vsix: string, look: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'dmap-vsix-'));
  try {
    unpackExtension(vsix, folder);
    look(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function lint(folder: string, parser: string) {
  const args = [join(folder, 'dist/cli.js'), 'lint', join(PROJECT, 'guidance'), '--no-cache', '--parser', parser];
  return spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
}
