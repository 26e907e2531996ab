import type { CitationReference, WikiReference } from '../../core/facts/types.js';
import { type CitationGroup, groupCitations } from '../../core/markdown/citation-groups.js';
import { expandPoints } from '../../core/markdown/citations.js';
import { relativeUrl } from '../../core/markdown/link-target.js';
import { fullReference, labelInParentheses } from '../../core/model/bibliography.js';
import type { SchemaTree } from '../../core/schema/annotations.js';
import { longDate } from '../../core/schema/dates.js';
import type { JsonSchema } from '../../core/schema/json-schema.js';
import { capital } from '../../core/text/words.js';
import { titleOf } from '../../core/workspace/document.js';
import { registerEntry } from '../../core/workspace/register.js';
import { wikiHeading, wikiTarget } from '../../core/workspace/wiki-target.js';
import { type FieldPath, isMapping, type Value } from '../../core/yaml/value.js';
import { titleOfNamed } from '../descriptions/named.js';
import { labelOf } from '../descriptions/source.js';
import type { LanguageDocument } from '../language-document.js';
import { termsIn } from '../targets/terms-in.js';
import type { DocumentPreview, PreviewDetail, PreviewTerm, Replacement } from './document-preview.js';

/** How a document is shown to be read: its fields, citations, wiki links and terms. */
export function previewOf(document: LanguageDocument): DocumentPreview {
  return { details: detailsOf(document), replacements: replacementsOf(document), terms: previewTerms(document) };
}

/** Fields by their names for people, where the document's type has some. */
function detailsOf({ facts, snapshot }: LanguageDocument): PreviewDetail[] {
  if (facts.fields.state !== 'parsed' || facts.format !== 'markdown') return [];
  const tree = snapshot.types.get(facts.type ?? '')?.tree;
  const titles = new Map<string, string>();
  for (const annotation of facts.fields.annotations) {
    const title = annotation.kind === 'date' ? longDate(annotation.value) : titleOfNamed(annotation, facts, snapshot);
    if (title !== undefined) titles.set(placeOf(annotation.path), title);
  }
  return Object.entries(facts.fields.value).flatMap(([name, value]) => {
    if (name === 'type' && facts.type !== undefined && value === facts.type) return typeDetail(name, facts.type, tree, snapshot);
    const values = valuesOf(value, [name], tree?.properties.get(name), titles);
    return values.length === 0 ? [] : [{ name: nameOf(name, tree?.properties.get(name)), values }];
  });
}

/** A type is called by its title. */
function typeDetail(name: string, value: string, tree: SchemaTree | undefined, { types }: LanguageDocument['snapshot']): PreviewDetail[] {
  return [{ name: nameOf(name, tree?.properties.get(name)), values: [types.get(value)?.schema.title ?? value] }];
}

/** A choice by its title, else in words: “in-review” as “In review”. What is not among the choices is shown as it is written. */
function choiceTitle(value: Value, schema: JsonSchema | undefined): string {
  const text = String(value);
  if (typeof value !== 'string' || !schema?.enum?.includes(value)) return text;
  return schema['x-titles']?.[text] ?? capital(text.replace(/[-_]+/g, ' '));
}

function nameOf(name: string, tree: SchemaTree | undefined): string {
  return capital(tree?.schema.title ?? name.replace(/[-_]+/g, ' '));
}

function placeOf(path: FieldPath): string {
  return JSON.stringify(path);
}

type Titles = ReadonlyMap<string, string>;

/** What a field says: one text for each entry of a list. */
function valuesOf(value: Value | undefined, path: FieldPath, tree: SchemaTree | undefined, titles: Titles): string[] {
  if (Array.isArray(value)) return value.flatMap((item: Value, index) => said(item, [...path, index], tree?.items, titles) ?? []);
  return [said(value, path, tree, titles) ?? []].flat();
}

function said(value: Value | undefined, path: FieldPath, tree: SchemaTree | undefined, titles: Titles): string | undefined {
  const title = titles.get(placeOf(path));
  if (title !== undefined) return title;
  if (Array.isArray(value)) return valuesOf(value, path, tree, titles).join(', ') || undefined;
  if (!isMapping(value)) return value === null || value === undefined ? undefined : choiceTitle(value, tree?.schema);
  const parts = Object.entries(value).flatMap(([name, child]) => {
    const own = tree?.properties.get(name);
    const words = said(child, [...path, name], own, titles);
    return words === undefined ? [] : [`${nameOf(name, own)}: ${words}`];
  });
  // A sentence in the middle of a line ends without its full stop.
  return parts.map((part, index) => (index === parts.length - 1 ? part : part.replace(/\.$/, ''))).join('; ') || undefined;
}

function replacementsOf(document: LanguageDocument): Replacement[] {
  const { facts, source } = document;
  const citations = facts.references.filter((reference): reference is CitationReference => reference.via === 'citation');
  const wikis = facts.references.filter((reference): reference is WikiReference => reference.via === 'wiki-link');
  const found = [
    ...groupCitations(source.text, citations).flatMap((group) => citationShown(group, document) ?? []),
    ...wikis.flatMap((reference) => wikiShown(reference, document) ?? []),
  ];
  return [...new Map(found.map((one) => [one.written, one])).values()];
}

/** “(Harding and others, 2019, point 12.1)”; undefined where one of the works is not in the register. */
function citationShown({ start, end, citations }: CitationGroup, { source, snapshot, path }: LanguageDocument): Replacement | undefined {
  const works = citations.flatMap((citation) => {
    const work = snapshot.sourcesById.get(citation.source);
    return work ? [{ citation, work }] : [];
  });
  if (works.length < citations.length) return undefined;
  const written = source.text.slice(start, end);
  const shown = works.map(({ citation, work }) => {
    const yearOnly = source.text.slice(citation.start, citation.key.start).includes('-@');
    const label = labelInParentheses(labelOf(work, snapshot), yearOnly);
    return citation.locator === undefined ? label : `${label}, ${citation.locator}`;
  });
  const titles = works.map(({ citation, work }) => {
    const known = work.points.map(({ id }) => id);
    const wanted = new Set(expandPoints(citation.points, known));
    const says = work.points.filter(({ id }) => wanted.has(id)).map(({ id, says }) => `${id}: ${says}`);
    return [fullReference(registerEntry(work, snapshot), work), ...says].join('\n');
  });
  const register = snapshot.manifest.sources;
  const href = register === undefined ? undefined : relativeUrl(path, register);
  return { written, shown: `(${shown.join('; ')})`, title: titles.join('\n\n'), href };
}

/** The title of the document that a wiki link means; undefined where it means none. */
function wikiShown(reference: WikiReference, { facts, source, snapshot, path }: LanguageDocument): Replacement | undefined {
  const target = wikiTarget(reference.target, facts, snapshot);
  if (target.kind !== 'document') return undefined;
  const heading = reference.heading === undefined ? undefined : wikiHeading(reference.heading, target.facts);
  const title = titleOf(target.facts);
  return {
    written: source.text.slice(reference.start, reference.end),
    shown: reference.label ?? heading?.text ?? title,
    title: heading ? `${title}: ${heading.text}` : title,
    href: relativeUrl(path, target.facts.path) + (heading ? `#${heading.slug}` : ''),
  };
}

function previewTerms({ facts, source, snapshot }: LanguageDocument): PreviewTerm[] {
  const start = facts.fields.state === 'parsed' || facts.fields.state === 'malformed' ? facts.fields.range.end : 0;
  const found = termsIn(facts, source.text, snapshot.glossary, { start, end: source.text.length });
  const meanings = new Map<string, string>();
  for (const at of found) {
    const { expansion, meaning } = at.term;
    const words = [expansion, meaning].filter((text) => text !== undefined).join(': ');
    const written = source.text.slice(at.start, at.end);
    if (words !== '' && !written.includes('\n')) meanings.set(written, words);
  }
  return [...meanings].map(([written, meaning]) => ({ written, meaning }));
}
