import type { DocumentFacts } from '../../core/facts/types.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import { type FieldPath, textAt } from '../../core/yaml/value.js';
import type { Named } from './target.js';

/** The field of a file in which something is defined. */
export interface DefinitionField {
  readonly path: string;
  readonly field: FieldPath;
}

/** What the value of a field defines: an element, a source, a point, a term, an application, or a document by its id. */
export function definitionAtField(facts: DocumentFacts, field: FieldPath, snapshot: WorkspaceSnapshot): Named | undefined {
  if (facts.format === 'yaml') return definitionsIn(snapshot).get(nameOf({ path: facts.path, field }));
  if (field.length !== 1) return undefined;
  if (field[0] === 'id') return { kind: 'document', path: facts.path };
  const application = field[0] === 'application' ? snapshot.applications.find(({ path }) => path === facts.path) : undefined;
  return application && { kind: 'application', application };
}

/** The field that gives something its name; undefined for what is known by its place alone. */
export function definitionField(named: Named, snapshot: WorkspaceSnapshot): DefinitionField | undefined {
  const { manifest } = snapshot;
  const inFile = (path: string | undefined, field: FieldPath) => (path === undefined ? undefined : { path, field });
  switch (named.kind) {
    case 'framework':
      return { path: named.framework.path, field: ['key'] };
    case 'element':
      return { path: named.framework.path, field: [...named.element.field, 'key'] };
    case 'source':
      return inFile(manifest.sources, [...named.source.field, 'id']);
    case 'point':
      return inFile(manifest.sources, [...named.point.field, 'id']);
    case 'term':
      return inFile(manifest.glossary, [...named.term.field, 'term']);
    case 'application':
      return { path: named.application.path, field: ['application'] };
    case 'document': {
      const { fields } = snapshot.facts(named.path) ?? {};
      return fields?.state === 'parsed' && textAt(fields.value, 'id') !== undefined ? { path: named.path, field: ['id'] } : undefined;
    }
    default:
      return undefined;
  }
}

const known = new WeakMap<WorkspaceSnapshot, ReadonlyMap<string, Named>>();

/** Everything that the data files of a root define, by file and field. */
function definitionsIn(snapshot: WorkspaceSnapshot): ReadonlyMap<string, Named> {
  let definitions = known.get(snapshot);
  if (!definitions) {
    const entries = namedIn(snapshot).flatMap((named) => {
      const at = definitionField(named, snapshot);
      return at ? [[nameOf(at), named] as const] : [];
    });
    definitions = new Map(entries);
    known.set(snapshot, definitions);
  }
  return definitions;
}

function nameOf({ path, field }: DefinitionField): string {
  return JSON.stringify([path, ...field]);
}

function namedIn(snapshot: WorkspaceSnapshot): Named[] {
  const found: Named[] = [];
  for (const framework of snapshot.frameworks) {
    found.push({ kind: 'framework', framework });
    for (const element of framework.elements) found.push({ kind: 'element', framework, element });
  }
  for (const source of snapshot.sources) {
    found.push({ kind: 'source', source });
    for (const point of source.points) found.push({ kind: 'point', source, point });
  }
  for (const term of snapshot.glossary.terms) found.push({ kind: 'term', term });
  return found;
}
