import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import type { Diagnostic, Message, PublishDiagnosticsParams } from 'vscode-languageserver';
import { buildOnce, PROJECT, page } from '../../support/cli.js';
import { rootIn } from '../../support/fixture-roots.js';

const ROOT = 'vscode-vfs://github/somebody/guidance';

/** What a client in a browser answers from: files, and no disk. */
function answer(method: string, params: { uri?: string; paths?: string[] }, files: ReadonlyMap<string, string>): unknown {
  if (method === 'destination-map/findRoot') return { root: params.uri?.startsWith(`${ROOT}/`) ? ROOT : null };
  if (method === 'destination-map/findRoots') return { roots: [ROOT] };
  if (method !== 'destination-map/readFiles') return null;
  const { paths } = params;
  return { files: [...files].filter(([path]) => !paths || paths.includes(path)).map(([path, text]) => ({ path, text })) };
}

/** Runs the built server as a worker would, with nothing of Node to hand, and talks to it. */
class WorkerClient {
  readonly published = new Map<string, readonly Diagnostic[]>();
  private readonly scope: { onmessage?: (event: { data: unknown }) => void };
  private readonly answers = new Map<number, (result: unknown) => void>();
  private count = 0;
  private waiting: (() => void)[] = [];

  constructor(files: ReadonlyMap<string, string>) {
    const postMessage = (message: Message & { id?: number; method?: string; params?: object; result?: unknown }) => {
      const { id, method, params = {} } = structuredClone(message);
      if (method === undefined) this.answers.get(id ?? -1)?.(message.result);
      else if (id !== undefined) this.post({ id, result: answer(method, params, files) });
      else if (method === 'textDocument/publishDiagnostics') {
        const { uri, diagnostics } = params as PublishDiagnosticsParams;
        this.published.set(uri, diagnostics);
        for (const wake of this.waiting.splice(0)) wake();
      }
    };
    const scope = {
      postMessage,
      addEventListener: () => undefined,
      setTimeout,
      clearTimeout,
      queueMicrotask,
      performance,
      console,
      URL,
      TextEncoder,
      TextDecoder,
    };
    this.scope = createContext({ ...scope, setInterval, clearInterval });
    Object.assign(this.scope, { self: this.scope });
    new Script(readFileSync(join(PROJECT, 'dist/server-browser.js'), 'utf8')).runInContext(this.scope);
  }

  notify(method: string, params: object): void {
    this.post({ method, params });
  }

  request(method: string, params: object): Promise<unknown> {
    const id = ++this.count;
    this.post({ id, method, params });
    return new Promise((resolve) => this.answers.set(id, resolve));
  }

  async findings(uri: string, are: (found: readonly Diagnostic[]) => boolean): Promise<void> {
    while (!are(this.published.get(uri) ?? [])) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  private post(message: object): void {
    setTimeout(() => this.scope.onmessage?.({ data: { jsonrpc: '2.0', ...message } }));
  }
}

describe('the language server in a browser', function () {
  this.timeout(60_000);
  before(buildOnce);

  it('lints and explains guidance that the client gives it, with nothing of Node', async () => {
    const files = new Map([...Object.entries(rootIn('test/fixtures/rule-base')), ['one.md', page('One', '[x](gone.md)')]]);
    const client = new WorkerClient(files);
    const uri = `${ROOT}/one.md`;
    await client.request('initialize', {
      processId: null,
      capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
      workspaceFolders: [{ uri: ROOT, name: 'guidance' }],
      initializationOptions: { today: '2026-09-01' },
    });
    client.notify('initialized', {});
    await client.findings(uri, (found) => found.some(({ code }) => code === 'link-target'));
    files.set('gone.md', page('Gone', ''));
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: `${ROOT}/gone.md`, type: 1 }] });
    await client.findings(uri, (found) => !found.some(({ code }) => code === 'link-target'));
    client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text: page('One', '[x](away.md)') } });
    await client.findings(uri, (found) => found.some(({ code }) => code === 'link-target'));
    const hover = await client.request('textDocument/hover', { textDocument: { uri }, position: { line: 2, character: 2 } });
    assert.match(JSON.stringify(hover), /markdown/);
    await client.request('shutdown', {});
  });
});
