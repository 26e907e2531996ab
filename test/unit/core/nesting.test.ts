import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { DEEPEST, looksBackTooFar, nestsTooDeeply, opensTooMany } from '../../../src/core/text/nesting.js';
import { markdownFuzz, writtenMarkdown } from '../../support/markdown-arbitrary.js';
import { runs } from '../../support/property.js';

describe('opensTooMany', () => {
  it('refuses a line that opens more quotations and lists than are read', () => {
    for (const opening of ['>', '> ', '- ', '* ', '+ ', '1. ', '12) ', '>- ', '  > ', '-\t']) {
      assert.equal(opensTooMany(`${opening.repeat(DEEPEST + 1)}x`), true, opening);
      assert.equal(opensTooMany(`a\n${opening.repeat(DEEPEST + 1)}x\nb`), true, opening);
    }
    assert.equal(opensTooMany(`a\r${'>'.repeat(DEEPEST + 1)} x`), true);
    assert.equal(opensTooMany(`> ${'- '.repeat(DEEPEST + 1)}`), true);
  });

  it('accepts as many as are read', () => {
    for (const opening of ['>', '> ', '- ', '1. ']) assert.equal(opensTooMany(`${opening.repeat(DEEPEST)}x`), false, opening);
    assert.equal(opensTooMany('> - a\n'.repeat(DEEPEST * 2)), false);
  });

  it('accepts thematic breaks, underlines, long tables and long lines', () => {
    const long = 'a word - and > another * '.repeat(200);
    for (const text of [
      '-'.repeat(500),
      '*'.repeat(500),
      '- '.repeat(500),
      ' *  * '.repeat(500),
      '='.repeat(500),
      '+'.repeat(500),
      `  ${'-'.repeat(500)}`,
      `| a |${' b |'.repeat(500)}\n|${' - |'.repeat(501)}\n`,
      `- |${' - |'.repeat(500)}`,
      `${'-|'.repeat(500)}`,
      '| a | b |\n'.repeat(500),
      `- ${long}`,
      `> ${long}`,
      `1. ${long}`,
      `- [ ] ${long}`,
      `  - ${long}`,
      `+---${'+---'.repeat(200)}+`,
      '2026.09.01 '.repeat(100),
      ' '.repeat(5000),
    ])
      assert.equal(opensTooMany(text), false, text.slice(0, 20));
  });

  it('never refuses what people write', () => {
    const never = (text: string) => assert.equal(opensTooMany(text) || looksBackTooFar(text), false);
    fc.assert(fc.property(writtenMarkdown(), never), runs(500));
    fc.assert(fc.property(markdownFuzz(), never), runs(500));
    fc.assert(
      fc.property(fc.array(writtenMarkdown(), { minLength: 20, maxLength: 40 }), (texts) => never(texts.join(' ').replaceAll(/\s+/g, ' '))),
      runs(50),
    );
  });
});

describe('looksBackTooFar', () => {
  it('refuses closing brackets without number in one paragraph', () => {
    for (const text of [']'.repeat(20_000), 'a]\n'.repeat(20_000), 'a]\r\n'.repeat(20_000), `${'['.repeat(20_000)}${']'.repeat(20_000)}`]) {
      assert.equal(looksBackTooFar(text), true, text.slice(0, 5));
    }
  });

  it('accepts links, and brackets in paragraphs of their own', () => {
    for (const text of [
      '[a](b.md) and [[c]]\n'.repeat(100_000),
      '| [a](b.md) | [x] |\n'.repeat(100_000),
      '['.repeat(200_000),
      'a]\n\n'.repeat(50_000),
      'a]\r\n \r\n'.repeat(50_000),
    ]) {
      assert.equal(looksBackTooFar(text), false, text.slice(0, 5));
    }
  });
});

describe('nestsTooDeeply', () => {
  const steps = (levels: number) => Array.from({ length: levels }, (_, level) => `${' '.repeat(level)}a:`).join('\n');

  it('refuses brackets, levels and dashes that nest more deeply than is read', () => {
    const deep = DEEPEST + 1;
    for (const text of [
      '['.repeat(deep),
      '{'.repeat(deep),
      '[{'.repeat(deep),
      `a: ${'['.repeat(deep)}${']'.repeat(deep)}`,
      steps(deep),
      '- '.repeat(deep),
      `a:\n  ${'- '.repeat(deep)}x`,
    ]) {
      assert.equal(nestsTooDeeply(text), true, text.slice(0, 10));
    }
  });

  it('is not deceived by brackets that close nothing', () => {
    assert.equal(nestsTooDeeply(`a: "${']'.repeat(500)}"\nb: ${'['.repeat(500)}`), true);
  });

  it('accepts what is read, and what is only long', () => {
    for (const text of [
      '['.repeat(DEEPEST),
      steps(DEEPEST),
      'a: [b, c]\n'.repeat(1000),
      'a:\n  - b: c\n    d: { e: f }\n'.repeat(1000),
      `a: ${'-'.repeat(1000)}`,
      '---\n',
      '- a\n'.repeat(1000),
      `a: [${'b, '.repeat(1000)}]`,
      `a: >-\n${'  text\n\n'.repeat(1000)}`,
      '',
    ])
      assert.equal(nestsTooDeeply(text), false, text.slice(0, 10));
  });

  it('never refuses front matter that people write', () => {
    const line = fc.tuple(
      fc.constantFrom('', '  ', '    ', '- ', '  - '),
      fc.constantFrom('a: b', 'a:', 'a: [b, c]', 'a: { b: c }', '# note', 'a: >-', 'a: "[x"'),
    );
    const text = fc.array(line, { maxLength: 60 }).map((lines) => lines.map((parts) => parts.join('')).join('\n'));
    fc.assert(
      fc.property(text, (yaml) => assert.equal(nestsTooDeeply(yaml), false)),
      runs(500),
    );
  });
});
