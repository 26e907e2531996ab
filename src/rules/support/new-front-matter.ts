import type { DocumentFacts } from '../../core/facts/types.js';
import type { TypeRegistry } from '../../core/schema/registry.js';
import { titleOf } from '../../core/workspace/document.js';
import { editField } from '../../core/yaml/edit-yaml.js';
import type { Value } from '../../core/yaml/value.js';
import { likelyTypes } from './likely-types.js';

/** The fields that a document needs to begin with: its title, its type, and whatever else has a first choice. */
export function firstFields(facts: DocumentFacts, types: TypeRegistry): string {
  const heading = facts.headings.find((one) => one.depth === 1)?.text;
  const name = likelyTypes({}, types)[0];
  const type = name === undefined ? undefined : types.get(name);
  let yaml = field('title', heading === undefined || heading === '' ? titleOf(facts) : heading);
  if (name !== undefined) yaml += field('type', name);
  for (const required of type?.schema.required ?? []) {
    const first = type?.tree.properties.get(required)?.schema.enum?.[0];
    if (typeof first === 'string') yaml += field(required, first);
  }
  return yaml;
}

function field(name: string, value: Value): string {
  return editField('', { field: [name], set: value })?.text ?? '';
}
