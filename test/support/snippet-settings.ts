import { parse, stringify } from 'yaml';
import { baseFiles } from './rule-examples.js';
import { MARK } from './snippets.js';

/** A guidance root with a place for a snippet: `MARK` in the file at `path`. */
export interface Setting {
  readonly path: string;
  readonly files: Readonly<Record<string, string>>;
}

const INTRODUCTION = `summary: A document that a snippet is tried in.
status: draft
owner: Role that keeps this document right
review_in: 1 year`;

/**
 * The root of every setting: the base of the rules' examples, with elements and a source that are named as
 * placeholders are in place of its own. What it holds is all in use, so that no rule finds anything in it.
 */
function root(own: Readonly<Record<string, string>>): Record<string, string> {
  const base = baseFiles();
  const files: Record<string, string> = {
    ...base,
    'framework.yml': placeholderFramework(base['framework.yml'] ?? ''),
    'sources.yml': `# Synthetic: made for tests.\nsources:\n${SOURCE}`,
    'field/another-document.md': page('Another document', 'A team that looks back learns more [@source-key, point 1.1].'),
    'field/image.png': 'not a real image',
    ...own,
  };
  return { ...files, 'index.md': contents(Object.keys(files)) };
}

const SOURCE = `  - id: source-key
    type: report
    title: Title of the work
    author: [{ literal: Name of the organisation }]
    issued: { date-parts: [[2024]] }
    kind: research
    points:
      - { id: "1.1", says: A team that looks back learns more., mark: finding }
`;

/** The base framework with elements that the snippets' placeholders name, in place of its own. */
function placeholderFramework(base: string): string {
  return stringify({
    ...(parse(base) as object),
    key: 'framework-key',
    knowledge_domains: [{ key: 'knowledge-domain-key', title: 'Title of the knowledge domain' }],
    domains: [{ key: 'domain-key', title: 'Title of the domain', knowledge_domain: 'knowledge-domain-key' }],
    attributes: [{ key: 'attribute-key', title: 'Title of the attribute' }],
    criteria: [
      { key: 'criterion-key', title: 'Title of the criterion' },
      {
        key: 'another-criterion-key',
        title: 'Title of the other criterion',
        parts: [{ key: 'part-key', label: 'a', title: 'Title of the part' }],
      },
    ],
    audiences: [{ key: 'audience-key', title: 'An audience' }],
    practices: [{ key: 'practice-key', title: 'A practice' }],
  });
}

/** A home page that leads to every document, so that none is out of reach. */
function contents(paths: readonly string[]): string {
  const documents = paths.filter((path) => path.endsWith('.md'));
  return page(
    'Contents',
    documents.map((path) => `- [The document ${path.replace(/\.md$/, '').replace(/[/-]/g, ' ')}](${path})`).join('\n'),
  );
}

function page(title: string, text: string): string {
  return `---\ntitle: ${title}\ntype: page\n${INTRODUCTION}\n---\n\n# ${title}\n\n${text}\n`;
}

/** Fields and text of a document of the settings that a snippet may take the place of. */
interface Variation {
  readonly introduction?: string;
  readonly fields?: string;
  readonly text?: string;
}

/** Guidance on one of the two criteria of the settings. */
function guidance(criterion: string, title: string, { introduction, fields, text }: Variation = {}): string {
  return `---
title: ${title}
type: criterion-guidance
application: field
criterion: ${criterion}
${introduction ?? INTRODUCTION}
${fields ?? SERVES}
---

# ${title}

## What this means

A team looks back on what it did [@source-key, point 1.1].

## Why it matters

What was learned once need not be learned again.

## What to consider

${text ?? '- A team could look back at the end of each week.'}

## Local example

One team looked back every week for a year.

## Questions to reflect on

- What did we learn this week?
`;
}

const SERVES = `serves:
  - domain: domain-key
    attributes: [attribute-key]
    because: A team that looks back learns more.
    basis: source`;

/** The application of the settings; it plans guidance on the criteria that are named. */
function application(planned: readonly string[], entry = ''): string {
  const entries = planned.map((criterion) => `  - { criterion: ${criterion}, state: planned, because: It follows the first. }\n`);
  return `---
title: The field
type: application
application: field
framework: framework-key
${INTRODUCTION}
provenance: [source-key]
${entries.length > 0 || entry ? 'criteria:\n' : ''}${entries.join('')}${entry}---

# The field

## Scope

This is for teams that look back on what they did.

## Provenance

It follows one report [@source-key].

## Standing

Nobody has reviewed it.
`;
}

/** A resource of the settings. */
function resource({ introduction, fields }: Variation): string {
  return `---
title: A notebook
type: resource
${introduction ?? 'kind: tool\naccess: open'}
${INTRODUCTION}
${fields === undefined ? '' : `${fields}\n`}---

# A notebook

## What it is

A notebook for looking back [@source-key, point 1.1].

## What it offers

People could write down what they learned.

## How it supports the criteria

It keeps what a team learned.
`;
}

const CRITERION = 'field/criterion-key.md';
const OTHER = 'field/another-criterion-key.md';
const OTHER_PART = '### Title of the part\n\nA team shares what it saw.';

/** A root with an application that plans the other criterion, and guidance on the first with a place for the snippet. */
function inGuidance(variation: Variation): Setting {
  const files = {
    'field/index.md': application(['another-criterion-key']),
    [CRITERION]: guidance('criterion-key', 'Title of the criterion', variation),
  };
  return { path: CRITERION, files: root(files) };
}

/** Guidance on both criteria, each of which names the other. */
function inRelated(): Setting {
  const other = guidance('another-criterion-key', 'Title of the other criterion', {
    fields: `${SERVES}\nrelated: [criterion-key]`,
    text: OTHER_PART,
  });
  const files = {
    'field/index.md': application([]),
    [CRITERION]: guidance('criterion-key', 'Title of the criterion', { fields: `${SERVES}\n${MARK}` }),
    [OTHER]: other,
  };
  return { path: CRITERION, files: root(files) };
}

function inPart(): Setting {
  const files = {
    'field/index.md': application(['criterion-key']),
    [OTHER]: guidance('another-criterion-key', 'Title of the other criterion', { text: MARK }),
  };
  return { path: OTHER, files: root(files) };
}

function inApplication(planned: readonly string[]): Setting {
  return { path: 'field/index.md', files: root({ 'field/index.md': application(planned, `  ${MARK}\n`) }) };
}

function inResource(variation: Variation): Setting {
  const files = { 'field/index.md': application(['criterion-key', 'another-criterion-key']), 'field/notebook.md': resource(variation) };
  return { path: 'field/notebook.md', files: root(files) };
}

/** A data file of the root with an entry more. */
function inData(path: 'sources.yml' | 'glossary.yml', change: (text: string) => string): Setting {
  const { files } = inGuidance({});
  return { path, files: { ...files, [path]: change(files[path] ?? '') } };
}

/** A whole document in a file of its own, in a root where it has its place. */
export function documentSetting(type: string): Setting {
  const [path, planned] = DOCUMENT_PLACES[type] ?? [];
  if (path === undefined) throw new Error(`Say in DOCUMENT_PLACES where a document of type ${type} is tried.`);
  return { path, files: root({ 'field/index.md': application(planned ?? ['criterion-key', 'another-criterion-key']), [path]: MARK }) };
}

/** The path of each type's document, and what the application plans beside it. */
const DOCUMENT_PLACES: Readonly<Record<string, readonly [path: string, planned?: readonly string[]]>> = {
  application: ['field/index.md'],
  'criterion-guidance': [CRITERION, ['another-criterion-key']],
  domain: ['domain-key.md'],
  attribute: ['attribute-key.md'],
  role: ['role.md'],
  strategy: ['strategy.md'],
  resource: ['field/resource.md'],
  page: ['field/page.md'],
};

const inText = (text: string) => () => inGuidance({ text });
const inFields = (fields: string) => () => inGuidance({ fields: `${SERVES}\n${fields}` });

/** Where each snippet that is neither a document nor one of a type's sections is tried, by its prefix. */
export const BLOCK_SETTINGS: Readonly<Record<string, () => Setting>> = {
  'dm-claim': () => inGuidance({ fields: `serves:\n  ${MARK}` }),
  'dm-support': () => inResource({ fields: `supports:\n  ${MARK}` }),
  'dm-supports': () => inResource({ fields: MARK }),
  'dm-planned': () => inApplication(['another-criterion-key']),
  'dm-not-applicable': () => inApplication(['another-criterion-key']),
  'dm-related': inRelated,
  'dm-audiences': inFields(MARK),
  'dm-practices': inFields(MARK),
  'dm-gaps': inFields(MARK),
  'dm-gap': inFields(`gaps:\n  ${MARK}`),
  'dm-gap-section': inFields(`gaps:\n  ${MARK}`),
  'dm-review': () => inGuidance({ introduction: `summary: A document that a snippet is tried in.\n${MARK}` }),
  'dm-event-dates': () => inResource({ introduction: `kind: event\naccess: open\n${MARK}` }),
  'dm-criterion-guidance-part': inPart,
  'dm-cite': inText(`A team that looks back learns more ${MARK}.`),
  'dm-cite-point': inText(`A team that looks back learns more ${MARK}.`),
  'dm-link': inText(`More is said in the ${MARK}.`),
  'dm-image': inText(MARK),
  'dm-table': inText(MARK),
  // A suppression has to have something to be quiet about; what follows is wrong on purpose.
  'dm-disable': inText(`${MARK}A team could read [what is still to be written](not-there-yet.md).`),
  'dm-disable-yaml': () => inResource({ introduction: `kind: tool\n${MARK}access: opened` }),
  'dm-source': () => inData('sources.yml', (text) => text.replace(SOURCE, withPoint(`  ${MARK}\n`))),
  'dm-source-organisation': () => inData('sources.yml', (text) => text.replace(SOURCE, withPoint(`  ${MARK}\n`))),
  'dm-point': () => inData('sources.yml', (text) => text.replace(/ {6}- \{ id: "1\.1", says: A team[^\n]*\n$/, `      ${MARK}\n`)),
  'dm-acronym': () => inData('glossary.yml', (text) => text.replace('avoid:', `  ${MARK}\navoid:`)),
  'dm-term': () => inData('glossary.yml', (text) => text.replace('avoid:', `  ${MARK}\navoid:`)),
  'dm-avoid': () => inData('glossary.yml', (text) => `${text}  ${MARK}\n`),
};

/** An entry of the register with the point that the documents cite. */
function withPoint(entry: string): string {
  return `${entry}    points:\n      - { id: "1.1", says: A team that looks back learns more., mark: finding }\n`;
}
