import { strict as assert } from 'node:assert';
import type { Target } from '../../../../src/language/targets/target.js';
import { targetAt } from '../../../../src/language/targets/target-at.js';
import { secondFramework } from '../../../support/fixture-roots.js';
import { markedRoot } from '../../../support/marked-root.js';
import { baseFiles } from '../../../support/rule-examples.js';

const GUIDANCE = `---
title: Listening to neighbours
type: criterion-guidance
status: draft
application: street
criterion: listening
last_reviewed_on: 2026-01-31
serves:
  - domain: people
    attributes: [fair, 2]
    because: It does.
    basis: source
---

# Listening to neighbours

## What this means

Words.
`;

const APPLICATION = `---
title: The street
type: application
status: draft
application: street
provenance: [smith-2020]
---

# The street
`;

const FILES = { 'street/listening.md': GUIDANCE, 'street/index.md': APPLICATION, 'picture.png': '' };

/** What is at the cursor, in a few words: its kind, its name, the words that it stands for there. */
function at(
  path: string,
  marked: string,
  files: Readonly<Record<string, string>> = FILES,
  base?: Readonly<Record<string, string>>,
): string {
  const root = markedRoot(path, marked, files, base);
  const target = targetAt(root.at, root.offset);
  if (!target) return 'nothing';
  return `${target.role} ${nameOf(target)} in “${root.at.source.text.slice(target.range.start, target.range.end)}”`;
}

function nameOf(target: Target): string {
  switch (target.kind) {
    case 'framework':
      return `framework ${target.framework.key}`;
    case 'element':
      return `${target.element.kind} ${target.element.key}`;
    case 'source':
      return `source ${target.source.id}`;
    case 'point':
      return `point ${target.source.id} ${target.point.id}`;
    case 'term':
      return `term ${target.term.term}`;
    case 'application':
      return `application ${target.application.key}`;
    case 'heading':
      return `heading ${target.path}#${target.heading.slug}`;
    case 'field':
      return `field ${target.field.join('/')} (${target.schema?.schema.title ?? 'no title'})`;
    case 'date':
      return `date ${target.date}`;
    default:
      return `${target.kind} ${target.path}`;
  }
}

/** The guidance with a cursor put behind the first occurrence of some words. */
function guidanceAt(words: string): string {
  return GUIDANCE.replace(words, `${words}|`);
}

/** A page with a paragraph. */
function page(paragraph: string): string {
  return `# A page\n\n${paragraph}\n`;
}

describe('what is at a place', () => {
  describe('in front matter', () => {
    it('is an element by its key, and by its number', () => {
      assert.equal(at('street/listening.md', guidanceAt('criterion: lis')), 'reference criterion listening in “listening”');
      assert.equal(at('street/listening.md', guidanceAt('[fair, 2')), 'reference attribute open in “2”');
    });

    it('is a field, by what its type’s schema says of it', () => {
      assert.equal(at('street/listening.md', guidanceAt('- dom')), 'reference field serves/0/domain (Core domain) in “domain”');
    });

    it('is an application, where it is named and where it is defined', () => {
      assert.equal(at('street/listening.md', guidanceAt('application: str')), 'reference application street in “street”');
      assert.equal(
        at('street/index.md', APPLICATION.replace('application: str', 'application: str|')),
        'definition application street in “street”',
      );
    });

    it('is a date', () => {
      assert.equal(at('street/listening.md', guidanceAt('2026-01')), 'reference date 2026-01-31 in “2026-01-31”');
    });

    it('is a source of the register', () => {
      assert.equal(at('street/index.md', APPLICATION.replace('[smith', '[smith|')), 'reference source smith-2020 in “smith-2020”');
    });

    it('is a document by its own id', () => {
      assert.equal(
        at('a.md', '---\ntitle: A\ntype: page\nstatus: draft\nid: my-|page\n---\n# A\n'),
        'definition document a.md in “my-page”',
      );
    });

    it('is a section by its heading', () => {
      const role =
        '---\ntitle: R\ntype: role\nstatus: draft\nsupports:\n  - criterion: listening\n    section: Pur|pose\n---\n# R\n\n## Purpose\n';
      assert.equal(at('r.md', role), 'reference heading r.md#purpose in “Purpose”');
    });

    it('is nothing where the YAML cannot be read, and between fields', () => {
      assert.equal(at('a.md', '---\ntitle: [A|\n---\n'), 'nothing');
      assert.equal(at('street/listening.md', GUIDANCE.replace('serves:\n', 'serves:\n |')), 'nothing');
    });
  });

  describe('in the text', () => {
    it('is the document that a link leads to, its heading, or another file', () => {
      assert.equal(
        at('a.md', page('[Wor|ds](street/listening.md)')),
        'reference document street/listening.md in “[Words](street/listening.md)”',
      );
      assert.equal(
        at('a.md', page('[Words](street/liste|ning.md#what-this-means)')),
        'reference heading street/listening.md#what-this-means in “street/listening.md#what-this-means”',
      );
      assert.equal(at('a.md', page('[Words](str|eet/)')), 'reference document street/index.md in “street/”');
      assert.equal(at('a.md', page('![Words](pict|ure.png)')), 'reference file picture.png in “picture.png”');
    });

    it('is what a wiki link names: a document, its heading, or an element that no document explains', () => {
      assert.equal(at('a.md', page('[[Liste|ning]]')), 'reference document street/listening.md in “[[Listening]]”');
      assert.equal(
        at('a.md', page('[[listening#What this m|eans]]')),
        'reference heading street/listening.md#what-this-means in “[[listening#What this means]]”',
      );
      assert.equal(at('a.md', page('[[shar|ing]]')), 'reference criterion sharing in “[[sharing]]”');
    });

    it('is a source by its key, and a point by its number', () => {
      assert.equal(at('a.md', page('They do [@smi|th-2020, point 1.2].')), 'reference source smith-2020 in “smith-2020”');
      assert.equal(at('a.md', page('They do [@smith-2020, point 1.|2].')), 'reference point smith-2020 1.2 in “1.2”');
      assert.equal(at('a.md', page('They do [@smith-2020, points 1.1–1|.2].')), 'reference point smith-2020 1.2 in “1.2”');
      assert.equal(at('a.md', page('They do [@smith-2020, p. 1.|2].')), 'reference source smith-2020 in “smith-2020”');
    });

    it('is a criterion that is named by its number', () => {
      assert.equal(at('a.md', page('As criterion 2|a has it.')), 'reference criterion planning in “criterion 2a”');
    });

    it('is a heading of the document, by its words', () => {
      assert.equal(at('a.md', '## Some |words ##\n'), 'definition heading a.md#some-words in “Some words”');
      assert.equal(at('a.md', 'Some |words\n===\n'), 'definition heading a.md#some-words in “Some words”');
    });

    it('is a term, though not in code, in an address or in a longer word', () => {
      assert.equal(at('a.md', page('The NH|W listens.')), 'reference term NHW in “NHW”');
      assert.equal(at('a.md', page('Organisatio|nal change.')), 'reference term organisational in “Organisational”');
      assert.equal(at('a.md', page('The `NH|W` listens.')), 'nothing');
      assert.equal(at('a.md', page('```\nThe NH|W listens.\n```')), 'nothing');
      assert.equal(at('a.md', page('<!-- The NH|W listens. -->')), 'nothing');
      assert.equal(at('a.md', page('[x](https://example.org/NH|W)')), 'nothing');
      assert.equal(at('a.md', page('The NHWs| listen.')), 'nothing');
    });

    it('is nothing where a link leads nowhere or out of the root', () => {
      assert.equal(at('a.md', page('[Words](no|where.md)')), 'nothing');
      assert.equal(at('a.md', page('[Words](../../out|side.md)')), 'nothing');
      assert.equal(at('a.md', page('Just wo|rds.')), 'nothing');
    });
  });

  describe('in a data file', () => {
    const data = (path: string, words: string) => at(path, (baseFiles()[path] ?? '').replace(words, `${words}|`));

    it('is what is defined there', () => {
      assert.equal(data('framework.yml', 'key: good-nei'), 'definition framework good-neighbours in “good-neighbours”');
      assert.equal(data('framework.yml', 'key: liste'), 'definition criterion listening in “listening”');
      assert.equal(data('sources.yml', 'id: jones'), 'definition source jones-2012 in “jones-2012”');
      assert.equal(data('sources.yml', 'id: "1.2'), 'definition point smith-2020 1.2 in “"1.2"”');
      assert.equal(data('glossary.yml', 'term: NH'), 'definition term NHW in “NHW”');
    });

    it('is what is named there', () => {
      assert.equal(data('framework.yml', 'knowledge_domain: place'), 'reference knowledge_domain place-theory in “place-theory”');
      assert.equal(data('sources.yml', 'knowledge_domains: [people'), 'reference knowledge_domain people-theory in “people-theory”');
      assert.equal(data('guidance.yml', 'sources: sou'), 'reference file sources.yml in “sources.yml”');
    });

    it('is the element that another takes the place of', () => {
      const framework = (baseFiles()['framework.yml'] ?? '').replace(
        'key: sharing, number: 3,',
        'key: sharing, replaces: liste|ning, number: 3,',
      );
      assert.equal(at('framework.yml', framework), 'reference criterion listening in “listening”');
    });

    it('goes by the framework of the root, whichever it is', () => {
      const files = secondFramework();
      const path = 'harbour-safety.yml';
      const text = files[path] ?? '';
      const criterion = /criteria:\s+- (?:\{ )?key: (\S+?),?\s/.exec(text)?.[1] ?? '';
      const marked = text.replace(`key: ${criterion}`, `key: ${criterion}|`);
      assert.equal(at(path, marked, {}, files), `definition criterion ${criterion} in “${criterion}”`);
    });
  });
});
