import { strict as assert } from 'node:assert';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type * as Library from '../../../src/index.js';
import { buildOnce } from '../../support/cli.js';

/** Enough for several workers to have more than one turn each. */
const DOCUMENTS = 300;
/** File systems keep times in steps: only what is older than this is believed by its stamp. */
const STEP = 2200;
const TODAY = '2026-09-01';

describe('a workspace on disk', () => {
  let library: typeof Library;
  let root: string;
  let cache: string;

  before(async function () {
    this.timeout(60_000);
    buildOnce();
    library = (await import(pathToFileURL(join(import.meta.dirname, '../../../dist/index.js')).href)) as typeof Library;
  });

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'dmap-root-'));
    cache = mkdtempSync(join(tmpdir(), 'dmap-cache-'));
    cpSync(join(import.meta.dirname, '../../fixtures/rule-base'), root, { recursive: true });
    for (let index = 0; index < DOCUMENTS; index++) writeFileSync(join(root, `page-${index}.md`), page(index));
  });

  afterEach(() => {
    for (const folder of [root, cache]) rmSync(folder, { recursive: true, force: true });
  });

  const run = async (options: Library.WorkspaceOptions = {}) =>
    library.lint(await library.openWorkspace(root, { today: TODAY, cache: false, ...options }));

  it('gives the same report with any number of workers and with either parser', async () => {
    const here = await run({ workers: 0 });
    assert.ok(here.diagnostics.length > DOCUMENTS);
    assert.deepEqual(await run({ workers: 1 }), here);
    assert.deepEqual(await run({ workers: 3 }), here);
    assert.deepEqual(await run({ parser: 'remark' }), here);
  });

  it('gives the same report with a cache in any state', async () => {
    await setTimeout(STEP);
    const without = await run();
    assert.deepEqual(await run({ cache, workers: 2 }), without, 'empty');
    assert.deepEqual(await run({ cache, workers: 2 }), without, 'full');
    writeFileSync(join(root, 'page-7.md'), `${page(7)}\n[broken](nowhere.md)\n`);
    assert.deepEqual(await run({ cache, workers: 2 }), await run(), 'one file changed');
    rmSync(join(root, 'page-8.md'));
    assert.deepEqual(await run({ cache }), await run(), 'one file gone');
  });

  it('believes no cache of another manifest, of other types or of another day', async () => {
    await setTimeout(STEP);
    const manifest = join(cache, 'other.yml');
    writeFileSync(manifest, 'title: Other\nframeworks: [framework.yml]\n');
    await run({ cache, configFile: manifest });
    assert.deepEqual(await run({ cache }), await run(), 'after a manifest from elsewhere');
    assert.deepEqual(await run({ cache, configFile: manifest }), await run({ configFile: manifest }), 'with it again');
    assert.deepEqual(await run({ cache, today: '2031-01-01' }), await run({ today: '2031-01-01' }), 'on another day');
    writeFileSync(join(root, 'memo.json'), '{ "type": "object" }');
    writeFileSync(join(root, 'guidance.yml'), 'title: T\nframeworks: [framework.yml]\nsources: sources.yml\ntypes: { memo: memo.json }\n');
    assert.deepEqual(await run({ cache }), await run(), 'with a type');
    writeFileSync(join(root, 'guidance.yml'), 'title: T\nframeworks: [framework.yml]\nsources: sources.yml\ntypes: { note: memo.json }\n');
    assert.deepEqual(await run({ cache }), await run(), 'with the type renamed');
  });

  it('runs rules of the caller’s own on every document, however many there are', async () => {
    const rule = library.rules.find((one) => one.id === 'link-text');
    assert.ok(rule && rule.meta.scope === 'document');
    const own = {
      ...rule,
      id: 'own',
      check: (context: { report: (finding: object) => void }) =>
        context.report({ messageId: Object.keys(rule.meta.messages)[0], at: { start: 0, end: 1 } }),
    };
    const { diagnostics } = await run({ rules: [own as Library.Rule], cache });
    assert.equal(diagnostics.filter((one) => one.ruleId === 'own').length, DOCUMENTS);
  });

  it('does without a cache that cannot be written', async () => {
    assert.deepEqual(await run({ cache: join(root, 'page-1.md') }), await run());
  });
});

function page(index: number): string {
  return `---\ntitle: Page ${index}\ntype: ${index % 3 === 0 ? 'memo' : 'page'}\nstatus: draft\n---\n\n# Page ${index}\n\n[Here](page-${index + 1}.md) we organize NHW meetings [@smith-2020, point 1.1].\n`;
}
