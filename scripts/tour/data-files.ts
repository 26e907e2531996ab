import { readCasePackage } from '../../test/support/case-package.js';
import { datasetOf } from '../../test/support/rdf.js';
import { shapeFindings } from '../../test/support/shacl.js';
import { exported } from './command.js';
import type { Findings } from './findings.js';
import { fileOf } from './places.js';

/** The framework in CASE, and everything as linked data. */
export async function dataFiles(findings: Findings): Promise<void> {
  await findings.look('CASE package', 'Ajv, by a schema of CASE 1.1', () => {
    exported('case');
    const { CFDocument, CFItems, CFAssociations } = readCasePackage(String(fileOf('case/destination-map.json')));
    return `valid: “${CFDocument.title}”, ${CFItems.length} items, ${CFAssociations.length} associations`;
  });
  await findings.look('JSON-LD', 'jsonld.js', async () => {
    exported('jsonld');
    return `${(await graph()).dataset.size} triples`;
  });
  await findings.look('JSON-LD', 'rdf-validate-shacl', async () => {
    const problems = await shapeFindings(await graph());
    if (problems.length > 0) throw new Error(`does not conform: ${problems.slice(0, 3).join('; ')}`);
    return 'conforms to the shapes';
  });
}

function graph() {
  return datasetOf(JSON.parse(String(fileOf('jsonld/guidance.jsonld'))));
}
