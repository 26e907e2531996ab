import { type ElementKind, elementsOf, type Framework, KIND_NAMES } from '../../core/model/framework.js';
import type { SchemaTree } from '../../core/schema/annotations.js';
import type { JsonSchema } from '../../core/schema/json-schema.js';
import type { DocumentType } from '../../core/schema/registry.js';
import type { Mapping, Value } from '../../core/yaml/value.js';
import { keyOf, TO_BE_WRITTEN, yamlInline } from './scaffold-file.js';

/** What the fields of a new document can be filled from. */
export interface FieldSources {
  readonly framework: Framework | undefined;
  /** The day on which the document is made, `YYYY-MM-DD`. */
  readonly today: string;
  /** Keys of the source register. */
  readonly sources: readonly string[];
}

/** Where something has to be chosen and nothing is known yet, these claim the least. */
const MODEST = ['draft', 'editorial', 'unknown'];
const WIDTH = 110;

/**
 * The front matter of a new document: what is given, a placeholder for every other field that its type requires, and
 * the remaining fields as comments.
 */
export function frontMatter(type: DocumentType, given: Mapping, sources: FieldSources): string {
  const required = requiredOf(type.tree.schema);
  const names = [...required, ...Object.keys(given).filter((name) => !required.includes(name))];
  const fields = names.flatMap((name) => field(name, type.tree.properties.get(name), given[name], sources));
  const optional = [...type.tree.properties]
    .filter(([name]) => !names.includes(name))
    .flatMap(([name, tree]) => offer(name, tree, sources));
  const offered = optional.length > 0 ? ['# More fields, to add where they are known:', ...optional] : [];
  return ['---', ...fields, ...offered, '---', ''].join('\n');
}

/** The names of the fields that a schema requires, in its own order. */
export function requiredOf(schema: JsonSchema): readonly string[] {
  return [...new Set([...(schema.required ?? []), ...(schema.allOf ?? []).flatMap((part) => part.required ?? [])])];
}

/** The lines of one field of a type, with a placeholder for all that has to be written or chosen. */
export function fieldLines(name: string, tree: SchemaTree | undefined, sources: FieldSources): string[] {
  return field(name, tree, undefined, sources);
}

/** @param above the places that this one is in: a schema can hold itself, and a file cannot */
function field(
  name: string,
  tree: SchemaTree | undefined,
  given: Value | undefined,
  sources: FieldSources,
  above: readonly SchemaTree[] = [],
): string[] {
  if (given !== undefined || !tree) return [`${name}: ${yamlInline(given ?? TO_BE_WRITTEN)}`];
  if (tree.properties.size > 0 && !tree.schema.enum)
    return [`${name}:`, ...commentOn(tree), ...mapping(tree, sources, above).map(indented)];
  if (!tree.items) return [`${name}: ${scalar(tree.schema, sources)}`];
  if (above.includes(tree.items)) return [`${name}: []`];
  return [`${name}:`, ...commentOn(tree), ...item(tree.items, sources, above).map(indented)];
}

/** One item of a list, so that its form can be seen. */
function item(tree: SchemaTree, sources: FieldSources, above: readonly SchemaTree[]): string[] {
  if (tree.properties.size === 0) return [`- ${scalar(tree.schema, sources)}`];
  return mapping(tree, sources, above).map((line, index) => (index === 0 ? `- ${line}` : indented(line)));
}

/** The fields of a mapping that are required, and plain texts, which are seldom left out on purpose. */
function mapping(tree: SchemaTree, sources: FieldSources, above: readonly SchemaTree[]): string[] {
  const required = requiredOf(tree.schema);
  return [...tree.properties]
    .filter(([, child]) => child !== tree && !above.includes(child))
    .filter(([name, child]) => required.includes(name) || (child.schema.type === 'string' && !child.annotated && !child.schema.enum))
    .flatMap(([name, child]) => field(name, child, undefined, sources, [...above, tree]));
}

function scalar(schema: JsonSchema, sources: FieldSources): string {
  if (schema.const !== undefined) return yamlInline(schema.const as Value);
  if (schema.enum) return choice(schema.enum.map(String));
  const kinds = schema['x-element'];
  if (kinds) return element(kinds, sources.framework);
  if (schema['x-source']) return `${sources.sources[0] ?? TO_BE_WRITTEN} # choose a source of the register`;
  if (schema.format === 'date') return sources.today;
  if (schema.format === 'uri') return 'https://example.org/';
  const types = [schema.type ?? 'string'].flat();
  if (types.includes('string')) return yamlInline(text(schema.pattern));
  return types.includes('boolean') ? 'false' : '1';
}

function text(pattern: string | undefined): string {
  if (pattern === undefined || new RegExp(pattern, 'u').test(TO_BE_WRITTEN)) return TO_BE_WRITTEN;
  return keyOf(TO_BE_WRITTEN);
}

function choice(values: readonly string[]): string {
  const chosen = modestChoice(values);
  const others = values.filter((value) => value !== chosen);
  return others.length === 0 ? yamlInline(chosen) : `${yamlInline(chosen)} # or: ${others.join(', ')}`;
}

/** The choice that claims the least. */
export function modestChoice(values: readonly string[]): string {
  return values.find((value) => MODEST.includes(value)) ?? values[0] ?? '';
}

function element(kinds: readonly string[], framework: Framework | undefined): string {
  const elements = framework ? kinds.flatMap((kind) => elementsOf(framework, kind as ElementKind)) : [];
  const [first, ...others] = elements.map((one) => one.key);
  if (first === undefined) return TO_BE_WRITTEN;
  if (others.length === 0) return first;
  if (others.length <= 5) return `${first} # choose; or: ${others.join(', ')}`;
  return `${first} # choose the key of a ${kinds.map((kind) => KIND_NAMES[kind as ElementKind] ?? kind).join(' or ')}`;
}

function commentOn({ schema }: SchemaTree): string[] {
  return schema.description === undefined ? [] : comment(schema.description).map(indented);
}

/** A field that can be left out, as a comment; a list of groups of fields with one entry, so that its form can be seen. */
function offer(name: string, { schema, items }: SchemaTree, sources: FieldSources): string[] {
  const about = schema.description ?? schema.title ?? '';
  if (!items || items.properties.size === 0) return comment(`${name}: ${about}`.trimEnd());
  return [...comment(about.replace(/\.$/, ':')), `# ${name}:`, ...item(items, sources, []).map((line) => `#   ${line}`)];
}

function comment(words: string): string[] {
  const lines: string[] = [];
  for (const word of words.split(/\s+/)) {
    const last = lines[lines.length - 1];
    if (last === undefined || last.length + word.length + 1 > WIDTH) lines.push(lines.length === 0 ? `# ${word}` : `#   ${word}`);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

function indented(line: string): string {
  return `  ${line}`;
}
