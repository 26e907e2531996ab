import { strict as assert } from 'node:assert';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type RenderRequest, renderDocuments } from '../../../../src/platform/node/site/render-documents.js';
import { textsIn } from '../../../support/cli.js';
import { renderStub } from './stub-render.js';
import { cleanUp, documentPage, folderWith, SHARED } from './support.js';

/** More than are made without workers, and no multiple of what a thread is given at a time. */
const DOCUMENTS = 101;

const paths = Array.from({ length: DOCUMENTS }, (_, index) => `part-${index % 3}/page-${index}.md`);
const pages = paths.map(documentPage);
const WORKER = pathToFileURL(join(import.meta.dirname, 'stub-render-worker.mjs'));

describe('making the pages of documents', function () {
  this.timeout(60_000);
  let root: string;

  before(() => {
    root = folderWith(Object.fromEntries(paths.map((path, index) => [path, `# Page ${index}\n\n${'word '.repeat(index)}\n`])));
  });

  after(cleanUp);

  const run = async (more: Partial<RenderRequest> = {}, of = pages) => {
    const folder = folderWith();
    const { indexed, ...rest } = await renderDocuments(of, {
      root,
      folder,
      shared: SHARED,
      parserChoice: 'auto',
      render: renderStub,
      worker: WORKER,
      ...more,
    });
    return { ...rest, indexed: [...indexed], texts: textsIn(folder) };
  };

  it('writes every page, and gives what search knows of them in the order of the pages', async () => {
    const { indexed, texts, files, bytes, unreadable } = await run({ workers: 0 });
    assert.equal(files, Object.keys(texts).length);
    assert.deepEqual(unreadable, []);
    assert.deepEqual(
      indexed.map(({ page }) => page),
      pages.map(({ page }) => page),
    );
    assert.ok(indexed[7]?.words.split(' ').includes('word'), indexed[7]?.words);
    assert.match(texts['part-1/page-7.html'] ?? '', /part-1\/page-7\.md .* Guidance.*2 blocks/);
    assert.equal(
      Object.values(texts).reduce((sum, text) => sum + text.length, 0),
      bytes,
    );
  });

  it('writes the texts that search shows as files, and passes their places on', async () => {
    const { indexed, texts } = await run({ workers: 0 });
    for (const { text } of indexed) {
      assert.ok('file' in text);
      assert.ok(
        Object.keys(texts).some((path) => path.includes(text.file)),
        text.file,
      );
    }
  });

  it('leaves out of search what is not to be found, and takes documents that say the same', async () => {
    const own = folderWith({ 'a.md': 'the same', 'hidden.md': 'HIDDEN', 'z.md': 'the same' });
    const same = Array.from({ length: 70 }, (_, index) => ({ ...documentPage(index % 2 === 0 ? 'a.md' : 'z.md'), page: `p${index}.html` }));
    for (const workers of [0, 2]) {
      const { indexed, files, texts } = await run({ root: own, workers }, [documentPage('hidden.md'), ...same]);
      assert.deepEqual(
        indexed.map(({ page }) => page),
        same.map(({ page }) => page),
      );
      assert.equal(files, Object.keys(texts).length);
    }
  });

  it('does the same with any number of workers', async () => {
    const here = await run({ workers: 0 });
    assert.deepEqual(await run({ workers: 1 }), here);
    assert.deepEqual(await run({ workers: 3 }), here);
    assert.deepEqual(await run(), here);
  });

  it('tells how far it has come', async () => {
    for (const workers of [0, 2]) {
      const told: number[] = [];
      await run({ workers, progress: (done, total) => told.push(done * 1000 + total) });
      assert.equal(told.at(-1), DOCUMENTS * 1000 + DOCUMENTS);
      assert.deepEqual(
        told,
        [...told].sort((a, b) => a - b),
      );
    }
  });

  it('stops when it is asked to', async () => {
    for (const workers of [0, 2]) {
      let asked = 0;
      const throwIfCancelled = () => {
        if (++asked > 2) throw new Error('stopped');
      };
      await assert.rejects(run({ workers, throwIfCancelled }), /stopped/);
    }
  });

  it('fails where a page cannot be made', async () => {
    const broken = folderWith({ 'crash.md': 'CRASH' });
    for (const workers of [0, 1])
      await assert.rejects(run({ root: broken, workers }, [documentPage('crash.md')]), /This page cannot be made/);
  });

  it('makes here what a worker runs out of memory with, and comes to the same', async () => {
    const hoard = folderWith({ ...Object.fromEntries(paths.map((path) => [path, `# ${path}`])), [paths[40] ?? '']: 'HOARD' });
    const here = await run({ root: hoard, workers: 0 });
    const workerMemory = { maxOldGenerationSizeMb: 96 };
    const told: number[] = [];
    assert.deepEqual(await run({ root: hoard, workers: 2, workerMemory, progress: (done) => told.push(done) }), here);
    assert.equal(told.at(-1), DOCUMENTS);
    // Not one of them gets so far as to make a page.
    assert.deepEqual(await run({ root: hoard, workers: 2, workerMemory: { maxOldGenerationSizeMb: 8 } }), here);
  });

  it('gives a page without text to what cannot be read, and reads nothing outside the guidance folder', async () => {
    const other = folderWith({ 'secret.md': 'the secret' });
    const own = folderWith({ 'binary.md': new Uint8Array([0, 1, 2]) });
    symlinkSync(join(other, 'secret.md'), join(own, 'link.md'));
    const { unreadable, texts } = await run({ root: own }, ['binary.md', 'gone.md', 'link.md'].map(documentPage));
    assert.deepEqual(unreadable, ['binary.md', 'gone.md', 'link.md']);
    for (const page of ['binary.html', 'gone.html', 'link.html']) assert.match(texts[page] ?? '', /0 blocks<\/p>\n$/);
    assert.doesNotMatch(JSON.stringify(texts), /the secret/);
  });
});
