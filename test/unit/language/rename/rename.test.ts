import { strict as assert } from 'node:assert';
import { isRefusal } from '../../../../src/language/rename/refusal.js';
import { prepareRename, renameAt } from '../../../../src/language/rename/rename.js';
import { changed } from '../../../support/change-files.js';
import { type MarkedRoot, markedRoot } from '../../../support/marked-root.js';
import type { Files } from '../../../support/root-arbitrary.js';

const FILES: Files = {
  'street/index.md': '---\ntitle: The street\ntype: application\nstatus: draft\napplication: street\n---\n\n# The street\n',
  'street/hear.md': `---
title: Hearing each other
type: criterion-guidance
status: draft
application: street
criterion: listening # the first one
related: [planning, "sharing"]
---

# Hearing each other

## What this means

## How it began

See [@smith-2020, points 1.1 and 1.2] and [[planning]].
`,
  'notes.md': `---
title: Notes
type: page
status: draft
id: my-notes
gaps:
  - about: What came later
    section: The end
    because: Nobody knows.
---

# Notes

See [[listening]], [there](street/hear.md#how-it-began), [[hear#How it began]] and [up](#notes). The NHW knows [@smith-2020, p. 1.1].

## The end

More on [[my-notes]].
`,
};

/** The root with a cursor in one of its documents, in the words that are given. */
function at(path: string, marked: string, files: Files = FILES): MarkedRoot {
  const root = markedRoot('x.md', '|', files);
  const text = root.files[path] ?? '';
  assert.ok(text.includes(marked.replace('|', '')), marked);
  return markedRoot(path, text.replace(marked.replace('|', ''), marked), files);
}

/** The lines that a rename changes, as \`path: line\`, or why it is refused. */
function rename(path: string, marked: string, to: string, files: Files = FILES): string[] | string {
  const root = at(path, marked, files);
  const result = renameAt(root.at, root.offset, to, root.sourceFor);
  if (!result) return 'nothing to rename';
  if (isRefusal(result)) return result.refused;
  const after = changed(root.files, result);
  return Object.keys(root.files)
    .sort()
    .flatMap((file) => {
      const before = new Set((root.files[file] ?? '').split('\n'));
      return (after[file] ?? '').split('\n').flatMap((line) => (before.has(line) ? [] : [`${file}: ${line}`]));
    });
}

function prepared(path: string, marked: string): string {
  const root = at(path, marked);
  const start = prepareRename(root.at, root.offset, root.sourceFor);
  if (!start) return 'nothing';
  if (isRefusal(start)) return start.refused;
  return `${start.placeholder} in “${root.at.source.text.slice(start.range.start, start.range.end)}”`;
}

describe('renaming', () => {
  it('changes an element’s key in the framework, in front matter and in wiki links, and keeps comments', () => {
    assert.deepEqual(rename('street/hear.md', 'criterion: lis|tening', 'hearing'), [
      'framework.yml:   - { key: hearing, number: 1, title: Listening to neighbours }',
      'notes.md: See [[hearing]], [there](street/hear.md#how-it-began), [[hear#How it began]] and [up](#notes). The NHW knows [@smith-2020, p. 1.1].',
      'street/hear.md: criterion: hearing # the first one',
    ]);
    assert.deepEqual(rename('framework.yml', 'key: sha|ring', 'giving'), [
      'framework.yml:   - { key: giving, number: 3, title: Sharing what was learnt }',
      'street/hear.md: related: [planning, "giving"]',
    ]);
  });

  it('leaves a number that stands for the key', () => {
    const files = {
      ...FILES,
      'b.md': '---\ntitle: B\ntype: criterion-guidance\nstatus: draft\napplication: street\ncriterion: 1\n---\n# B\n',
    };
    const lines = rename('framework.yml', 'key: listen|ing', 'hearing', files);
    assert.ok(!JSON.stringify(lines).includes('b.md'));
  });

  it('changes a citation key in the register and in every citation', () => {
    assert.deepEqual(rename('notes.md', '[@smi|th-2020', 'smith-and-lee-2020'), [
      'notes.md: See [[listening]], [there](street/hear.md#how-it-began), [[hear#How it began]] and [up](#notes). The NHW knows [@smith-and-lee-2020, p. 1.1].',
      'sources.yml:   - id: smith-and-lee-2020',
      'street/hear.md: See [@smith-and-lee-2020, points 1.1 and 1.2] and [[planning]].',
    ]);
  });

  it('changes a point, and no page of the same number', () => {
    assert.deepEqual(rename('street/hear.md', 'points 1.|1', '1.9'), [
      'sources.yml:       - { id: "1.9", says: People talk more to those who come back., mark: finding }',
      'street/hear.md: See [@smith-2020, points 1.9 and 1.2] and [[planning]].',
    ]);
  });

  it('changes a heading with the links and wiki links to it', () => {
    assert.deepEqual(rename('street/hear.md', '## How it be|gan', 'Where it came from'), [
      'notes.md: See [[listening]], [there](street/hear.md#where-it-came-from), [[hear#Where it came from]] and [up](#notes). The NHW knows [@smith-2020, p. 1.1].',
      'street/hear.md: ## Where it came from',
    ]);
    assert.deepEqual(
      rename('notes.md', '(street/hear.md#how-it-be|gan)', 'Where it came from'),
      rename('street/hear.md', '## How it be|gan', 'Where it came from'),
    );
  });

  it('changes a heading with the field that names it, and the title with the first heading', () => {
    assert.deepEqual(rename('notes.md', '## The e|nd', 'At last'), ['notes.md:     section: At last', 'notes.md: ## At last']);
    assert.deepEqual(rename('notes.md', '# No|tes', 'My notes'), [
      'notes.md: title: My notes',
      'notes.md: # My notes',
      'notes.md: See [[listening]], [there](street/hear.md#how-it-began), [[hear#How it began]] and [up](#my-notes). The NHW knows [@smith-2020, p. 1.1].',
    ]);
  });

  it('keeps the label of a wiki link, and its escaped stroke in a table', () => {
    const files = { 'a.md': '# A\n\n## Before\n\n[[a#Before\\|here]]\n' };
    const root = markedRoot('x.md', '|', files);
    const offset = (files['a.md'] ?? '').indexOf('Before');
    const result = renameAt(root.document('a.md'), offset, 'After', root.sourceFor);
    assert.ok(result && !isRefusal(result));
    assert.equal(changed(root.files, result)['a.md'], '# A\n\n## After\n\n[[a#After\\|here]]\n');
  });

  it('changes the anchor of a second heading of the same words too', () => {
    const files = { 'a.md': '# A\n\n## One\n\n## One\n\n[second](#one-1), [first](#one)\n' };
    assert.deepEqual(rename('a.md', '## O|ne', 'Two', files), ['a.md: ## Two', 'a.md: [second](#one), [first](#two)']);
  });

  it('changes an id with the wiki links that use it', () => {
    assert.deepEqual(rename('notes.md', '[[my-no|tes]]', 'our-notes'), ['notes.md: id: our-notes', 'notes.md: More on [[our-notes]].']);
  });

  it('changes an application’s key in all that belongs to it', () => {
    assert.deepEqual(rename('street/hear.md', 'application: str|eet', 'road'), [
      'street/hear.md: application: road',
      'street/index.md: application: road',
    ]);
  });

  it('changes a term in the glossary and in words, with its capitals', () => {
    const files = {
      ...FILES,
      'a.md': '# Organisational life\n\nAn organisational change. `organisational`\n\n> organisational\n\n[x](#organisational-life)\n',
    };
    assert.deepEqual(rename('glossary.yml', 'term: organis|ational', 'corporate', files), [
      'a.md: # Corporate life',
      'a.md: An corporate change. `organisational`',
      'a.md: [x](#corporate-life)',
      'glossary.yml:   - term: corporate',
    ]);
  });

  describe('is refused', () => {
    it('for a name that is taken', () => {
      assert.equal(rename('framework.yml', 'key: listen|ing', 'sharing'), '“sharing” is the name of another element already.');
      assert.equal(rename('notes.md', '[@smi|th-2020', 'jones-2012'), '“jones-2012” is the name of another source already.');
      assert.equal(rename('notes.md', 'id: my-|notes', 'hear'), '“hear” is the name of another document already.');
      assert.equal(rename('notes.md', '## The e|nd', 'Notes'), 'This document has another heading of these words.');
      assert.equal(rename('notes.md', 'NH|W', 'organizational'), 'The glossary has “organizational” already. Change its entry there.');
    });

    it('for a name that is none', () => {
      assert.match(
        String(rename('framework.yml', 'key: listen|ing', 'Listening well')),
        /^“Listening well” cannot be its name. Small letters/,
      );
      assert.equal(
        rename('notes.md', '[@smi|th-2020', 'smith.'),
        '“smith.” could not be cited: a citation would end before its last sign.',
      );
      assert.equal(rename('notes.md', '## The e|nd', ' '), 'A heading is words on one line.');
    });

    it('for a section that a type names, for a number, and for a file that has no id', () => {
      assert.match(prepared('street/hear.md', '## What this m|eans'), /have a section of this name/);
      const files = { ...FILES, 'a.md': '# A\n\nAs criterion 1 says, [here](notes.md), [[hear]].\n' };
      assert.match(String(rename('a.md', 'criterion |1', 'hearing', files)), /only a label/);
      assert.match(String(rename('a.md', '[he|re]', 'there', files)), /the document’s file/);
      assert.match(String(rename('a.md', '[[he|ar]]', 'there', files)), /the document’s file/);
    });

    it('where a wiki link would lead to something else', () => {
      const files = { ...FILES, 'a.md': '---\ntitle: A\ntype: page\nstatus: draft\nid: here\n---\n# A\n', 'b.md': '# B\n\n[[sharing]]\n' };
      assert.match(String(rename('a.md', 'id: he|re', 'sharing', files)), /^A wiki link would lead to something else/);
    });
  });

  it('begins with the name that is changed, wherever the cursor is', () => {
    assert.equal(prepared('street/hear.md', 'criterion: lis|tening'), 'listening in “listening”');
    assert.equal(prepared('notes.md', '## The e|nd'), 'The end in “The end”');
    assert.equal(prepared('notes.md', 'NH|W'), 'NHW in “NHW”');
    assert.equal(prepared('notes.md', 'sta|tus'), 'nothing');
    assert.equal(prepared('notes.md', 'kno|ws'), 'nothing');
  });
});
