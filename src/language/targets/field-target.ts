import { headingNamed } from '../../core/coverage/section-states.js';
import type { DocumentFacts } from '../../core/facts/types.js';
import { type Framework, findElement } from '../../core/model/framework.js';
import { MANIFEST } from '../../core/model/manifest.js';
import { type Annotation, schemaAt } from '../../core/schema/annotations.js';
import { fieldsOf } from '../../core/workspace/document.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import { type FieldPath, valueAt } from '../../core/yaml/value.js';
import type { LanguageDocument } from '../language-document.js';
import { definitionAtField } from './data-definitions.js';
import { fieldAt } from './field-at.js';
import type { Named, Target } from './target.js';

/** What is at an offset in the front matter of a document, or in a data file. */
export function fieldTarget({ facts, source, snapshot }: LanguageDocument, offset: number): Target | undefined {
  const at = fieldAt(facts, source.text, offset);
  if (!at) return undefined;
  const { field, part, range } = at;
  if (part === 'key') {
    const tree = snapshot.types.get(facts.type ?? '')?.tree;
    return { kind: 'field', field, schema: tree && schemaAt(tree, field), range, role: 'reference' };
  }
  const definition = definitionAtField(facts, field, snapshot);
  if (definition) return { ...definition, range, role: 'definition' };
  const annotation = annotationAt(facts, field);
  if (annotation?.kind === 'date') return { kind: 'date', field, date: annotation.value, range, role: 'reference' };
  const named = annotation ? annotated(annotation, facts, snapshot) : unannotated(facts, field, snapshot);
  return named && { ...named, range, role: 'reference' };
}

function annotationAt(facts: DocumentFacts, field: FieldPath): Annotation | undefined {
  if (facts.fields.state !== 'parsed') return undefined;
  return facts.fields.annotations.find(({ path }) => samePath(path, field));
}

function samePath(a: FieldPath, b: FieldPath): boolean {
  return a.length === b.length && a.every((step, index) => step === b[index]);
}

/** What the text of a field names, by what its schema says of it; undefined where there is nothing of that name. */
export function annotated(annotation: Annotation, facts: DocumentFacts, snapshot: WorkspaceSnapshot): Named | undefined {
  const { value } = annotation;
  switch (annotation.kind) {
    case 'element':
      return elementNamed(value, annotation.kinds, facts, snapshot);
    case 'source': {
      const source = snapshot.sourcesById.get(value);
      return source && { kind: 'source', source };
    }
    case 'document':
      return documentOfType(annotation.type, value, snapshot);
    case 'section': {
      const heading = facts.headings[headingNamed(facts, value)];
      return heading && { kind: 'heading', path: facts.path, heading };
    }
    default:
      return undefined;
  }
}

function elementNamed(name: string, kinds: readonly string[], facts: DocumentFacts, snapshot: WorkspaceSnapshot): Named | undefined {
  if (kinds.includes('framework')) {
    const framework = snapshot.frameworks.find(({ key }) => key === name);
    return framework && { kind: 'framework', framework };
  }
  for (const framework of frameworksOf(facts, snapshot)) {
    const element = findElement(framework, kinds, name);
    if (element) return { kind: 'element', framework, element };
  }
  return undefined;
}

/** The frameworks that a file takes the names of elements from: a document speaks of one, a register or glossary of all. */
export function frameworksOf(facts: DocumentFacts, snapshot: WorkspaceSnapshot): readonly Framework[] {
  if (facts.format === 'yaml' && facts.type !== 'framework') return snapshot.frameworks;
  const framework = snapshot.frameworkOf(facts);
  return framework ? [framework] : [];
}

function documentOfType(type: string, name: string, snapshot: WorkspaceSnapshot): Named | undefined {
  const application = type === 'application' ? snapshot.application(name) : undefined;
  if (application) return { kind: 'application', application };
  const found = snapshot.documentsNamed(name).find((facts) => facts.type === type);
  return found && { kind: 'document', path: found.path };
}

/** What a text names of which no schema says so: a file of the manifest, or what an element of the framework stands in for. */
function unannotated(facts: DocumentFacts, field: FieldPath, snapshot: WorkspaceSnapshot): Named | undefined {
  const value = valueAt(fieldsOf(facts), field);
  if (typeof value !== 'string') return undefined;
  if (facts.path === MANIFEST) return snapshot.hasFile(value) ? { kind: 'file', path: value } : undefined;
  return replacement(facts, field, value, snapshot);
}

/** The element that `replaces` or `replaced_by` names: of the same kind, in the same framework or in another edition of it. */
export function replacement(facts: DocumentFacts, field: FieldPath, name: string, snapshot: WorkspaceSnapshot): Named | undefined {
  const own = facts.type === 'framework' ? snapshot.frameworkOf(facts) : undefined;
  const last = field[field.length - 1];
  if (!own || (last !== 'replaces' && last !== 'replaced_by')) return undefined;
  const holder = own.elements.find((element) => samePath(element.field, field.slice(0, -1)));
  for (const framework of holder ? [own, ...snapshot.frameworks] : []) {
    const element = framework.elements.find(({ kind, key }) => kind === holder?.kind && key === name);
    if (element) return { kind: 'element', framework, element };
  }
  return undefined;
}
