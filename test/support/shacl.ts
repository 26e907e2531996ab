import SHACLValidator from 'rdf-validate-shacl';
import { datasetOf, type Quads } from './rdf.js';
import { SHAPES } from './shapes.js';

/** What a SHACL engine finds in a graph that is not as {@link SHAPES} ask for it, a line each. */
export async function shapeFindings(graph: Quads): Promise<string[]> {
  const validator = new SHACLValidator((await datasetOf(SHAPES)).dataset);
  const report = await validator.validate(graph.dataset);
  return report.results.map((result) => `${result.focusNode?.value} ${result.path?.value} ${result.sourceConstraintComponent?.value}`);
}
