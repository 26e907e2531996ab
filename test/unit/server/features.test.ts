import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import type { CompletionList, Hover, Location, LocationLink, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { buildOnce, cleanUp, page } from '../../support/cli.js';
import { rootIn } from '../../support/fixture-roots.js';
import { folderWith, LanguageClient, uriOf } from '../../support/language-client.js';

const CAPABILITIES = {
  textDocument: { definition: { linkSupport: true }, rename: { prepareSupport: true } },
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename'] }, fileOperations: { willRename: true } },
};

describe('what the server offers in guidance/', function () {
  this.timeout(120_000);
  const files = rootIn('guidance');
  let root: string;
  let client: LanguageClient;

  before(async () => {
    buildOnce();
    root = folderWith(files);
    client = await LanguageClient.start(root, { capabilities: CAPABILITIES });
  });
  after(async () => {
    await client.stop();
    cleanUp();
  });

  const uri = (path: string) => uriOf(join(root, path));
  /** A document with its place of a text: where it begins, or so many characters further. */
  function at(path: string, text: string, further = 1) {
    const document = TextDocument.create(uri(path), 'markdown', 1, files[path] ?? '');
    const offset = document.getText().indexOf(text);
    assert.ok(offset >= 0, `There is no “${text}” in ${path}.`);
    return { textDocument: { uri: uri(path) }, position: document.positionAt(offset + further) };
  }
  const GUIDANCE = Object.keys(files).find((path) => /\ncriterion: feedback-culture\n/.test(files[path] ?? '')) ?? '';

  it('explains an element where it is named', async () => {
    const hover = await client.request<Hover>('textDocument/hover', at(GUIDANCE, 'criterion: feedback-culture', 12));
    assert.match((hover.contents as { value: string }).value, /feedback culture/i);
    assert.deepEqual(hover.range?.end.character, 'criterion: feedback-culture'.length);
  });

  it('leads to where an element is defined, and back to all that name it', async () => {
    const place = at(GUIDANCE, 'criterion: feedback-culture', 12);
    const [link] = await client.request<LocationLink[]>('textDocument/definition', place);
    assert.equal(link?.targetUri, uri('destination-map.yml'));
    const references = await client.request<Location[]>('textDocument/references', { ...place, context: { includeDeclaration: false } });
    assert.ok(references.some((one) => one.uri === uri(GUIDANCE)));
  });

  it('offers elements by their titles, in a text that is not saved', async () => {
    const text = (files[GUIDANCE] ?? '').replace('criterion: feedback-culture', 'criterion: ');
    await client.show(uri(GUIDANCE), text);
    const place = at(GUIDANCE, 'criterion: ', 'criterion: '.length);
    const { items } = await client.request<CompletionList>('textDocument/completion', place);
    const offer = items.find(({ textEdit }) => textEdit?.newText.trim() === 'feedback-culture');
    assert.match(offer?.label ?? '', /feedback culture/i);
    await client.close(uri(GUIDANCE));
  });

  it('renames a key everywhere in one change, by versions of what is open', async () => {
    const version = await client.show(uri(GUIDANCE), files[GUIDANCE] ?? '');
    const place = at(GUIDANCE, 'criterion: feedback-culture', 12);
    const prepared = await client.request<{ placeholder: string }>('textDocument/prepareRename', place);
    assert.equal(prepared.placeholder, 'feedback-culture');
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', { ...place, newName: 'culture-of-feedback' });
    const changes = (edit.documentChanges ?? []) as {
      textDocument: { uri: string; version: number | null };
      edits: { newText: string }[];
    }[];
    assert.equal(changes.find((one) => one.textDocument.uri === uri(GUIDANCE))?.textDocument.version, version);
    assert.equal(changes.find((one) => one.textDocument.uri === uri('destination-map.yml'))?.textDocument.version, null);
    await client.close(uri(GUIDANCE));
  });

  it('says why something cannot be renamed', async () => {
    const place = at(GUIDANCE, 'criterion: feedback-culture', 12);
    await assert.rejects(
      client.request('textDocument/rename', { ...place, newName: 'not a key!' }),
      (error: Error) => error.message.length > 10,
    );
  });

  it('keeps links right when a file is renamed', async () => {
    const files = [{ oldUri: uri(GUIDANCE), newUri: uri(GUIDANCE).replace(/[^/]+$/, 'renamed.md') }];
    const edit = await client.request<WorkspaceEdit | null>('workspace/willRenameFiles', { files });
    assert.match(JSON.stringify(edit), /renamed\.md/);
  });

  it('outlines a document, folds it, and knows what leads out of it', async () => {
    const { textDocument } = at(GUIDANCE, 'criterion: ');
    const symbols = await client.request<{ name: string }[]>('textDocument/documentSymbol', { textDocument });
    assert.ok(symbols.length > 0);
    const folds = await client.request<{ startLine: number; endLine: number }[]>('textDocument/foldingRange', { textDocument });
    assert.ok(folds.some(({ startLine, endLine }) => startLine === 0 && endLine > 5));
    const links = await client.request<{ target: string }[]>('textDocument/documentLink', { textDocument });
    assert.ok(links.some(({ target }) => target.startsWith(uri('destination-map.yml'))));
  });

  it('writes titles beside keys, and what there is to know above a document', async () => {
    const { textDocument } = at(GUIDANCE, 'criterion: ');
    const lenses = await client.request<{ command: { title: string } }[]>('textDocument/codeLens', { textDocument });
    assert.match(lenses.map(({ command }) => command.title).join(' · '), /refers? here/);
    const range = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
    const hints = await client.request<{ label: string }[]>('textDocument/inlayHint', { textDocument, range });
    assert.match(hints.map(({ label }) => label).join(' · '), /feedback culture/i);
  });

  it('mends what can be mended, and creates what is missing', async () => {
    const text = page('New', '[See](no-such-page.md) and [that](Readme.md).').replace('status: draft', 'status: drafty');
    const textDocument = { uri: uri('new.md') };
    await client.show(textDocument.uri, text);
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    type Action = { title: string; kind: string; edit: WorkspaceEdit; diagnostics?: { code: string }[] };
    const ask = (only?: string[]) =>
      client.request<Action[]>('textDocument/codeAction', { textDocument, range, context: { diagnostics: [], ...(only ? { only } : {}) } });
    const actions = await ask();
    assert.ok(actions.some(({ diagnostics }) => diagnostics?.some(({ code }) => code === 'field-choice')));
    assert.ok(actions.some(({ edit }) => edit.documentChanges?.some((change) => 'kind' in change && change.kind === 'create')));
    assert.ok((await ask(['quickfix'])).every(({ kind }) => kind === 'quickfix'));
    assert.ok((await ask(['source.fixAll'])).every(({ kind }) => kind === 'source.fixAll.destination-map'));
    await client.close(textDocument.uri);
  });

  it('finds names in all guidance', async () => {
    const found = await client.request<{ name: string; location: Location }[]>('workspace/symbol', { query: 'feedbackcult' });
    assert.ok(found.some(({ location }) => location.uri === uri(GUIDANCE)));
  });

  it('offers nothing outside guidance', async () => {
    const textDocument = { uri: uriOf(join(root, '../elsewhere.md')) };
    await client.show(textDocument.uri, '# Elsewhere');
    assert.equal(await client.request('textDocument/hover', { textDocument, position: { line: 0, character: 3 } }), null);
  });
});
