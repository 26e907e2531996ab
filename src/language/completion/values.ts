import type { DocumentFacts } from '../../core/facts/types.js';
import { type ElementKind, elementsOf, type Framework, labelled } from '../../core/model/framework.js';
import type { SchemaTree } from '../../core/schema/annotations.js';
import { longDate } from '../../core/schema/dates.js';
import { markdownTypes } from '../../core/schema/registry.js';
import { compare } from '../../core/text/compare.js';
import { applicationOf, fieldText, fileStem, titleOf } from '../../core/workspace/document.js';
import type { Value } from '../../core/yaml/value.js';
import { describeDocument } from '../descriptions/document.js';
import { describeElement } from '../descriptions/element.js';
import { plain } from '../descriptions/markdown.js';
import type { LanguageDocument } from '../language-document.js';
import { frameworksOf } from '../targets/field-target.js';
import { sourceValues } from './source-values.js';
import type { ValueOffer, ValuePlace } from './value-offer.js';
import { valuesInUse } from './values-in-use.js';

/** The values that a field can have as its schema has it, in the order to offer them. */
export function valuesFor({ schema }: SchemaTree, place: ValuePlace): ValueOffer[] {
  const { document, facts, path } = place;
  if (facts.format === 'markdown' && path.length === 1 && path[0] === 'type') return typeValues(document);
  if (schema['x-element']) return elementValues(schema['x-element'], place);
  if (schema['x-source']) return sourceValues(document);
  if (schema['x-document'] !== undefined) return documentValues(schema['x-document'], document);
  if (schema['x-section']) return sectionValues(facts);
  if (schema.format === 'date') return [dateValue(document.today)];
  const choices = schema.const !== undefined ? [schema.const] : (schema.enum ?? []);
  if (choices.length > 0) return choices.map((choice) => plainValue(choice as Value));
  if ([schema.type].flat().includes('boolean')) return [plainValue(true), plainValue(false)];
  const examples = examplesIn(schema.description, schema.pattern);
  return [
    ...examples.map(plainValue),
    ...valuesInUse(place)
      .filter((value) => !examples.includes(value))
      .map(plainValue),
  ];
}

function plainValue(value: Value): ValueOffer {
  const label = String(value);
  return { value, kind: 'value', label, names: label };
}

function typeValues({ snapshot }: LanguageDocument): ValueOffer[] {
  return markdownTypes(snapshot.types).map((name) => {
    const { title, description } = snapshot.types.get(name)?.schema ?? {};
    return {
      value: name,
      kind: 'value',
      label: name,
      names: `${name} ${title ?? ''}`,
      ...(title === undefined ? {} : { detail: title }),
      ...(description === undefined ? {} : { documentation: () => plain(description) }),
    };
  });
}

function elementValues(kinds: readonly string[], { document, facts }: ValuePlace): ValueOffer[] {
  const { snapshot } = document;
  if (kinds.includes('framework')) {
    return snapshot.frameworks.map(({ key, title }) => ({
      value: key,
      kind: 'element',
      label: title,
      detail: key,
      names: `${key} ${title}`,
    }));
  }
  return frameworksOf(facts, snapshot).flatMap((framework) => {
    const elements = kinds.flatMap((kind) => elementsOf(framework, kind as ElementKind));
    // What another has replaced is still there to be named, behind all others.
    const current = elements.filter(({ replacedBy }) => replacedBy === undefined);
    return [...current, ...elements.filter((element) => !current.includes(element))].map((element) => elementValue(element, framework));
  });
}

function elementValue(element: Framework['elements'][number], framework: Framework): ValueOffer {
  const label = labelled(element);
  return {
    value: element.key,
    kind: 'element',
    label,
    detail: element.key,
    documentation: () => describeElement(element, framework),
    names: `${element.key} ${label}`,
  };
}

/** The documents of a type by the key that others name them by. */
function documentValues(type: string, { snapshot, today }: LanguageDocument): ValueOffer[] {
  const own = type === 'application' ? applicationOf : () => undefined;
  return snapshot.markdown
    .filter((facts) => facts.type === type)
    .map((facts): ValueOffer => {
      const key = own(facts) ?? fieldText(facts, 'id') ?? fileStem(facts.path);
      const title = titleOf(facts);
      const documentation = () => describeDocument(facts, snapshot, today);
      return { value: key, kind: 'document', label: key, detail: title, documentation, names: `${key} ${title}` };
    })
    .sort((a, b) => compare(a.label, b.label));
}

function sectionValues({ headings }: DocumentFacts): ValueOffer[] {
  return headings
    .filter(({ depth }) => depth > 1)
    .map(({ text, depth }) => ({ value: text, kind: 'heading', label: text, detail: `Heading ${depth}`, names: text }));
}

function dateValue(today: string): ValueOffer {
  return { value: today, kind: 'date', label: today, detail: `Today, ${longDate(today)}`, names: `${today} today` };
}

/** The examples that a field's help gives in quotation marks, where they are of the form that it asks for. */
function examplesIn(description: string | undefined, pattern: string | undefined): string[] {
  if (description === undefined || pattern === undefined) return [];
  const form = new RegExp(pattern, 'u');
  return Array.from(description.matchAll(/“([^”]+)”/g), (match) => match[1] ?? '').filter((example) => form.test(example));
}
