import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import type { Range, TextDocumentEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DetailsChange } from '../../../src/language/details/panel/change.js';
import { DETAILS_REQUESTS, type DetailsResult, type EditDetailsResult } from '../../../src/server/protocol/details.js';
import { buildOnce, cleanUp } from '../../support/cli.js';
import { withSecondApplication } from '../../support/fixture-roots.js';
import { folderWith, LanguageClient, uriOf } from '../../support/language-client.js';

const CAPABILITIES = { workspace: { workspaceEdit: { documentChanges: true } } };

describe('the details that the server gives', function () {
  this.timeout(120_000);
  const files = withSecondApplication();
  const path = Object.keys(files).find((name) => name.endsWith('tree-care/feedback-culture.md')) ?? '';
  const text = files[path] ?? '';
  let client: LanguageClient;
  let uri: string;
  let folder: string;

  before(async () => {
    buildOnce();
    folder = folderWith(files);
    uri = uriOf(join(folder, path));
    client = await LanguageClient.start(folder, { capabilities: CAPABILITIES });
    await client.settled();
  });
  after(async () => {
    await client.stop();
    cleanUp();
  });
  afterEach(() => client.close(uri));

  const ask = () => client.request<DetailsResult | null>(DETAILS_REQUESTS.details, { uri });
  const edit = (version: number | null, change: DetailsChange) =>
    client.request<EditDetailsResult | null>(DETAILS_REQUESTS.edit, { uri, version, change });

  /** The text after what the server answers. */
  function applied(result: EditDetailsResult | null, before: string): string {
    assert.ok(result && 'edit' in result && result.edit, JSON.stringify(result));
    const [change, ...others] = (result.edit.documentChanges ?? []) as TextDocumentEdit[];
    assert.ok(change && others.length === 0);
    return TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 0, before), change.edits as never);
  }

  it('are those of the text as it is typed, with its version', async () => {
    assert.equal((await ask())?.version, null);
    const version = await client.show(uri, text.replace(/^title: .*$/m, 'title: Another title').replace(/^status: .*$/m, 'status: done'));
    const result = await ask();
    assert.equal(result?.version, version);
    assert.ok(result.details.state === 'form');
    const title = result.details.fields.find((field) => field.path[0] === 'title');
    assert.ok(title?.control.kind === 'text');
    assert.equal(title.control.value, 'Another title');
    const status = result.details.fields.find((field) => field.path[0] === 'status');
    assert.match(status?.problems[0]?.message ?? '', /done/);
  });

  it('are edited by a change of that version', async () => {
    const version = await client.show(uri, text);
    const result = await edit(version, { path: ['status'], value: 'withdrawn' });
    assert.equal(applied(result, text), text.replace(/^status: [\w-]+/m, 'status: withdrawn'));
    const changes = (result && 'edit' in result && result.edit?.documentChanges) || [];
    assert.equal((changes[0] as TextDocumentEdit).textDocument.version, version);
    assert.deepEqual(await edit(version, { path: ['lang'], remove: true }), { edit: null });
  });

  it('are not edited once the document is another one', async () => {
    const version = await client.show(uri, text);
    await client.show(uri, `${text}\nMore.\n`);
    assert.deepEqual(await edit(version, { path: ['status'], value: 'draft' }), { stale: true });
  });

  it('say why a change cannot be made', async () => {
    const version = await client.show(uri, text);
    const result = await edit(version, { path: ['gaps', 99, 'about'], value: 'x' });
    assert.ok(result && 'refused' in result && result.refused !== '');
  });

  it('say where a field is, and what keeps front matter from being read', async () => {
    await client.show(uri, text);
    const place = (path?: string[]) => client.request<Range | null>(DETAILS_REQUESTS.place, { uri, ...(path ? { path } : {}) });
    const status = await place(['status']);
    assert.equal(text.split('\n')[status?.start.line ?? 0]?.slice(0, 8), 'status: ');
    await client.show(uri, '---\ntitle: [A\n---\n');
    const broken = await ask();
    assert.ok(broken?.details.state === 'unreadable' && broken.details.problems.length > 0);
    assert.ok(((await place())?.start.line ?? 0) <= 2);
  });

  it('are none of what is no guidance', async () => {
    const other = uriOf(join(folder, '..', 'elsewhere.md'));
    assert.equal(await client.request(DETAILS_REQUESTS.details, { uri: other }), null);
  });
});
