import { strict as assert } from 'node:assert';
import { slug } from 'github-slugger';
import { markdownTypes, typeRegistry } from '../../src/core/schema/registry.js';
import { lintInMemory } from '../../src/platform/memory/memory-workspace.js';
import { remarkParser } from '../../src/platform/remark-parser.js';
import { rules } from '../../src/rules/index.js';
import { expandSnippet, tabStopsOf } from '../support/expand-snippet.js';
import { BLOCK_SETTINGS, documentSetting, type Setting } from '../support/snippet-settings.js';
import { insertSnippet, MARK, type Snippet, shippedSnippets, variablesFor } from '../support/snippets.js';

const TODAY = '2026-09-01';
const SCOPES = ['markdown', 'yaml', 'markdown,yaml'];
const parser = remarkParser();
const registry = typeRegistry();
const types = markdownTypes(registry);
const snippets = shippedSnippets();
const byPrefix = new Map(snippets.map((snippet) => [snippet.prefix, snippet]));

/** The sections of a type with the prefix of their snippets: `dm-role-purpose`, `dm-attribute-each-domain`. */
function sectionsOf(type: string): { prefix: string; heading: string | undefined }[] {
  return (registry.get(type)?.sections ?? []).map(({ title, each }) => ({
    prefix: `dm-${type}-${each === undefined ? slug(title ?? '') : `each-${each}`}`,
    heading: title,
  }));
}

describe('snippets', () => {
  it('have prefixes of their own, which begin with dm-', () => {
    assert.equal(byPrefix.size, snippets.length, 'two snippets have one prefix');
    for (const { prefix } of snippets) assert.match(prefix, /^dm-[a-z]+(-[a-z]+)*$/);
  });

  it('say in a sentence what they are for', () => {
    for (const { description, prefix } of snippets) assert.match(description, /^[A-Z].*\.$/, prefix);
  });

  it('are offered where they belong', () => {
    for (const { scope, prefix } of snippets) assert.ok(SCOPES.includes(scope), prefix);
  });

  it('lead the cursor through every stop and to the end', () => {
    for (const { body, prefix } of snippets) {
      const numbers = tabStopsOf(body).sort((a, b) => a - b);
      assert.deepEqual(
        numbers,
        numbers.map((_, index) => index),
        prefix,
      );
      assert.ok(numbers.length > 1, `${prefix} asks for nothing`);
    }
  });

  it('know where each of them is tried', () => {
    const tried = [
      ...types.flatMap((type) => [`dm-${type}`, ...sectionsOf(type).map(({ prefix }) => prefix)]),
      ...Object.keys(BLOCK_SETTINGS),
    ];
    assert.deepEqual(snippets.map(({ prefix }) => prefix).sort(), tried.sort());
  });

  for (const type of types) describe(`for the type ${type}`, () => checkType(type));

  describe('for blocks', () => {
    for (const [prefix, setting] of Object.entries(BLOCK_SETTINGS)) it(prefix, () => assertClean(inserted(snippet(prefix), setting())));
  });
});

function checkType(type: string): void {
  it('a whole document', () => assertClean(wholeDocument(type)));
  it('a whole document is offered as one', () => assert.equal(snippet(`dm-${type}`).isFileTemplate, true));
  for (const { prefix, heading } of sectionsOf(type)) {
    it(prefix, () => {
      const { body } = snippet(prefix);
      const first = expandSnippet(body).split('\n')[0];
      if (heading !== undefined) assert.equal(first, `## ${heading}`);
      const { path, files } = wholeDocument(type);
      const text = withoutSection(files[path] ?? '', first ?? '');
      assertClean(inserted(snippet(prefix), { path, files: { ...files, [path]: text } }));
    });
  }
}

function snippet(prefix: string): Snippet {
  const found = byPrefix.get(prefix);
  assert.ok(found, `there is no snippet ${prefix}`);
  return found;
}

function wholeDocument(type: string): Setting {
  return inserted(snippet(`dm-${type}`), documentSetting(type));
}

function inserted(what: Snippet, { path, files }: Setting): Setting {
  return { path, files: { ...files, [path]: insertSnippet(files[path] ?? '', what, variablesFor(path, TODAY)) } };
}

/** A document with a place for a snippet where a section was, with all below its heading. */
function withoutSection(text: string, heading: string): string {
  const start = text.indexOf(`\n${heading}\n`) + 1;
  assert.ok(start > 0, `the whole document has no section “${heading}”`);
  const next = text.indexOf('\n## ', start);
  return next < 0 ? `${text.slice(0, start)}${MARK}` : `${text.slice(0, start)}${MARK}${text.slice(next)}`;
}

/** The whole root is looked at: a setting is to be as clean as what is put into it. */
function assertClean({ files }: Setting): void {
  const { diagnostics } = lintInMemory(files, { rules, parser, today: TODAY });
  const found = diagnostics
    .filter(({ severity }) => severity !== 'info')
    .map((one) => `${one.path}:${one.line}:${one.column} ${one.ruleId}: ${one.message}`);
  assert.deepEqual(found, []);
}
