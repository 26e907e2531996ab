import { type DocumentType, markdownTypes, type TypeRegistry } from '../../core/schema/registry.js';
import type { Mapping } from '../../core/yaml/value.js';

/** The types that a document's fields fit best; several where they fit equally well. */
export function likelyTypes(fields: Mapping, types: TypeRegistry): readonly string[] {
  const names = Object.keys(fields).filter((name) => name !== 'type');
  const misfits = markdownTypes(types).map((type) => [type, misfit(names, types.get(type))] as const);
  const least = Math.min(...misfits.map(([, count]) => count));
  return misfits.filter(([, count]) => count === least).map(([type]) => type);
}

/** Fields that a type does not have count most, then those that it asks for and that are absent, then its sections. */
function misfit(names: readonly string[], type: DocumentType | undefined): number {
  const known = type?.tree.properties;
  const unknown = names.filter((name) => known?.has(name) !== true).length;
  const absent = (type?.schema.required ?? []).filter((name) => name !== 'type' && !names.includes(name)).length;
  return unknown * 10_000 + absent * 100 + (type?.sections.length ?? 0);
}
