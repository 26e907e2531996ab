import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkspaceEdit } from 'vscode-languageserver';
import type { OverviewPart } from '../../../src/language/overview/overview.js';
import type { DocumentPreview } from '../../../src/language/preview/document-preview.js';
import { CREATE_REQUESTS, type CreateResult, type NewFile, type NewFolderParams } from '../../../src/server/protocol/create.js';
import { GUIDANCE_CHANGED, GUIDANCE_REQUESTS, type GuidanceRoot, type OverviewResult } from '../../../src/server/protocol/guidance.js';
import { buildOnce, cleanUp, PROJECT } from '../../support/cli.js';
import { withSecondApplication } from '../../support/fixture-roots.js';
import { folderWith, LanguageClient, uriOf } from '../../support/language-client.js';

const PARTS: readonly OverviewPart[] = ['findings', 'coverage', 'applications', 'frameworks', 'reviews', 'sources'];
const CAPABILITIES = { workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename'] } } };

describe('what the server says of whole roots', function () {
  this.timeout(120_000);
  const files = withSecondApplication();
  const GUIDANCE = Object.keys(files).find((path) => path.endsWith('tree-care/feedback-culture.md')) ?? '';
  let folder: string;
  let root: string;
  let client: LanguageClient;

  before(async () => {
    buildOnce();
    folder = folderWith(files);
    root = uriOf(folder);
    client = await LanguageClient.start(folder, { capabilities: CAPABILITIES, initializationOptions: { changes: true } });
    await client.settled();
  });
  after(async () => {
    await client.stop();
    cleanUp();
  });

  const uri = (path: string) => uriOf(join(folder, path));
  const overview = async () => {
    const found = await client.request<OverviewResult>(GUIDANCE_REQUESTS.overview, { root, parts: PARTS });
    assert.ok(found);
    return found;
  };
  const created = (made: CreateResult) => ('files' in made ? made.files.map((file) => file.uri.slice(root.length + 1)) : []);

  it('names the roots that are served', async () => {
    const roots = await client.request<GuidanceRoot[]>(GUIDANCE_REQUESTS.roots, {});
    assert.deepEqual(
      roots.map((one) => one.uri),
      [root],
    );
  });

  it('lists applications with their criteria, domains, reviews and sources', async () => {
    const { applications, frameworks, sources, reviews } = await overview();
    const found = applications.find(({ key }) => key === 'tree-care');
    assert.ok(found && found.criteria.length > 0 && found.domains.length > 0);
    assert.ok(found.criteria.some(({ path }) => path === GUIDANCE));
    assert.ok(found.covered <= found.applicable && found.applicable <= found.criteria.length);
    assert.ok(frameworks.length > 0 && sources.length > 0 && reviews.length > 0);
    const cited = sources.flatMap(({ citedBy }) => citedBy);
    assert.ok(cited.every(({ path }) => path in files));
  });

  it('says that something has changed, and then what', async () => {
    const before = await overview();
    const text = files[GUIDANCE] ?? '';
    await client.show(uri(GUIDANCE), text.replace(/^status: .*$/m, 'status: none-such'));
    await client.settled();
    assert.ok(client.asked.some(({ method }) => method === GUIDANCE_CHANGED));
    const after = await overview();
    assert.equal(after.findings.errors, before.findings.errors + 1);
    const criterion = after.applications.flatMap(({ criteria }) => criteria).find(({ path }) => path === GUIDANCE);
    assert.equal(criterion?.findings.errors, 1);
    await client.show(uri(GUIDANCE), text);
  });

  it('gives only what is asked for, and passes over what there is not', async () => {
    const found = await client.request(GUIDANCE_REQUESTS.overview, { root, parts: ['coverage', 'none-such', 'constructor'] });
    assert.deepEqual(Object.keys(found as object), ['title', 'coverage']);
  });

  it('answers null for a root that is not served', async () => {
    assert.equal(await client.request(GUIDANCE_REQUESTS.overview, { root: 'file:///none/such', parts: PARTS }), null);
  });

  it('gives the files of a new guidance folder', async () => {
    const made = await client.request<NewFile[]>(CREATE_REQUESTS.newFolder, { title: 'Tree care', today: '2026-09-01' });
    const paths = made.map(({ path }) => path);
    assert.deepEqual(paths.slice(0, 4), ['guidance.yml', 'framework.yml', 'sources.yml', 'glossary.yml']);
    assert.match(made[0]?.text ?? '', /^title: Tree care$/m);
  });

  it('takes a framework that the client gives, with the works that it cites', async () => {
    const read = (file: string) => readFileSync(join(PROJECT, 'guidance', file), 'utf8');
    const framework = { path: 'destination-map.yml', text: read('destination-map.yml') };
    const params: NewFolderParams = { title: 'Learning', today: '2026-09-01', framework, register: read('sources.yml') };
    const made = await client.request<NewFile[]>(CREATE_REQUESTS.newFolder, params);
    assert.deepEqual(made[1], framework);
    assert.match(made[0]?.text ?? '', /^frameworks: \[destination-map\.yml\]$/m);
    const sources = made[2]?.text ?? '';
    assert.match(sources, /^ {2}- id: destination-map-slides\n {4}type: document\n {4}title: "Police Learning & Development 2025/m);
    assert.doesNotMatch(sources, /To be written|^ {4}points:/m);
  });

  it('gives an application with a document for each criterion, or says why not', async () => {
    const framework = (await overview()).frameworks[0]?.key ?? '';
    const make = (title: string) => client.request<CreateResult>(CREATE_REQUESTS.newApplication, { root, title, framework });
    const made = await make('River care');
    const paths = created(made);
    assert.equal(paths[0], 'river-care/index.md');
    assert.ok(paths.length > 1);
    assert.deepEqual(await make('…'), {
      refused: '“…” has no letter or digit that a key could be made of. Give a title such as “Tree care”.',
    });
    const again = await make('Tree care');
    assert.match('refused' in again ? again.refused : '', /^There is an application “tree-care” already: /);
  });

  it('gives a draft of guidance on a criterion where there is none, and refuses to write it twice', async () => {
    const application = (await overview()).applications.find(({ key }) => key === 'tree-care');
    const write = (criterion: string) =>
      client.request<CreateResult>(CREATE_REQUESTS.writeGuidance, { root, application: 'tree-care', criterion });
    const open = application?.criteria.find(({ path }) => path === undefined);
    const written = application?.criteria.find(({ path }) => path !== undefined);
    assert.ok(open && written);
    const made = await write(open.key);
    assert.equal(created(made).length, 1);
    assert.deepEqual(await write(written.key), { refused: `There is guidance on “${written.shortTitle}” already.` });
    assert.deepEqual(await write('none-such'), { refused: 'There is no criterion “none-such” in an application “tree-care” any more.' });
  });

  it('marks a document as reviewed today, once', async () => {
    const mark = () => client.request<WorkspaceEdit | null>(CREATE_REQUESTS.markReviewed, { uri: uri(GUIDANCE) });
    const edit = await mark();
    assert.ok(JSON.stringify(edit).includes('last_reviewed_on: 2026-09-01') || JSON.stringify(edit).includes('2026-09-01'));
    const text = files[GUIDANCE] ?? '';
    const reviewed = text.replace(/^last_reviewed_on: .*\n/m, '').replace(/^status: /m, 'last_reviewed_on: 2026-09-01\nstatus: ');
    await client.show(uri(GUIDANCE), reviewed);
    assert.equal(await mark(), null);
    await client.show(uri(GUIDANCE), text);
  });

  it('tells the coverage as Markdown', async () => {
    const report = await client.request<string>(CREATE_REQUESTS.coverageReport, { root });
    assert.match(report, /^## /);
    assert.match(report, /\d+ of \d+ criteria covered/);
  });

  it('says how a document is shown to be read', async () => {
    const text = files[GUIDANCE] ?? '';
    const source = (await overview()).sources[0];
    assert.ok(source);
    await client.show(uri(GUIDANCE), `${text}\nSee [[feedback-culture]] and [@${source.id}], but not [@none-such].\n`);
    const preview = await client.request<DocumentPreview>(GUIDANCE_REQUESTS.preview, { uri: uri(GUIDANCE) });
    const shown = new Map(preview.replacements.map((one) => [one.written, one]));
    assert.equal(shown.get('[[feedback-culture]]')?.href, 'feedback-culture.md');
    assert.match(shown.get(`[@${source.id}]`)?.shown ?? '', /^\(.+\)$/);
    assert.equal(shown.has('[@none-such]'), false);
    const type = preview.details.find(({ name }) => name === 'Criterion');
    assert.ok(type && type.values.length === 1);
    const values = (name: string) => preview.details.find((one) => one.name === name)?.values;
    assert.deepEqual(values('Type'), ['Guidance on a criterion']);
    assert.match(values('Status')?.[0] ?? '', /^(Draft|In review|Published)$/);
    await client.show(uri(GUIDANCE), text);
  });

  it('shows findings at the level that a person chose for their editor', async () => {
    const text = (files[GUIDANCE] ?? '').replace(/^status: .*$/m, 'status: none-such');
    const severities = async () => {
      await client.show(uri(GUIDANCE), text);
      await client.settled();
      return (client.published.get(uri(GUIDANCE))?.diagnostics ?? [])
        .filter(({ code }) => code === 'field-choice')
        .map((one) => one.severity);
    };
    assert.deepEqual(await severities(), [1]);
    const choose = (level: string) =>
      client.connection.sendNotification('workspace/didChangeConfiguration', {
        settings: { destinationMap: { rules: { 'field-choice': level, 'no-rule': 'off', 'link-target': 7 } } },
      });
    // What views count is what the list of problems has.
    const counted = async () => {
      const { findings, applications } = await overview();
      const criterion = applications.flatMap(({ criteria }) => criteria).find(({ path }) => path === GUIDANCE);
      return { errors: findings.errors, warnings: findings.warnings, ofCriterion: criterion?.findings };
    };
    const { errors, warnings, ofCriterion } = await counted();
    assert.ok(ofCriterion && errors > 0);
    await choose('warning');
    assert.deepEqual(await severities(), [2]);
    assert.deepEqual(await counted(), {
      errors: errors - 1,
      warnings: warnings + 1,
      ofCriterion: { ...ofCriterion, errors: ofCriterion.errors - 1, warnings: ofCriterion.warnings + 1 },
    });
    await choose('off');
    assert.deepEqual(await severities(), []);
    const shown = await counted();
    assert.deepEqual([shown.errors, shown.warnings], [errors - 1, warnings]);
    await choose('default');
    assert.deepEqual(await severities(), [1]);
    assert.deepEqual(await counted(), { errors, warnings, ofCriterion });
    await client.show(uri(GUIDANCE), files[GUIDANCE] ?? '');
  });
});
