import { strict as assert } from 'node:assert';
import {
  cpSync,
  type FSWatcher,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  watch as systemWatch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { LiveRoot } from '../../../src/platform/node/live-root.js';
import { RootWatch, type Stirred } from '../../../src/platform/node/watch-root.js';
import { Workspace } from '../../../src/platform/node/workspace.js';
import { rules } from '../../../src/rules/index.js';

const OPTIONS = { rules, today: '2026-09-01', cache: false, workers: 0 };

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dmap-live-'));
  cpSync(join(import.meta.dirname, '../../fixtures/rule-base'), root, { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const page = (title: string, link: string) =>
  `---\ntitle: ${title}\ntype: page\nstatus: draft\n---\n\n# ${title}\n\nSee [there](${link}).\n`;

/** The same root, opened anew. */
async function anew(overlay?: ReadonlyMap<string, string>) {
  const workspace = new Workspace(root, { ...OPTIONS, ...(overlay ? { overlay } : {}) });
  const { diagnostics } = await workspace.lint();
  const { snapshot } = await workspace.load();
  return { diagnostics, files: snapshot.filePaths, facts: [...snapshot.dataFiles, ...snapshot.markdown] };
}

function now(live: LiveRoot) {
  const { snapshot } = live;
  return { diagnostics: live.diagnostics(), files: snapshot.filePaths, facts: [...snapshot.dataFiles, ...snapshot.markdown] };
}

describe('a root that is kept up to date', function () {
  this.timeout(120_000);

  it('looks again only at what a change concerns', async () => {
    write('one.md', page('One', 'two.md'));
    write('three.md', page('Three', 'https://example.org'));
    const live = await LiveRoot.open(root, OPTIONS);
    assert.ok(live.diagnostics().some(({ path, ruleId }) => path === 'one.md' && ruleId === 'link-target'));
    write('two.md', page('Two', 'one.md'));
    const change = await live.apply(['two.md']);
    assert.equal(change.reloaded, false);
    assert.deepEqual(change.paths, ['two.md']);
    assert.ok(change.affected.has('one.md'));
    assert.ok(!change.affected.has('three.md'));
    assert.ok(!live.diagnostics().some(({ path, ruleId }) => path === 'one.md' && ruleId === 'link-target'));
  });

  it('does nothing where nothing has changed', async () => {
    const live = await LiveRoot.open(root, OPTIONS);
    const before = live.snapshot;
    assert.deepEqual((await live.apply(['guidance.yml', 'nowhere.md', '.git/index'])).paths, []);
    assert.deepEqual((await live.refresh()).paths, []);
    assert.equal(live.snapshot, before);
  });

  it('reads no document again for a register in which only what documents refer to has changed', async () => {
    const live = await LiveRoot.open(root, OPTIONS);
    const sources = live.sourceFor('sources.yml')?.text ?? '';
    write('sources.yml', sources.replace('- id: ', '- id: other-'));
    assert.equal((await live.apply(['sources.yml'])).reloaded, false);
    assert.deepEqual(now(live), await anew());
    rmSync(join(root, 'sources.yml'));
    await live.apply(['sources.yml']);
    assert.deepEqual(now(live), await anew());
    write('sources.yml', sources);
    await live.refresh();
    assert.deepEqual(now(live), await anew());
  });

  it('reads everything anew when something behind all documents changes', async () => {
    const live = await LiveRoot.open(root, OPTIONS);
    const manifest = live.sourceFor('guidance.yml')?.text ?? '';
    write('guidance.yml', `${manifest}\nexclude: ["**/*"]\n`);
    assert.equal((await live.apply(['guidance.yml'])).reloaded, true);
    assert.deepEqual(live.snapshot.markdown, []);
    assert.deepEqual(now(live), await anew());
  });

  it('survives a manifest and documents that are broken, and recovers', async () => {
    const live = await LiveRoot.open(root, OPTIONS);
    const before = now(live);
    const manifest = live.sourceFor('guidance.yml')?.text ?? '';
    write('guidance.yml', 'a: [');
    write('broken.md', '---\na: [\n---\n');
    writeFileSync(join(root, 'binary.md'), Buffer.from([0, 1, 2]));
    await live.apply(['guidance.yml', 'broken.md', 'binary.md']);
    assert.deepEqual(now(live), await anew());
    for (const path of ['broken.md', 'binary.md']) rmSync(join(root, path));
    write('guidance.yml', manifest);
    await live.refresh();
    assert.deepEqual(now(live), before);
  });

  it('takes in folders that come and go, and knows what is a root of its own or a link outside', async () => {
    const live = await LiveRoot.open(root, OPTIONS);
    write('deep/er/one.md', page('One', '../two.md'));
    await live.apply(['deep']);
    assert.deepEqual(now(live), await anew());
    renameSync(join(root, 'deep'), join(root, 'moved'));
    await live.apply(['deep', 'moved']);
    assert.deepEqual(now(live), await anew());
    write('moved/guidance.yml', 'title: Another\n');
    await live.apply(['moved/guidance.yml']);
    assert.deepEqual(now(live), await anew());
    assert.equal(live.snapshot.hasFile('moved/er/one.md'), false);
    symlinkSync('/etc/hostname', join(root, 'outside.md'));
    await live.apply(['outside.md']);
    assert.deepEqual(now(live), await anew());
    assert.equal(live.sourceFor('outside.md'), undefined);
  });

  it('says the same as a root opened anew, whatever has happened to its files', async () => {
    const names = ['a.md', 'b.md', 'folder/c.md', 'picture.png', 'glossary.yml'];
    const path = fc.constantFrom(...names);
    const step = fc.oneof(
      fc.record({ kind: fc.constant('write' as const), path, title: fc.constantFrom('One', 'Two', 'x: ['), link: path }),
      fc.record({ kind: fc.constant('remove' as const), path }),
      fc.record({ kind: fc.constant('move' as const), path, to: path }),
    );
    const live = await LiveRoot.open(root, OPTIONS);
    let count = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), fc.boolean(), async (steps, hinted) => {
        const touched = new Set<string>();
        for (const one of steps) {
          touched.add(one.path);
          if (one.kind === 'remove') rmSync(join(root, one.path), { force: true });
          // A title of another length every time: what is written twice within one tick of the clock looks the same else.
          else if (one.kind === 'write') write(one.path, page(`${one.title}${' more'.repeat(count++ % 7)}`, one.link));
          else {
            touched.add(one.to);
            mkdirSync(join(root, 'folder'), { recursive: true });
            try {
              renameSync(join(root, one.path), join(root, one.to));
            } catch {
              // There was nothing to move.
            }
          }
        }
        await (hinted ? live.apply(touched) : live.refresh());
        assert.deepEqual(now(live), await anew());
      }),
      { numRuns: 40 },
    );
  });
});

describe('a root with texts that an editor has open', function () {
  this.timeout(120_000);

  it('says of an open text what it would of a file, and goes back to the file once it is closed', async () => {
    write('one.md', page('One', 'two.md'));
    const live = await LiveRoot.open(root, OPTIONS);
    const before = now(live);
    assert.deepEqual((await live.setText('one.md', page('One', 'two.md'))).paths, []);
    const change = await live.setText('one.md', page('One', 'https://example.org'));
    assert.deepEqual([...change.affected], ['one.md']);
    assert.deepEqual(now(live), await anew(new Map([['one.md', page('One', 'https://example.org')]])));
    await live.setText('two.md', page('Two', 'one.md'));
    assert.equal(live.snapshot.hasFile('two.md'), true);
    await live.dropText('two.md');
    await live.dropText('one.md');
    assert.deepEqual(now(live), before);
  });

  it('does not mind what happens to an open file on the disk until it is closed', async () => {
    write('one.md', page('One', 'two.md'));
    const live = await LiveRoot.open(root, OPTIONS);
    await live.setText('one.md', page('Mine', 'two.md'));
    const mine = now(live);
    write('one.md', page('Theirs, and longer', 'two.md'));
    assert.deepEqual((await live.apply(['one.md'])).paths, []);
    rmSync(join(root, 'one.md'));
    await live.refresh();
    assert.deepEqual(now(live), mine);
    await live.dropText('one.md');
    assert.deepEqual(now(live), await anew());
  });

  it('takes the text of a file that has gone from the disk before anybody said so', async () => {
    write('one.md', page('One', 'listen.md'));
    const live = await LiveRoot.open(root, OPTIONS);
    rmSync(join(root, 'one.md'));
    await live.setText('one.md', page('One', 'nowhere.md'));
    await live.apply(['one.md']);
    assert.ok(live.diagnostics().some(({ path, ruleId }) => path === 'one.md' && ruleId === 'link-target'));
    await live.dropText('one.md');
    assert.deepEqual(now(live), await anew());
  });

  it('leaves alone what is no guidance, and what is no text on the disk', async () => {
    writeFileSync(join(root, 'binary.md'), Buffer.from([0, 1, 2]));
    const live = await LiveRoot.open(root, OPTIONS);
    const before = now(live);
    await live.setText('node_modules/a/readme.md', 'x');
    await live.setText('binary.md', '\0\u0001\u0002');
    assert.deepEqual(now(live), before);
  });

  it('says the same as a root opened anew with the same texts, whatever is typed, saved, closed and changed outside', async () => {
    const names = ['a.md', 'b.md', 'folder/c.md', 'picture.png', 'glossary.yml', 'sources.yml', 'guidance.yml', 'listen.md'];
    const path = fc.constantFrom(...names);
    const text = fc.oneof(
      fc.record({ title: fc.constantFrom('One', 'Two', 'x: ['), link: path }).map(({ title, link }) => page(title, link)),
      fc.constantFrom(
        '',
        '# A heading',
        'title: Root\nframeworks: [framework.yml]\nsources: sources.yml\n',
        'exclude: ["a.md"]\n',
        'sources: []\n',
      ),
    );
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.record({ kind: fc.constant('type' as const), path, text }) },
      fc.record({ kind: fc.constant('close' as const), path }),
      fc.record({ kind: fc.constant('write' as const), path, text }),
      fc.record({ kind: fc.constant('remove' as const), path }),
    );
    const live = await LiveRoot.open(root, OPTIONS);
    const open = new Map<string, string>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
        for (const one of steps) {
          if (one.kind === 'type') {
            open.set(one.path, one.text);
            await live.setText(one.path, one.text);
          } else if (one.kind === 'close') {
            open.delete(one.path);
            await live.dropText(one.path);
          } else {
            if (one.kind === 'write') write(one.path, one.text);
            else rmSync(join(root, one.path), { force: true });
            await live.apply([one.path]);
          }
        }
        assert.deepEqual(now(live), await anew(open));
      }),
      { numRuns: 60 },
    );
  });
});

describe('watching a root', function () {
  this.timeout(30_000);

  /** Waits until a path has been told, or everything has. */
  async function told(path: string, act: () => void): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => {
        watch.close();
        reject(new Error(`Nothing was told of ${path}.`));
      }, 20_000);
      const watch = new RootWatch(root, (stirred: Stirred) => {
        if (stirred !== 'everything' && ![...stirred].some((one) => one === path || path.startsWith(`${one}/`))) return;
        clearTimeout(late);
        watch.close();
        resolve();
      });
      act();
    });
  }

  it('tells of files that change, come and go, in folders too', async () => {
    mkdirSync(join(root, 'a/b'), { recursive: true });
    await told('a/b/new.md', () => write('a/b/new.md', 'x'));
    await told('a/b/new.md', () => write('a/b/new.md', 'xy'));
    await told('a/b/new.md', () => rmSync(join(root, 'a/b/new.md')));
    await told('guidance.yml', () => write('guidance.yml', 'title: Other\n'));
  });

  it('looks now and then where the watch of the root itself fails', async () => {
    for (const failing of ['at once', 'later']) {
      const watchers: FSWatcher[] = [];
      const watchPlace = ((...about: Parameters<typeof systemWatch>) => {
        if (failing === 'at once') throw Object.assign(new Error('no watch'), { code: 'EINVAL' });
        watchers.push(systemWatch(...about));
        return watchers.at(-1);
      }) as typeof systemWatch;
      const stirred = await new Promise<Stirred>((resolve) => {
        const watch = new RootWatch(
          root,
          (what) => {
            watch.close();
            resolve(what);
          },
          watchPlace,
        );
        watchers[0]?.emit('error', new Error('the watch has ended'));
      });
      assert.equal(stirred, 'everything', failing);
    }
  });

  it('tells of what happens in a folder that came later, and again after it was replaced', async () => {
    const seen = new Set<string>();
    const watch = new RootWatch(root, (stirred) => {
      for (const path of stirred === 'everything' ? ['everything'] : stirred) seen.add(path);
    });
    const until = async (path: string) => {
      for (let tries = 0; !seen.has(path) && !seen.has('everything'); tries++) {
        assert.ok(tries < 400, `Nothing was told of ${path}.`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      seen.clear();
    };
    try {
      for (let round = 0; round < 2; round++) {
        mkdirSync(join(root, 'late'));
        await until('late');
        write('late/one.md', 'x');
        await until('late/one.md');
        rmSync(join(root, 'late'), { recursive: true });
        await until('late');
      }
    } finally {
      watch.close();
    }
  });
});
