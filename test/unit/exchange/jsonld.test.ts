import { strict as assert } from 'node:assert';
import jsonld from 'jsonld';
import { jsonldFiles } from '../../../src/exchange/jsonld/jsonld-files.js';
import type { ExchangeInput } from '../../../src/exchange/types.js';
import { cleanUp, temporaryGuidance } from '../../support/cli.js';
import { exchangeInputOf, GUIDANCE, HARBOUR } from '../../support/exchange-input.js';
import { datasetOf, type Quads } from '../../support/rdf.js';
import { shapeFindings } from '../../support/shacl.js';

const SKOS = 'http://www.w3.org/2004/02/skos/core#';
const SCHEMA = 'https://schema.org/';

describe('guidance as JSON-LD', function () {
  this.timeout(60_000);
  after(cleanUp);

  async function graphOf(root: string, more: Partial<ExchangeInput> = {}): Promise<Quads> {
    const [file, ...others] = [...jsonldFiles(await exchangeInputOf(root, more))];
    assert.ok(file && others.length === 0);
    return datasetOf(JSON.parse(String(file.content)));
  }

  it('is what the shapes ask for', async () => {
    for (const [root, drafts] of [
      [GUIDANCE, false],
      [HARBOUR, true],
    ] as const)
      assert.deepEqual(await shapeFindings(await graphOf(root, { drafts })), []);
  });

  it('is not, where something is wrong: the shapes can fail', async () => {
    const [file] = [...jsonldFiles(await exchangeInputOf(GUIDANCE))];
    const wrong = JSON.parse(String(file?.content).replace('"prefLabel": "Publics"', '"altLabel": "Publics"'));
    assert.match((await shapeFindings(await datasetOf(wrong))).join(), /prefLabel .*MinCount/);
  });

  it('has the framework as a scheme with its elements, and the parts below them', async () => {
    const graph = await graphOf(GUIDANCE);
    const [scheme = ''] = graph.subjects('type', `${SKOS}ConceptScheme`);
    assert.deepEqual(graph.values(scheme, `${SKOS}prefLabel`), ['Destination Map']);
    assert.equal(graph.values(scheme, `${SKOS}hasTopConcept`).length, graph.subjects('type', `${SKOS}Concept`).length - 5);
    const [quality = ''] = graph.subjects(`${SKOS}altLabel`, 'Quality assurance');
    assert.deepEqual(
      graph
        .subjects(`${SKOS}broader`, quality)
        .flatMap((part) => graph.values(part, `${SKOS}prefLabel`))
        .sort(),
      ['Delivery', 'Design', 'Impact'],
    );
    assert.deepEqual(graph.values(quality, `${SKOS}notation`), ['10']);
  });

  it('has guidance as learning resources that are aligned with elements', async () => {
    const graph = await graphOf(GUIDANCE);
    const [feedback = ''] = graph
      .subjects(`${SCHEMA}name`, 'Embedded and effective feedback culture')
      .filter((id) => graph.values(id, 'type').includes(`${SCHEMA}LearningResource`));
    const targets = graph.values(feedback, `${SCHEMA}educationalAlignment`).flatMap((one) => graph.values(one, `${SCHEMA}targetName`));
    for (const target of [
      '12: Embedded and effective feedback culture',
      'Organisations',
      '9: L&D functions support policing to be learning organisations',
    ])
      assert.ok(targets.includes(target), `${target} is none of ${targets.join('; ')}`);
    assert.deepEqual(graph.values(graph.values(feedback, `${SCHEMA}isPartOf`)[0] ?? '', `${SCHEMA}name`), [
      'The Destination Map applied to RASSO investigation',
    ]);
  });

  it('has addresses beside its identifiers, which stay as they are', async () => {
    const plain = await graphOf(GUIDANCE);
    const published = await graphOf(GUIDANCE, { addressOf: () => 'https://example.org/a%20page.html' });
    assert.deepEqual(await shapeFindings(published), []);
    assert.deepEqual(published.subjects('type', `${SKOS}Concept`), plain.subjects('type', `${SKOS}Concept`));
  });

  it('says its standing, and leaves drafts out unless they are wanted', async () => {
    const input = await exchangeInputOf(GUIDANCE);
    assert.match(String([...jsonldFiles(input)][0]?.content), /"rights": "This is an independent example/);
    const draft = '---\ntitle: Listening here\ntype: role\nstatus: draft\nsupports:\n  - criterion: listening\n---\n';
    const root = temporaryGuidance({ 'listening.md': draft });
    const resources = async (drafts: boolean) => (await graphOf(root, { drafts })).subjects('type', `${SCHEMA}LearningResource`).length;
    assert.deepEqual([await resources(false), await resources(true)], [0, 1]);
  });

  it('can be read by a processor of JSON-LD without asking a network', async () => {
    const [file] = [...jsonldFiles(await exchangeInputOf(GUIDANCE))];
    const documentLoader = async (url: string): Promise<never> => assert.fail(`It asks for ${url}`);
    const expanded = await jsonld.expand(JSON.parse(String(file?.content)), { documentLoader, safe: true } as jsonld.Options.Expand);
    assert.ok(Array.isArray(expanded));
    assert.ok(expanded.length > 60);
  });
});
