import { MANIFEST } from '../../core/model/manifest.js';
import { fieldText } from '../../core/workspace/document.js';
import { exportedFrameworks } from '../plan/scopes.js';
import type { ExchangeFile, ExchangeInput } from '../types.js';
import { contextIn } from './context.js';
import type { Node } from './names.js';
import { resourceNodes } from './resources.js';
import { schemeNodes } from './scheme.js';

/** All frameworks and the guidance on them as one graph (JSON-LD 1.1); nothing where there is no framework. */
export function* jsonldFiles(input: ExchangeInput): Generator<ExchangeFile> {
  const frameworks = exportedFrameworks(input);
  if (frameworks.length === 0) return;
  const graph: Node[] = [...frameworks.flatMap((framework) => [...schemeNodes(framework, input)]), ...resourceNodes(input)];
  const manifest = input.snapshot.facts(MANIFEST);
  const disclaimer = manifest && fieldText(manifest, 'disclaimer');
  // Whoever has one node of the graph alone has its standing too.
  const standing = (node: Node) => (disclaimer === undefined || !hasStanding(node) ? node : { ...node, rights: disclaimer });
  const content = { '@context': contextIn(input.snapshot.manifest.lang), '@graph': graph.map(standing) };
  yield { path: 'guidance.jsonld', content: `${JSON.stringify(content, null, 2)}\n` };
}

/** The framework and the applications say what they are not; what is part of them need not say it again. */
function hasStanding({ type, isPartOf }: Node): boolean {
  return Array.isArray(type) ? type.includes('skos:ConceptScheme') : type === 'schema:LearningResource' && isPartOf === undefined;
}
