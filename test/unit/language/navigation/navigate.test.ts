import { strict as assert } from 'node:assert';
import { definitionAt, documentsReferringTo, highlightsAt, referencesAt } from '../../../../src/language/navigation/navigate.js';
import { withSecondApplication } from '../../../support/fixture-roots.js';
import { type MarkedRoot, markedRoot, openRoot } from '../../../support/marked-root.js';
import type { Files } from '../../../support/root-arbitrary.js';

const PAGE = '---\ntitle: A page\ntype: page\nstatus: draft\n---\n\n# A page\n\n';

const FILES: Files = {
  'street/index.md': '---\ntitle: The street\ntype: application\nstatus: draft\napplication: street\n---\n\n# The street\n',
  'street/listening.md': `---
title: Listening
type: criterion-guidance
status: draft
application: street
criterion: listening
related: [planning]
---

# Listening

## What this means

See [the plan](planning.md#what-this-means), [@smith-2020, points 1.1 and 1.2] and [[planning]].
`,
  'street/planning.md': `---
title: Planning
type: criterion-guidance
status: draft
application: street
criterion: 2
related: [listening]
---

# Planning

## What this means

The NHW plans [@smith-2020].
`,
  'notes.md': `${PAGE}As criterion 2 says, [plan](street/planning.md), with the NHW [@smith-2020, point 1.2].\n`,
};

/** Places as \`path: words\`. */
function words(places: readonly { path: string; range: { start: number; end: number } }[], root: MarkedRoot): string[] {
  return places.map(({ path, range }) => `${path}: ${root.sourceFor(path)?.text.slice(range.start, range.end)}`);
}

/** The root with a cursor in one of its documents, in the words that are given. */
function at(path: string, marked: string): MarkedRoot {
  return markedRoot(path, (FILES[path] ?? '').replace(marked.replace('|', ''), marked), FILES);
}

function references(path: string, marked: string, includeDeclaration = false): string[] {
  const root = at(path, marked);
  return words(referencesAt(root.at, root.offset, root.sourceFor, { includeDeclaration }), root);
}

function definition(path: string, marked: string): string[] {
  const root = at(path, marked);
  const found = definitionAt(root.at, root.offset, root.sourceFor);
  return found ? words([found.place], root) : [];
}

describe('going from one place to another', () => {
  it('leads from a key to where the framework defines it', () => {
    assert.deepEqual(definition('street/listening.md', 'criterion: lis|tening'), ['framework.yml: listening']);
    assert.deepEqual(definition('street/planning.md', 'criterion: 2|'), ['framework.yml: planning']);
    assert.deepEqual(definition('street/planning.md', 'application: str|eet'), ['street/index.md: street']);
  });

  it('leads from a citation to the register, and from a point to the point', () => {
    assert.deepEqual(definition('notes.md', '[@smi|th-2020'), ['sources.yml: smith-2020']);
    assert.deepEqual(definition('notes.md', 'point 1.|2'), ['sources.yml: "1.2"']);
  });

  it('leads from a link to its heading, and from a word to the glossary', () => {
    assert.deepEqual(definition('street/listening.md', '[the pl|an]'), ['street/planning.md: What this means']);
    assert.deepEqual(definition('notes.md', 'NH|W'), ['glossary.yml: NHW']);
    assert.deepEqual(definition('notes.md', '# A pa|ge'), ['notes.md: A page']);
  });

  it('leads nowhere from what only is what it is', () => {
    assert.deepEqual(definition('notes.md', 'sta|tus'), []);
    assert.deepEqual(definition('notes.md', 'As cri|terion'), ['framework.yml: planning']);
    assert.deepEqual(definition('notes.md', ' sa|ys'), []);
  });
});

describe('finding references', () => {
  it('finds an element by its key, by its number and in the text alike', () => {
    assert.deepEqual(references('street/planning.md', 'criterion: 2|', true), [
      'framework.yml: planning',
      'notes.md: criterion 2',
      'street/listening.md: planning',
      'street/planning.md: 2',
    ]);
  });

  it('finds a document by links to it and to its headings, and by wiki links', () => {
    assert.deepEqual(references('street/planning.md', '# Pl|anning'), [
      'notes.md: [plan](street/planning.md)',
      'street/listening.md: [the plan](planning.md#what-this-means)',
      'street/listening.md: [[planning]]',
    ]);
  });

  it('finds a heading by links to it', () => {
    assert.deepEqual(references('street/planning.md', '## What this m|eans'), [
      'street/listening.md: [the plan](planning.md#what-this-means)',
    ]);
  });

  it('finds a source by its citations, and a point by those that name it', () => {
    assert.deepEqual(references('notes.md', '[@smi|th-2020'), [
      'notes.md: smith-2020',
      'street/listening.md: smith-2020',
      'street/planning.md: smith-2020',
    ]);
    assert.deepEqual(references('notes.md', 'point 1.|2'), ['notes.md: 1.2', 'street/listening.md: 1.2']);
  });

  it('finds a term in the words', () => {
    assert.deepEqual(references('notes.md', 'NH|W', true), ['glossary.yml: NHW', 'notes.md: NHW', 'street/planning.md: NHW']);
  });

  it('finds an application in the guidance that belongs to it', () => {
    assert.deepEqual(references('street/index.md', 'application: stre|et'), ['street/listening.md: street', 'street/planning.md: street']);
  });

  it('says which documents refer to one, itself left out', () => {
    const { snapshot } = openRoot(FILES);
    assert.deepEqual(documentsReferringTo('street/planning.md', snapshot), ['notes.md', 'street/listening.md']);
    assert.deepEqual(documentsReferringTo('notes.md', snapshot), []);
  });

  it('finds every document of an application of the project’s own guidance', () => {
    const files = withSecondApplication();
    const path = 'rasso/index.md';
    const root = markedRoot(path, (files[path] ?? '').replace('application: ras', 'application: ras|'), files, {});
    const found = referencesAt(root.at, root.offset, root.sourceFor, { includeDeclaration: false });
    const guidance = root.snapshot.markdown.filter(
      ({ type, fields }) => type === 'criterion-guidance' && fields.state === 'parsed' && fields.value['application'] === 'rasso',
    );
    const named = new Set(
      found
        .filter(({ path: file, range }) => root.sourceFor(file)?.text.slice(range.start, range.end) === 'rasso')
        .map((place) => place.path),
    );
    assert.deepEqual(
      [...named],
      guidance.map((facts) => facts.path),
    );
  });
});

describe('highlights', () => {
  it('are in the document alone, and tell where a thing is defined from where it is named', () => {
    const root = at('street/listening.md', 'related: [pla|nning]');
    const found = highlightsAt(root.at, root.offset).map(
      ({ range, role }) => `${role} ${root.at.source.text.slice(range.start, range.end)}`,
    );
    assert.deepEqual(found, ['reference planning']);
    const title = markedRoot('a.md', `${PAGE}[up](#one)\n\n## O|ne\n`);
    const roles = highlightsAt(title.at, title.offset).map(
      ({ range, role }) => `${role} ${title.at.source.text.slice(range.start, range.end)}`,
    );
    assert.deepEqual(roles, ['reference [up](#one)', 'definition One']);
  });
});
