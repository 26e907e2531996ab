import { strict as assert } from 'node:assert';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import { CLIENT_REQUESTS } from '../../../src/server/protocol/client-files.js';
import { buildOnce, cleanUp, page } from '../../support/cli.js';
import { secondFramework } from '../../support/fixture-roots.js';
import { folderWith, LanguageClient, uriOf } from '../../support/language-client.js';

const ROOT = 'vscode-vfs://github/somebody/guidance';

describe('the server in Node, beside files that are on no disk', function () {
  this.timeout(120_000);
  before(buildOnce);
  after(cleanUp);

  const files = { ...secondFramework(), 'pages/away.md': page('Away', '[Gone](gone.md)') };
  const answer = (method: string, params: unknown): unknown => {
    const { uri = '', folder = '', paths } = params as { uri?: string; folder?: string; paths?: readonly string[] };
    if (method === CLIENT_REQUESTS.findRoot) return { root: uri.startsWith(ROOT) ? ROOT : null };
    if (method === CLIENT_REQUESTS.findRoots) return { roots: folder.startsWith(ROOT) ? [ROOT] : [] };
    if (method !== CLIENT_REQUESTS.readFiles) return null;
    return {
      files: Object.entries(files)
        .filter(([path]) => !paths || paths.includes(path))
        .map(([path, text]) => ({ path, text })),
    };
  };

  it('says of them what it says of those on a disk, and keeps to the disk there', async () => {
    const folder = folderWith(files);
    const client = await LanguageClient.start(folder, { folders: [folder, ROOT], answer });
    const away = await client.findings(`${ROOT}/pages/away.md`, 'a broken link', (found) =>
      found.some(({ code }) => code === 'link-target'),
    );
    const here = await client.findings(uriOf(`${folder}/pages/away.md`), 'a broken link', (found) => found.length > 0);
    assert.deepEqual(
      away.map(({ code, range }) => [code, range]),
      here.map(({ code, range }) => [code, range]),
    );
    assert.equal(await client.stop(), 0);
  });

  it('says what is wrong with an open document in itself before the others are read, and then the rest', async () => {
    const uri = `${ROOT}/pages/away.md`;
    const text = page('Away', 'To see it, click [here](gone.md).');
    let opened = () => {};
    const isOpen = new Promise<void>((resolve) => {
      opened = resolve;
    });
    const slow = async (method: string, params: unknown) => {
      if (method === CLIENT_REQUESTS.readFiles) await isOpen;
      return answer(method, params);
    };
    const client = await LanguageClient.start(folderWith(files), { folders: [ROOT], answer: slow });
    await client.show(uri, text);
    opened();
    await client.findings(uri, 'a broken link', (found) => found.some(({ code }) => code === 'link-target'));
    const said = client.asked.flatMap(({ method, params }) => {
      const { uri: of, version, diagnostics } = params as PublishDiagnosticsParams;
      return method === 'textDocument/publishDiagnostics' && of === uri ? [[version, ...diagnostics.map(({ code }) => code)]] : [];
    });
    assert.deepEqual(said, [
      [1, 'link-text'],
      [1, 'link-text', 'link-target'],
    ]);
    assert.equal(await client.stop(), 0);
  });

  it('goes on where the client cannot read any', async () => {
    const folder = folderWith(files);
    const client = await LanguageClient.start(folder, { folders: [folder, ROOT] });
    await client.findings(uriOf(`${folder}/pages/away.md`), 'a broken link', (found) => found.length > 0);
    await client.show('untitled:Untitled-1', '# Nothing\n');
    await client.settled();
    assert.equal(await client.stop(), 0);
  });
});
