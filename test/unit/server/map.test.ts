import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import type { TextDocumentEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { GUIDANCE_CHANGED } from '../../../src/server/protocol/guidance.js';
import {
  type ElementResult,
  type LocateResult,
  MAP_REQUESTS,
  type MapResult,
  type WriteSectionResult,
} from '../../../src/server/protocol/map.js';
import { buildOnce, cleanUp } from '../../support/cli.js';
import { withSecondApplication } from '../../support/fixture-roots.js';
import { folderWith, LanguageClient, uriOf } from '../../support/language-client.js';

const CAPABILITIES = {
  workspace: { workspaceFolders: true, workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename'] } },
};

describe('the map that the server gives', function () {
  this.timeout(120_000);
  const files = withSecondApplication();
  const APPLICATION = 'tree-care';
  const MAP = `application/${APPLICATION}`;
  const GUIDANCE = Object.keys(files).find((path) => path.endsWith('tree-care/feedback-culture.md')) ?? '';
  let folder: string;
  let root: string;
  let client: LanguageClient;

  before(async () => {
    buildOnce();
    folder = folderWith(files);
    root = uriOf(folder);
    client = await LanguageClient.start(folder, { capabilities: CAPABILITIES, initializationOptions: { changes: true } });
    await client.until('the root is opened', () => client.asked.some(({ method }) => method === GUIDANCE_CHANGED));
  });
  after(async () => {
    await client.stop();
    cleanUp();
  });

  const uri = (path: string) => uriOf(join(folder, path));
  const ask = <T>(method: string, params: object) => client.request<T>(method, params);
  const shown = (known?: string) => ask<MapResult>(MAP_REQUESTS.map, { root, map: MAP, ...(known === undefined ? {} : { known }) });
  const show = (text: string) => client.show(uri(GUIDANCE), text);
  const criterion = ({ view }: MapResult, key: string) => view?.criteria.find((one) => one.key === key);

  it('names the maps of a root and draws one of them from a single view', async () => {
    const result = await shown();
    const [only] = result.roots;
    assert.equal(only?.uri, root);
    assert.ok(only.maps.length > 1 && only.maps.some(({ id }) => id === MAP));
    assert.deepEqual(result.chosen, { root, map: MAP });
    assert.equal(result.view?.application?.key, APPLICATION);
    const first = { root, map: only.maps[0]?.id };
    assert.deepEqual((await ask<MapResult>(MAP_REQUESTS.map, { root, map: 'application/gone' })).chosen, first);
    assert.deepEqual((await ask<MapResult>(MAP_REQUESTS.map, { root: `${root}/elsewhere` })).chosen, first);
    assert.deepEqual((await ask<MapResult>(MAP_REQUESTS.map, {})).chosen, first);
  });

  it('follows what is typed, and sends nothing where the map says the same', async () => {
    const text = files[GUIDANCE] ?? '';
    await show(text);
    const before = await shown();
    await show(text.replace(/\n$/, '\n\nAnother sentence.\n'));
    assert.equal((await shown(before.version)).view, undefined);
    await show(text.replace(/status: .*/, 'status: withdrawn'));
    const after = await shown(before.version);
    assert.equal(criterion(after, 'feedback-culture')?.state, 'missing');
    await client.close(uri(GUIDANCE));
    assert.equal(criterion(await shown(after.version), 'feedback-culture')?.state, criterion(before, 'feedback-culture')?.state);
  });

  it('sends the view of a root that was away and came back, whatever the client knew', async () => {
    const before = await shown();
    const folders = [{ uri: root, name: '' }];
    await client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: folders } });
    await client.notify('workspace/didChangeWorkspaceFolders', { event: { added: folders, removed: [] } });
    assert.equal((await shown(before.version)).view?.application?.key, APPLICATION);
  });

  it('says what of the framework the cursor is at, else what the document is about', async () => {
    const text = files[GUIDANCE] ?? '';
    await show(text);
    const document = TextDocument.create(uri(GUIDANCE), 'markdown', 1, text);
    const at = (offset: number, path = GUIDANCE) =>
      ask<ElementResult>(MAP_REQUESTS.elementAt, { uri: uri(path), position: document.positionAt(offset) });
    const place = await at(text.search(/domain: /) + 'domain: '.length);
    assert.equal(place.element?.kind, 'domain');
    assert.deepEqual([place.root, place.map], [root, MAP]);
    const body = await at(text.length);
    assert.deepEqual(body.element, { kind: 'criterion', key: 'feedback-culture' });
    await client.close(uri(GUIDANCE));
    const framework = files['destination-map.yml'] ?? '';
    const entry = TextDocument.create('x', 'yaml', 1, framework).positionAt(
      framework.indexOf('title:', framework.indexOf('key: publics')) + 8,
    );
    const inFile = await ask<ElementResult>(MAP_REQUESTS.elementAt, { uri: uri('destination-map.yml'), position: entry });
    assert.deepEqual([inFile.element, inFile.map], [{ kind: 'domain', key: 'publics' }, undefined]);
  });

  it('leads from a shape to the guidance, or to why there is none', async () => {
    const locate = (target: object) => ask<LocateResult | null>(MAP_REQUESTS.locate, { root, map: MAP, target });
    assert.equal((await locate({ kind: 'criterion', key: 'feedback-culture' }))?.uri, uri(GUIDANCE));
    assert.equal((await locate({ kind: 'domain', key: 'publics' }))?.uri, uri('destination-map.yml'));
    const heading = /\n## (.*)/.exec(files[GUIDANCE] ?? '')?.[1] ?? '';
    const section = await locate({ kind: 'document', path: GUIDANCE, section: heading });
    const lines = (files[GUIDANCE] ?? '').split('\n');
    assert.match(lines[section?.range.start.line ?? 0] ?? '', new RegExp(`^## ${heading}`));
    const { view } = await shown();
    assert.equal((await locate({ kind: 'hub', key: 'destination-map' }))?.uri, uri(view?.application?.path ?? ''));
    const missing = view?.criteria.find(({ state }) => state === 'missing')?.key ?? '';
    assert.equal(await locate({ kind: 'criterion', key: missing }), null);
    const explained = view?.criteria.find(({ state }) => state === 'planned' || state === 'not-applicable')?.key ?? '';
    const entry = await locate({ kind: 'criterion', key: explained });
    assert.equal(entry?.uri, uri(view?.application?.path ?? ''));
    const application = (files[view?.application?.path ?? ''] ?? '').split('\n');
    assert.match(application[entry?.range.start.line ?? 0] ?? '', new RegExp(`criterion: ${explained}`));
    assert.equal(await locate({ kind: 'criterion', key: 'no-such-criterion' }), null);
    assert.equal(await locate({ kind: 'document', path: '../outside.md' }), null);
  });

  it('adds a section that is missing, and finds one that is empty', async () => {
    const text = files[GUIDANCE] ?? '';
    const headings = [...text.matchAll(/\n## (.*)\n/g)].map(([, title = '']) => title);
    const [, title = ''] = headings;
    const start = text.indexOf(`\n## ${title}\n`);
    const end = text.indexOf('\n## ', start + 1);
    const write = (section: string) => ask<WriteSectionResult>(MAP_REQUESTS.writeSection, { root, path: GUIDANCE, section });
    const without = text.slice(0, start) + text.slice(end);
    await show(without);
    const added = await write(title);
    assert.ok('opens' in added && added.edit);
    const [change] = added.edit.documentChanges as TextDocumentEdit[];
    const after = TextDocument.applyEdits(TextDocument.create('x', 'markdown', 1, without), (change?.edits ?? []) as never);
    assert.match(TextDocument.create('x', 'markdown', 1, after).getText(added.range), /^To be written/);
    await show(`${text.slice(0, start)}\n## ${title}\n\nTo be written: something.\n${text.slice(end)}`);
    const found = await write(title);
    assert.ok('opens' in found && !found.edit);
    assert.ok('refused' in (await write('No such section')));
    await client.close(uri(GUIDANCE));
  });

  it('gives the map as one picture', async () => {
    const picture = await ask<string>(MAP_REQUESTS.picture, { root, map: MAP });
    assert.match(picture, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^>]* role="img"/);
    assert.match(picture, /prefers-color-scheme/);
    assert.doesNotMatch(await ask<string>(MAP_REQUESTS.picture, { root, map: MAP, paper: true }), /prefers-color-scheme/);
    assert.equal(await ask(MAP_REQUESTS.picture, { root: `${root}/elsewhere`, map: MAP }), null);
  });
});
