import type { DocumentFacts } from '../../core/facts/types.js';
import type { SchemaTree } from '../../core/schema/annotations.js';
import type { TypeRegistry } from '../../core/schema/registry.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import { requiredOf } from '../scaffold/front-matter.js';

const shared = new WeakMap<TypeRegistry, SchemaTree>();

/** The schema of a document's fields; where its type is not known yet, what all types of Markdown document have in common. */
export function typeTree({ type, format }: DocumentFacts, { types }: WorkspaceSnapshot): SchemaTree | undefined {
  const known = type === undefined ? undefined : types.get(type)?.tree;
  return known ?? (format === 'markdown' ? sharedTree(types) : undefined);
}

function sharedTree(types: TypeRegistry): SchemaTree {
  let tree = shared.get(types);
  if (!tree) {
    const trees = [...types.values()].filter(({ format }) => format === 'markdown').map((type) => type.tree);
    const [first, ...others] = trees;
    const properties = new Map([...(first?.properties ?? [])].filter(([name]) => others.every((other) => other.properties.has(name))));
    const required = first
      ? requiredOf(first.schema).filter((name) => trees.every((other) => requiredOf(other.schema).includes(name)))
      : [];
    tree = { schema: { required }, properties, additional: undefined, items: undefined, annotated: true };
    shared.set(types, tree);
  }
  return tree;
}
