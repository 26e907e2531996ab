import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildOnce, COMMAND, cleanUp, environment } from '../../support/cli.js';
import { rootIn } from '../../support/fixture-roots.js';
import { folderWith } from '../../support/language-client.js';

interface Found {
  readonly code: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** What the script in `neovim.lua` writes down. */
interface Written {
  readonly errors: readonly string[];
  readonly opened: readonly Found[];
  readonly hover?: string;
  readonly mended: readonly Found[];
  readonly undone: readonly Found[];
}

const works = (command: string, ...args: string[]) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** Whether Neovim is there; installed from Debian's packages where that is allowed. */
function hasNeovim(): boolean {
  if (works('nvim', '--version')) return true;
  if (process.getuid?.() !== 0 || !works('apt-get', '--version')) return false;
  const settings = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  spawnSync('apt-get', ['update'], settings);
  spawnSync('apt-get', ['install', '--yes', '--no-install-recommends', 'neovim'], settings);
  return works('nvim', '--version');
}

describe('the language server in Neovim', function () {
  this.timeout(300_000);
  after(cleanUp);

  it('shows findings and a hover, and follows what is typed and undone', function () {
    if (!hasNeovim()) {
      console.log('      Skipped: Neovim is not installed, and may not be installed from here.');
      this.skip();
    }
    buildOnce();
    const files = rootIn('guidance');
    const path = Object.keys(files).find((name) => /\ncriterion: /.test(files[name] ?? '')) ?? '';
    const text = `${files[path]}\nThis leads nowhere: 𝒳 [there](gone.md).\n`;
    const root = folderWith({ ...files, [path]: text });
    const line = text.split('\n').findIndex((one) => one.startsWith('criterion: '));
    const out = join(root, '../written.json');
    const { stderr } = spawnSync(
      'nvim',
      [
        '--headless',
        '-u',
        'NONE',
        '-i',
        'NONE',
        '-n',
        '-c',
        `luafile ${join(import.meta.dirname, '../../support/neovim.lua')}`,
        join(root, path),
      ],
      {
        encoding: 'utf8',
        timeout: 120_000,
        env: environment(root, {
          HOME: join(root, '..'),
          DMAP_SERVER: JSON.stringify([process.execPath, COMMAND, 'lsp', '--stdio']),
          DMAP_ROOT: root,
          DMAP_OUT: out,
          DMAP_LINE: String(line),
          DMAP_COLUMN: '12',
        }),
      },
    );
    assert.ok(existsSync(out), stderr);
    const { errors, opened, hover = '', mended, undone } = JSON.parse(readFileSync(out, 'utf8')) as Written;
    assert.deepEqual(errors, []);
    const gone = opened.find(({ code }) => code === 'link-target');
    assert.match(gone?.message ?? '', /gone\.md/);
    assert.equal(gone?.line, text.split('\n').length - 2);
    assert.match(hover, /\w/);
    assert.ok(!mended.some(({ code }) => code === 'link-target'));
    assert.deepEqual(undone, opened);
  });
});
