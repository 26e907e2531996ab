import { strict as assert } from 'node:assert';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from 'vscode-languageserver';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { buildOnce, cleanUp, dmap, page, temporaryGuidance } from '../../support/cli.js';
import { type ClientOptions, LanguageClient, uriOf } from '../../support/language-client.js';

const WATCHING = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };

let clients: LanguageClient[] = [];

async function start(folder: string, options?: ClientOptions): Promise<LanguageClient> {
  const client = await LanguageClient.start(folder, options);
  clients.push(client);
  return client;
}

const has = (code: string) => (found: readonly Diagnostic[]) => found.some((one) => one.code === code);
const hasNot = (code: string) => (found: readonly Diagnostic[]) => !found.some((one) => one.code === code);

describe('the language server', function () {
  this.timeout(120_000);
  before(buildOnce);
  after(cleanUp);
  afterEach(async () => {
    for (const client of clients) assert.equal(await client.stop(), 0);
    clients = [];
  });

  describe('while a document is typed in', () => {
    it('says what is wrong with the text as it is, and with which version', async () => {
      const root = temporaryGuidance({ 'one.md': page('One', 'See [two](two.md).'), 'listen.md': page('Listen', '') });
      const uri = uriOf(join(root, 'one.md'));
      const client = await start(root);
      await client.findings(uri, 'a link that leads nowhere', has('link-target'));
      await client.show(uri, page('One', 'See [two](two.md).'));
      const line = page('One', '').split('\n').length - 2;
      const version = await client.type(uri, { start: { line, character: 10 }, end: { line, character: 16 } }, 'listen.md');
      await client.findings(uri, 'no such link any more', hasNot('link-target'));
      await client.until('the version', () => client.published.get(uri)?.version === version);
      // Undone.
      const undone = await client.type(uri, { start: { line, character: 10 }, end: { line, character: 19 } }, 'two.md');
      await client.findings(uri, 'the old finding', has('link-target'));
      assert.equal(client.published.get(uri)?.version, undone);
    });

    it('publishes nothing about a version that is no longer the current one', async () => {
      const root = temporaryGuidance({ 'one.md': page('One', '') });
      const uri = uriOf(join(root, 'one.md'));
      const client = await start(root);
      let last = 0;
      for (let count = 0; count < 60; count++) last = await client.show(uri, page('One', count % 2 ? '[x](gone.md)' : 'y'));
      await client.until('the last version', () => client.published.get(uri)?.version === last);
      const versions = client.asked
        .filter(({ method, params }) => method === 'textDocument/publishDiagnostics' && (params as { uri: string }).uri === uri)
        .map(({ params }) => (params as { version?: number }).version ?? 0);
      assert.deepEqual(
        versions,
        [...versions].sort((a, b) => a - b),
      );
      assert.ok(has('link-target')(client.published.get(uri)?.diagnostics ?? []));
    });

    it('says what a change means for documents that are not open, and for those that are', async () => {
      const files = { 'one.md': page('One', '[Two](two.md#deep)'), 'two.md': page('Two', '## Deep') };
      const root = temporaryGuidance(files);
      const [one, two] = ['one.md', 'two.md'].map((path) => uriOf(join(root, path))) as [string, string];
      const client = await start(root);
      await client.show(two, files['two.md']);
      await client.show(two, page('Two', '## Shallow'));
      await client.findings(one, 'an anchor that is gone', has('link-heading'));
      await client.show(two, files['two.md']);
      await client.findings(one, 'no such finding', hasNot('link-heading'));
    });

    it('goes back to the file when a document is closed without being saved', async () => {
      const root = temporaryGuidance({ 'one.md': page('One', '') });
      const uri = uriOf(join(root, 'one.md'));
      const client = await start(root);
      await client.show(uri, page('One', '[x](gone.md)'));
      await client.findings(uri, 'a link that leads nowhere', has('link-target'));
      await client.close(uri);
      await client.findings(uri, 'no such finding', hasNot('link-target'));
    });

    it('knows a document that is on no disk yet', async () => {
      const root = temporaryGuidance({ 'one.md': page('One', '[x](new.md)') });
      const client = await start(root);
      const uri = uriOf(join(root, 'one.md'));
      await client.findings(uri, 'a link that leads nowhere', has('link-target'));
      await client.show(uriOf(join(root, 'new.md')), page('New', ''));
      await client.findings(uri, 'no such finding', hasNot('link-target'));
      await client.close(uriOf(join(root, 'new.md')));
      await client.findings(uri, 'the finding again', has('link-target'));
    });

    it('takes what is typed in the manifest', async () => {
      const root = temporaryGuidance({ 'one.md': page('One', '[x](gone.md)') });
      const client = await start(root);
      const uri = uriOf(join(root, 'one.md'));
      await client.findings(uri, 'a link that leads nowhere', has('link-target'));
      const manifest = readFileSync(join(root, 'guidance.yml'), 'utf8');
      await client.show(uriOf(join(root, 'guidance.yml')), `${manifest}\nexclude: ["one.md"]\n`);
      await client.findings(uri, 'nothing', (found) => found.length === 0);
      await client.close(uriOf(join(root, 'guidance.yml')));
      await client.findings(uri, 'the finding again', has('link-target'));
    });
  });

  describe('when files change outside the editor', () => {
    for (const [who, options] of [
      ['the client', { capabilities: WATCHING }],
      ['the server', {}],
    ] as const) {
      it(`follows what is written, renamed, deleted and checked out, watched by ${who}`, async () => {
        const root = temporaryGuidance({ 'one.md': page('One', '[x](two.md)') });
        const client = await start(root, options);
        const [one, two] = ['one.md', 'two.md'].map((path) => uriOf(join(root, path))) as [string, string];
        const tell = async (...paths: string[]) => {
          if (who === 'the client') await client.changedOutside(...paths.map((path) => join(root, path)));
        };
        await client.findings(one, 'a link that leads nowhere', has('link-target'));
        if (who === 'the client') {
          await client.until('a registration', () => client.asked.some(({ method }) => method === 'client/registerCapability'));
        }
        writeFileSync(join(root, 'two.md'), page('Two', '[y](gone.md)'));
        await tell('two.md');
        await client.findings(one, 'no finding any more', hasNot('link-target'));
        await client.findings(two, 'a finding in the new file', has('link-target'));
        renameSync(join(root, 'two.md'), join(root, 'three.md'));
        await tell('two.md', 'three.md');
        await client.findings(one, 'the finding again', has('link-target'));
        await client.findings(two, 'nothing', (found) => found.length === 0);
        await client.findings(uriOf(join(root, 'three.md')), 'the findings of the renamed file', has('link-target'));
        // Another branch: many at once, in a folder that was not there.
        mkdirSync(join(root, 'deep'));
        for (let count = 0; count < 20; count++) writeFileSync(join(root, `deep/${count}.md`), page(`Page ${count}`, '[z](gone.md)'));
        rmSync(join(root, 'three.md'));
        rmSync(join(root, 'one.md'));
        await tell('one.md', 'three.md', ...Array.from({ length: 20 }, (_, count) => `deep/${count}.md`));
        await client.findings(uriOf(join(root, 'deep/19.md')), 'a finding', has('link-target'));
        await client.findings(one, 'nothing', (found) => found.length === 0);
      });
    }

    it('lets an open document win over the disk', async () => {
      const root = temporaryGuidance({ 'one.md': page('One', '') });
      const uri = uriOf(join(root, 'one.md'));
      const client = await start(root, { capabilities: WATCHING });
      await client.show(uri, page('One', '[x](gone.md)'));
      await client.findings(uri, 'a link that leads nowhere', has('link-target'));
      writeFileSync(join(root, 'one.md'), page('Other', ''));
      await client.changedOutside(join(root, 'one.md'));
      const { items } = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri } });
      assert.ok(has('link-target')(items));
    });
  });

  describe('with several guidance folders', () => {
    it('serves each by its own manifest, wherever it lies, and documents outside the folders too', async () => {
      const [first, second] = [
        temporaryGuidance({ 'one.md': page('One', '[x](gone.md)') }),
        temporaryGuidance({ 'one.md': page('One', '[x](gone.md)') }),
      ];
      writeFileSync(join(second, 'guidance.yml'), `${readFileSync(join(second, 'guidance.yml'), 'utf8')}\nexclude: ["**"]\n`);
      mkdirSync(join(second, 'inside'));
      writeFileSync(join(second, 'inside/guidance.yml'), 'title: Inside\n');
      writeFileSync(join(second, 'inside/one.md'), page('One', '[x](gone.md)'));
      const client = await start(first, { folders: [join(second, '..')] });
      await client.findings(uriOf(join(second, 'inside/one.md')), 'a finding', has('link-target'));
      assert.equal(client.published.has(uriOf(join(first, 'one.md'))), false);
      await client.show(uriOf(join(first, 'one.md')), page('One', '[x](gone.md)'));
      await client.findings(uriOf(join(first, 'one.md')), 'a finding', has('link-target'));
      assert.ok(hasNot('link-target')(client.published.get(uriOf(join(second, 'one.md')))?.diagnostics ?? []));
    });

    it('takes folders that are added, and drops what it said of those that are removed', async () => {
      const [first, second] = [temporaryGuidance(), temporaryGuidance({ 'one.md': page('One', '[x](gone.md)') })];
      const uri = uriOf(join(second, 'one.md'));
      const client = await start(first, { capabilities: { workspace: { workspaceFolders: true } } });
      const folder = { uri: uriOf(second), name: 'second' };
      await client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [folder], removed: [] } });
      await client.findings(uri, 'a finding', has('link-target'));
      await client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [folder] } });
      await client.findings(uri, 'nothing', (found) => found.length === 0);
    });

    it('notices that a folder becomes a guidance folder of its own, and no longer is one', async () => {
      const root = temporaryGuidance({ 'part/one.md': page('One', '[x](../gone.md)') });
      const client = await start(root, { capabilities: WATCHING });
      const uri = uriOf(join(root, 'part/one.md'));
      await client.show(uri, page('One', '[x](../gone.md)'));
      await client.findings(uri, 'a link that leads nowhere', has('link-target'));
      writeFileSync(join(root, 'part/guidance.yml'), 'title: Part\n');
      await client.changedOutside(join(root, 'part/guidance.yml'));
      await client.findings(uri, 'a link that leaves the root', has('link-inside-root'));
      rmSync(join(root, 'part/guidance.yml'));
      await client.changedOutside(join(root, 'part/guidance.yml'));
      await client.findings(uri, 'a link that leads nowhere', (found) => has('link-target')(found) && hasNot('link-inside-root')(found));
    });
  });

  describe('asked for findings', () => {
    it('says that nothing has changed where nothing has', async () => {
      const root = temporaryGuidance({ 'one.md': page('One', '[x](gone.md)') });
      const client = await start(root, { initializationOptions: { diagnostics: 'pull' } });
      const textDocument = { uri: uriOf(join(root, 'one.md')) };
      const first = await client.request<{ kind: string; resultId: string }>('textDocument/diagnostic', { textDocument });
      assert.equal(first.kind, 'full');
      const again = await client.request<{ kind: string }>('textDocument/diagnostic', { textDocument, previousResultId: first.resultId });
      assert.equal(again.kind, 'unchanged');
      await client.show(textDocument.uri, page('One', ''));
      type All = { items: { uri: string; kind: string; items: unknown[] }[] };
      const all = await client.request<All>('workspace/diagnostic', {
        previousResultIds: [{ uri: textDocument.uri, value: first.resultId }],
      });
      assert.equal(all.items.find(({ uri }) => uri === textDocument.uri)?.kind, 'full');
      assert.equal(client.published.size, 0);
      assert.ok(client.result?.capabilities.diagnosticProvider);
    });

    it('leads from a code to the page about its rule', async () => {
      const root = temporaryGuidance({ 'one.md': page('One', '[x](gone.md)') });
      const client = await start(root);
      const found = await client.findings(uriOf(join(root, 'one.md')), 'a finding', has('link-target'));
      const href = found.find((one) => one.code === 'link-target')?.codeDescription?.href ?? '';
      assert.match(readFileSync(new URL(href), 'utf8'), /## Why/);
    });

    it('marks what is of no use any more', async () => {
      const root = temporaryGuidance({ 'one.md': page('One', '<!-- destination-map-disable-next-line link-target: why -->\nNo link.') });
      const client = await start(root);
      const found = await client.findings(uriOf(join(root, 'one.md')), 'a suppression that silences nothing', has('suppression-used'));
      assert.deepEqual(found.find((one) => one.code === 'suppression-used')?.tags, [1]);
    });

    it('counts in UTF-8 for a client that does', async () => {
      const root = temporaryGuidance({ 'one.md': page('One', '𝒳é [x](gone.md)') });
      const client = await start(root, { capabilities: { general: { positionEncodings: ['utf-8'] } } });
      assert.equal(client.result?.capabilities.positionEncoding, 'utf-8');
      const uri = uriOf(join(root, 'one.md'));
      const column = async () => {
        const found = await client.findings(uri, 'a finding', has('link-target'));
        return found.find((one) => one.code === 'link-target')?.range.start.character;
      };
      assert.equal(await column(), 7 + '[x]('.length);
      await client.show(uri, page('One', '𝒳é [x](gone.md)'));
      const line = page('One', '').split('\n').length - 2;
      // The é is two bytes, after four of the 𝒳.
      const version = await client.type(uri, { start: { line, character: 4 }, end: { line, character: 6 } }, '');
      await client.until('the version', () => client.published.get(uri)?.version === version);
      assert.equal(await column(), 5 + '[x]('.length);
    });
  });

  describe('in trouble', () => {
    it('answers a request that is cancelled with an error, never with nothing', async () => {
      const root = temporaryGuidance();
      const client = await start(root);
      const source = new CancellationTokenSource();
      const asked = client.request('workspace/diagnostic', { previousResultIds: [] }, source.token);
      source.cancel();
      // Where the answer was on its way already it is a whole one.
      const outcome = await asked.then(
        (answer) => ({ items: (answer as { items: unknown[] }).items.length, code: undefined }),
        (error: { code?: number }) => ({ items: 0, code: error.code }),
      );
      assert.ok(outcome.code === -32800 || outcome.items > 0, JSON.stringify(outcome));
    });

    it('survives messages that make no sense', async () => {
      const root = temporaryGuidance({ 'one.md': page('One', '[x](gone.md)') });
      const client = await start(root);
      const uri = uriOf(join(root, 'one.md'));
      await assert.rejects(client.request('no/such/method', {}));
      await assert.rejects(client.request('textDocument/diagnostic', {}));
      await client.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text: 'x' }] });
      await client.notify('textDocument/didClose', { textDocument: { uri: 'untitled:nothing' } });
      await client.notify('textDocument/didOpen', { nothing: true });
      await client.notify('workspace/didChangeWatchedFiles', {
        changes: [
          { uri: 'not a uri', type: 9 },
          { uri: 'untitled:x', type: 1 },
        ],
      });
      const body = '{ this is not JSON';
      client.process.stdin?.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
      await client.show('untitled:Untitled-1', '# Nothing');
      await client.show(uri, page('One', '[x](gone.md)'));
      const far = { start: { line: 900, character: 9 }, end: { line: 999, character: 0 } };
      await client.type(uri, far, '\n[y](gone-too.md)\n');
      await client.findings(uri, 'two findings', (found) => found.filter((one) => one.code === 'link-target').length === 2);
    });

    it('survives that the whole folder goes, and comes again', async () => {
      const root = temporaryGuidance({ 'one.md': page('One', '[x](gone.md)') });
      const client = await start(root, { capabilities: WATCHING });
      const uri = uriOf(join(root, 'one.md'));
      await client.findings(uri, 'a finding', has('link-target'));
      renameSync(root, `${root}-away`);
      await client.changedOutside(join(root, 'guidance.yml'), join(root, 'one.md'));
      await client.findings(uri, 'nothing', (found) => found.length === 0);
      renameSync(`${root}-away`, root);
      await client.changedOutside(join(root, 'guidance.yml'), join(root, 'one.md'));
      await client.findings(uri, 'a finding', has('link-target'));
    });

    it('says how it is started where it is started otherwise', () => {
      const { code, err } = dmap(temporaryGuidance(), ['lsp']);
      assert.equal(code, 2);
      assert.match(err, /dmap lsp --stdio/);
    });

    it('ends with 1 where it is told to end before it is told to shut down', async () => {
      const client = await LanguageClient.start(temporaryGuidance());
      const ended = new Promise((resolve) => client.process.on('exit', resolve));
      await client.notify('exit', {});
      assert.equal(await ended, 1);
    });
  });

  it('shows how far the reading is', async () => {
    const root = temporaryGuidance();
    const client = await start(root, { capabilities: { window: { workDoneProgress: true } } });
    await client.until('the end of the progress', () =>
      client.asked.some(({ method, params }) => method === '$/progress' && (params as { value: { kind: string } }).value.kind === 'end'),
    );
    assert.ok(client.asked.some(({ method }) => method === 'window/workDoneProgress/create'));
  });
});
