import { strict as assert } from 'node:assert';
import { planFixes } from '../../../src/core/lint/fix-plan.js';
import { SourceText } from '../../../src/core/text/source-text.js';
import { lintInMemory } from '../../../src/platform/memory/memory-workspace.js';
import { remarkParser } from '../../../src/platform/remark-parser.js';
import { rules } from '../../../src/rules/index.js';
import type { Files } from '../../support/root-arbitrary.js';
import { baseFiles } from '../../support/rule-examples.js';

const parser = remarkParser();

function page(body: string, fields = ''): string {
  return `---\ntitle: A page\ntype: page\nstatus: draft\n${fields}---\n\n# A page\n\n${body}\n`;
}

function guidance(body: string, criterion = 'listening'): string {
  return page(body, `application: app\ncriterion: ${criterion}\n`).replace('type: page', 'type: criterion-guidance');
}

/** What the first pass of fixing does to a root: each file that it changes, as “old path → new path: body”. */
function firstPass(files: Files): string[] {
  const all: Files = { ...baseFiles(), ...files };
  const { diagnostics, snapshot } = lintInMemory(all, { rules, parser, today: '2026-09-01' });
  const plans = planFixes(diagnostics, snapshot, (path) => (all[path] === undefined ? undefined : new SourceText(path, all[path])));
  return plans.map(
    ({ path, renameTo, text }) =>
      `${path}${renameTo === undefined ? '' : ` → ${renameTo}`}: ${text.split('\n\n').slice(2).join(' ').trim()}`,
  );
}

describe('fixing a root in which a file moves', () => {
  it('makes the move with its links and leaves all else to the next pass', () => {
    const files = { 'app/l.md': guidance('An organizational habit.'), 'a.md': page('See [it](app/l.md), which is organizational.') };
    assert.deepEqual(firstPass(files), [
      'app/l.md → app/listening.md: An organizational habit.',
      'a.md: See [it](app/listening.md), which is organizational.',
    ]);
  });

  it('keeps wiki links right: by the new name where it is enough, else by the whole path', () => {
    assert.deepEqual(
      firstPass({ 'app/l.md': guidance('text'), 'a.md': page('See [[l#What]] and ![[l]].') })[1],
      'a.md: See [[listening#What]] and ![[listening]].',
    );
    const another = page('text', 'application: other\n');
    assert.equal(
      firstPass({ 'app/l.md': guidance('text'), 'n/listening.md': another, 'a.md': page('See [[app/l|it]].') })[1],
      'a.md: See [[app/listening|it]].',
    );
  });

  it('keeps the escaped stroke of a wiki link in a table', () => {
    const table = '| a |\n| --- |\n| [[l\\|it]] |';
    assert.match(firstPass({ 'app/l.md': guidance('text'), 'a.md': page(table) })[1] ?? '', /\| \[\[listening\\\|it\]\] \|/);
  });

  it('keeps what another document is called, where the new name would be taken for it', () => {
    const files = { 'app/l.md': guidance('text'), 'n/listening.md': page('text'), 'a.md': page('See [[listening]].') };
    assert.equal(firstPass(files)[1], 'a.md: See [[n/listening]].');
  });

  it('moves several files at once, with the links between them', () => {
    const files = { 'app/l.md': guidance('See [that](p.md).'), 'app/p.md': guidance('See [that](l.md).', 'planning') };
    assert.deepEqual(firstPass(files), [
      'app/l.md → app/listening.md: See [that](planning.md).',
      'app/p.md → app/planning.md: See [that](listening.md).',
    ]);
  });

  it('leaves a file where it is when a reference to it cannot be rewritten, and moves the others', () => {
    const entity = page('See [it](app/l&#46;md).');
    assert.deepEqual(firstPass({ 'app/l.md': guidance('text'), 'app/p.md': guidance('text', 'planning'), 'a.md': entity }), [
      'app/p.md → app/planning.md: text',
    ]);
  });

  it('leaves a file where it is when its new path is another’s old address', () => {
    assert.deepEqual(firstPass({ 'app/l.md': guidance('text'), 'a.md': page('text', 'aliases: [app/listening.md]\n') }), []);
  });
});
