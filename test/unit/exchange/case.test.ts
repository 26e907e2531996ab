import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { validate, version } from 'uuid';
import { caseFiles } from '../../../src/exchange/case/case-files.js';
import type { CFPackage } from '../../../src/exchange/case/types.js';
import { uuidOf } from '../../../src/exchange/plan/identifiers.js';
import type { ExchangeInput } from '../../../src/exchange/types.js';
import { readCasePackage } from '../../support/case-package.js';
import { cleanUp, PROJECT, temporaryGuidance } from '../../support/cli.js';
import { exchangeInputOf, GUIDANCE, HARBOUR } from '../../support/exchange-input.js';
import { runs } from '../../support/property.js';

const FRAMEWORK = readFileSync(join(PROJECT, 'test/fixtures/rule-base/framework.yml'), 'utf8');

describe('packages of CASE 1.1', () => {
  after(cleanUp);

  async function packages(root: string, more: Partial<ExchangeInput> = {}): Promise<CFPackage[]> {
    return [...caseFiles(await exchangeInputOf(root, more))].map(({ content }) => readCasePackage(String(content)));
  }

  it('have every element and every part', async () => {
    const [made, ...others] = await packages(GUIDANCE);
    assert.deepEqual(others, []);
    assert.equal(made?.CFDocument.title, 'Destination Map');
    assert.equal(made.CFDocument.version, '2019');
    const types = (title: string) => made.CFItems.filter((item) => item.CFItemType === title);
    assert.equal(types('Criterion').length, 17 + 3);
    assert.equal(types('Attribute').length, 9 + 2);
    assert.equal(types('Core domain').length, 3);
    assert.ok(made.CFItems.some((item) => item.humanCodingScheme === '10b' && item.fullStatement === 'Delivery'));
  });

  it('say what is part of what, in the tree and as parts', async () => {
    const [made] = await packages(GUIDANCE);
    const quality = made?.CFItems.find(({ humanCodingScheme, CFItemType }) => humanCodingScheme === '10' && CFItemType === 'Criterion');
    const parts = (type: string) =>
      made?.CFAssociations.filter((one) => one.associationType === type && one.destinationNodeURI.identifier === quality?.identifier);
    assert.deepEqual(
      parts('isPartOf')?.map(({ originNodeURI }) => originNodeURI.title),
      ['Design', 'Delivery', 'Impact'],
    );
    assert.equal(parts('isChildOf')?.length, 3);
  });

  it('say what is related, once and in the group of the application that says so', async () => {
    const [made] = await packages(GUIDANCE);
    const [group] = made?.CFDefinitions.CFAssociationGroupings ?? [];
    assert.equal(group?.title, 'The Destination Map applied to RASSO investigation');
    const between = made?.CFAssociations.filter(({ associationType: type, originNodeURI: from, destinationNodeURI: to }) => {
      const titles = [from.title, to.title];
      return type === 'isRelatedTo' && titles.includes('Feedback culture') && titles.includes('Reflective practice');
    });
    // The criterion, and the learning practice of the same name.
    assert.equal(between?.length, 2);
    for (const one of between) assert.deepEqual(one.CFAssociationGroupingURI?.identifier, group.identifier);
  });

  it('say what has been replaced by what', async () => {
    const replaced = FRAMEWORK.replace('title: Listening to neighbours }', 'title: Listening to neighbours, replaced_by: sharing }');
    const root = temporaryGuidance({ 'framework.yml': replaced });
    const [made] = await packages(root);
    const found = made?.CFAssociations.filter(({ associationType }) => associationType === 'replacedBy') ?? [];
    assert.deepEqual(
      found.map(({ originNodeURI, destinationNodeURI }) => [originNodeURI.title, destinationNodeURI.title]),
      [['Listening to neighbours', 'Sharing what was learnt']],
    );
  });

  it('are made of a framework of another shape too', async () => {
    const [made] = await packages(HARBOUR);
    assert.ok(made && made.CFItems.length > 40);
  });

  it('have addresses where there is a site, and keep their identifiers', async () => {
    const [plain] = await packages(GUIDANCE);
    const [made] = await packages(GUIDANCE, { addressOf: () => 'https://example.org/page.html' });
    assert.equal(made?.CFDocument.uri, 'https://example.org/page.html');
    assert.deepEqual(
      made.CFItems.map(({ identifier }) => identifier),
      plain?.CFItems.map(({ identifier }) => identifier),
    );
  });

  it('tell when what they are made from was changed', async () => {
    const [made] = await packages(GUIDANCE, { lastModified: { 'destination-map.yml': '2026-01-02' } });
    assert.equal(made?.CFDocument.lastChangeDateTime, '2026-01-02T00:00:00Z');
  });
});

describe('the identifiers of exports', () => {
  it('have never changed', () => {
    assert.equal(uuidOf('element', 'destination-map', 'criterion', 'feedback-culture'), '09336524-8d43-5c03-9439-8669fed94efe');
  });

  it('are of version 5, the same for the same keys, and different for others', () => {
    const keys = fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(keys, keys, (one, other) => {
        const made = uuidOf(...one);
        assert.ok(validate(made) && version(made) === 5);
        assert.equal(made, uuidOf(...one));
        assert.equal(made === uuidOf(...other), JSON.stringify(one) === JSON.stringify(other));
      }),
      runs(500),
    );
  });
});
