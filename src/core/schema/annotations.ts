import { type FieldPath, isMapping, type Value } from '../yaml/value.js';
import { follow, type JsonSchema, type SchemaLookup } from './json-schema.js';

/** A text in a document's fields that its schema says something about. */
export type Annotation =
  | { readonly kind: 'element'; readonly kinds: readonly string[]; readonly path: FieldPath; readonly value: string }
  | { readonly kind: 'source'; readonly path: FieldPath; readonly value: string }
  | { readonly kind: 'document'; readonly type: string; readonly path: FieldPath; readonly value: string }
  | { readonly kind: 'section'; readonly path: FieldPath; readonly value: string }
  | { readonly kind: 'date'; readonly path: FieldPath; readonly value: string }
  | { readonly kind: 'uri'; readonly path: FieldPath; readonly value: string };

/** A schema with its references followed once, so that walking a value along it costs little. */
export interface SchemaTree {
  readonly schema: JsonSchema;
  readonly properties: ReadonlyMap<string, SchemaTree>;
  readonly additional: SchemaTree | undefined;
  readonly items: SchemaTree | undefined;
  /** Whether anything at or below this place is annotated: what is not is not walked. */
  readonly annotated: boolean;
}

/** Follows all references of a schema. The tree of a schema that holds itself holds itself too. */
export function schemaTree(schema: JsonSchema, lookup: SchemaLookup): SchemaTree {
  const nodes: Made = new Map();
  const tree = build(schema, schema.$id ?? '', lookup, nodes);
  markAnnotated([...nodes.values()]);
  return tree;
}

/** A schema's tree in the making. */
type Node = { -readonly [K in keyof SchemaTree]: SchemaTree[K] };

/** The nodes that are made, by the schema that each is of: however often a schema is referred to, it is followed once. */
type Made = Map<JsonSchema, Node>;

function build(raw: JsonSchema, home: string, lookup: SchemaLookup, made: Made): SchemaTree {
  const known = made.get(raw);
  if (known) return known;
  const { schema, home: base } = follow(raw, lookup, home);
  const node: Node = {
    schema,
    properties: new Map(),
    additional: undefined,
    items: undefined,
    annotated: annotationKind(schema) !== undefined,
  };
  made.set(raw, node);
  const next = (child: JsonSchema) => build(child, base, lookup, made);
  const layers = layersOf(schema, base, lookup);
  node.properties = new Map(
    layers.flatMap((layer) => Object.entries(layer.properties ?? {})).map(([name, child]) => [name, next(child)] as const),
  );
  const additional = layers.map((layer) => layer.additionalProperties).find((found) => typeof found === 'object');
  const items = layers.map((layer) => layer.items).find((found) => found !== undefined);
  if (typeof additional === 'object') node.additional = next(additional);
  if (items) node.items = next(items);
  return node;
}

/** A schema and those that it is put together from. */
function layersOf(schema: JsonSchema, home: string, lookup: SchemaLookup): JsonSchema[] {
  const parts = [schema.allOf, schema.anyOf, schema.oneOf].flatMap((some) => some ?? []);
  return [schema, ...parts.map((part) => follow(part, lookup, home).schema)];
}

/** Marks what holds something annotated: again and again, since a schema can hold itself, until nothing more is found. */
function markAnnotated(nodes: readonly Node[]): void {
  for (let found = true; found; ) {
    found = false;
    for (const node of nodes) {
      if (node.annotated || ![...node.properties.values(), node.additional, node.items].some((child) => child?.annotated)) continue;
      node.annotated = true;
      found = true;
    }
  }
}

function annotationKind(schema: JsonSchema): Annotation['kind'] | undefined {
  if (schema['x-element']) return 'element';
  if (schema['x-source']) return 'source';
  if (schema['x-document']) return 'document';
  if (schema['x-section']) return 'section';
  if (schema.format === 'date' || schema.format === 'uri') return schema.format;
  return undefined;
}

/** The schema at a path of a value, or undefined where the schema says nothing about it. */
export function schemaAt(tree: SchemaTree, path: FieldPath): SchemaTree | undefined {
  let at: SchemaTree | undefined = tree;
  for (const step of path) at = typeof step === 'number' ? at?.items : (at?.properties.get(step) ?? at?.additional);
  return at;
}

/** Everything in a value that its schema annotates, in the value's own order. */
export function annotationsIn(tree: SchemaTree, value: Value | undefined): Annotation[] {
  const found: Annotation[] = [];
  walk(tree, value, [], found);
  return found;
}

function walk(tree: SchemaTree, value: Value | undefined, path: FieldPath, found: Annotation[]): void {
  if (!tree.annotated || value === undefined || value === null) return;
  if (Array.isArray(value)) {
    const items = tree.items;
    if (items) for (const [index, item] of (value as readonly Value[]).entries()) walk(items, item, [...path, index], found);
    return;
  }
  if (isMapping(value)) {
    for (const [key, child] of Object.entries(value)) {
      const next = tree.properties.get(key) ?? tree.additional;
      if (next) walk(next, child, [...path, key], found);
    }
    return;
  }
  const kind = annotationKind(tree.schema);
  if (kind === undefined || typeof value === 'boolean') return;
  found.push(annotation(kind, tree.schema, path, String(value)));
}

function annotation(kind: Annotation['kind'], schema: JsonSchema, path: FieldPath, value: string): Annotation {
  if (kind === 'element') return { kind, kinds: schema['x-element'] ?? [], path, value };
  if (kind === 'document') return { kind, type: schema['x-document'] ?? '', path, value };
  return { kind, path, value };
}
