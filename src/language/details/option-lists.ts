import { type FrameworkElement, findElement, labelled } from '../../core/model/framework.js';
import type { SchemaTree } from '../../core/schema/annotations.js';
import type { JsonSchema } from '../../core/schema/json-schema.js';
import { markdownTypes } from '../../core/schema/registry.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import type { Value } from '../../core/yaml/value.js';
import type { ValuePlace } from '../completion/value-offer.js';
import { valuesFor } from '../completion/values.js';
import { frameworksOf } from '../targets/field-target.js';
import type { Option, PlainValue } from './panel/form.js';

/** More would be slow to send and to draw with every change; what is not among them can be written by its key. */
const MOST = 1000;

/** The lists of a form, each made once however many fields choose from it. */
export class OptionLists {
  private readonly made = new Map<string, readonly Option[]>();

  constructor(private readonly place: Omit<ValuePlace, 'path'>) {}

  /** The name of the list that a field chooses from; undefined where any text will do. */
  listFor(tree: SchemaTree, path: ValuePlace['path']): string | undefined {
    const name = this.isType(path) ? 'type' : listName(tree.schema);
    if (name !== undefined && !this.made.has(name)) {
      const offers = valuesFor(tree, { ...this.place, path }).slice(0, MOST);
      this.made.set(
        name,
        offers.map((offer) => ({ ...option(offer, tree.schema), ...this.shortFor(offer.value, tree) })),
      );
    }
    return name;
  }

  private shortFor(value: Value, { schema }: SchemaTree): { short?: string } {
    const element = this.elementNamed(value, schema);
    return element && element.shortTitle !== element.title
      ? { short: labelled({ number: element.number, title: element.shortTitle }) }
      : {};
  }

  private elementNamed(name: Value, schema: JsonSchema): FrameworkElement | undefined {
    const kinds = schema['x-element'];
    if (!kinds || (typeof name !== 'string' && typeof name !== 'number')) return undefined;
    const { facts, document } = this.place;
    for (const framework of frameworksOf(facts, document.snapshot)) {
      const element = findElement(framework, kinds, String(name));
      if (element) return element;
    }
    return undefined;
  }

  /** What is written as it is in the list: an element can be named by its number too. */
  listed(value: PlainValue, tree: SchemaTree): PlainValue {
    return this.elementNamed(value, tree.schema)?.key ?? value;
  }

  /** What a value is called in its list; the value itself where it is not there. */
  labelOf(value: PlainValue, list: string): string {
    return this.made.get(list)?.find((one) => one.value === value)?.label ?? String(value ?? '');
  }

  has(value: PlainValue, list: string): boolean {
    return this.made.get(list)?.some((one) => one.value === value) === true;
  }

  get all(): Record<string, readonly Option[]> {
    return Object.fromEntries(this.made);
  }

  private isType(path: ValuePlace['path']): boolean {
    return this.place.facts.format === 'markdown' && path.length === 1 && path[0] === 'type';
  }
}

/** The types that a Markdown document can have. */
export function typeOptions({ types }: WorkspaceSnapshot): Option[] {
  return markdownTypes(types).map((name) => {
    const { title, description } = types.get(name)?.schema ?? {};
    return { value: name, label: title ?? name, names: name, ...(description === undefined ? {} : { detail: description }) };
  });
}

function listName(schema: JsonSchema): string | undefined {
  if (schema['x-element']) return `element ${schema['x-element'].join(' ')}`;
  if (schema['x-source']) return 'source';
  if (schema['x-document'] !== undefined) return `document ${schema['x-document']}`;
  if (schema['x-section']) return 'section';
  const choices = schema.const === undefined ? schema.enum : [schema.const];
  return choices?.every(isPlain) ? `choice ${JSON.stringify([choices, schema['x-titles']])}` : undefined;
}

function isPlain(value: unknown): boolean {
  return value === null || typeof value !== 'object';
}

type Offer = ReturnType<typeof valuesFor>[number];

function option({ value, kind, label, detail, names }: Offer, schema: JsonSchema): Option {
  const plain = value as PlainValue;
  if (kind === 'value') {
    // A type is offered with its title beside its name.
    const title = schema['x-titles']?.[String(value)] ?? detail ?? inWords(value);
    return { value: plain, label: title, names };
  }
  if (kind === 'document') return { value: plain, label: detail ?? label, names, detail: label };
  return { value: plain, label, names, ...(detail === undefined ? {} : { detail }) };
}

/** A choice that has no title: “not-applicable” as “Not applicable”. */
function inWords(value: Value): string {
  const words = String(value).replace(/[-_]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
