import { strict as assert } from 'node:assert';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { CFPackage } from '../../src/exchange/case/types.js';
import { CASE_PACKAGE } from './case-rules.js';

const ajv = new Ajv2020({ allErrors: true });
addFormats.default(ajv);
const isPackage = ajv.compile(CASE_PACKAGE);

/** Reads a file of CASE 1.1. @throws AssertionError where it is no package as the standard has them, or not whole */
export function readCasePackage(text: string): CFPackage {
  const made = JSON.parse(text) as CFPackage;
  assert.ok(isPackage(made), ajv.errorsText(isPackage.errors));
  assertWhole(made);
  return made;
}

/** What a schema cannot say: identifiers are unique, references lead somewhere, and everything hangs in the tree once. */
function assertWhole({ CFDocument, CFItems, CFAssociations, CFDefinitions }: CFPackage): void {
  const { CFItemTypes, CFAssociationGroupings } = CFDefinitions;
  const all = [CFDocument, ...CFItems, ...CFAssociations, ...CFItemTypes, ...CFAssociationGroupings].map(({ identifier }) => identifier);
  assert.equal(new Set(all).size, all.length);
  const nodes = new Set([CFDocument, ...CFItems].map(({ identifier }) => identifier));
  for (const { originNodeURI: from, destinationNodeURI: to, CFAssociationGroupingURI: group } of CFAssociations) {
    assert.ok(nodes.has(from.identifier) && nodes.has(to.identifier) && from.identifier !== to.identifier);
    assert.ok(!group || CFAssociationGroupings.some(({ identifier }) => identifier === group.identifier));
  }
  for (const { CFItemTypeURI } of CFItems) assert.ok(CFItemTypes.some(({ identifier }) => identifier === CFItemTypeURI.identifier));
  const children = CFAssociations.filter(({ associationType }) => associationType === 'isChildOf').map(
    ({ originNodeURI }) => originNodeURI.identifier,
  );
  assert.deepEqual([...children].sort(), CFItems.map(({ identifier }) => identifier).sort());
}
