import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { toString as wordsIn } from 'mdast-util-to-string';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { visit } from 'unist-util-visit';
import { markdownLine, markdownText } from '../../../src/language/scaffold/markdown-text.js';
import { runs } from '../../support/property.js';

/** The types of what Markdown is read as, and its words; addresses are links for GitHub and say what they said. */
function read(markdown: string): { types: string[]; words: string } {
  const tree = remark().use(remarkGfm).parse(markdown);
  const types: string[] = [];
  visit(tree, ({ type }) => {
    if (!['root', 'text', 'link'].includes(type)) types.push(type);
  });
  return { types, words: wordsIn(tree).trim() };
}

const PIECES = [
  'word', 'L&D', '&amp;', '&#35;', '~~gone~~', '~', '#', '##', '*', '**', '_', 'snake_case', '`', '[', ']', '(', ')', '<b>', '<!--', '-->',
  '[a](b)', '![a](b)', '[@who]', '[^1]', '\\', '\\&', '-', '- ', '+ ', '1.', '1)', '> ', '|', '---', '===', ':', '$', '<https://a.example>', 'https://b.example/', 'www.c.example', 'd@e.example',
]; // biome-ignore format: a list

describe('text that stays text where Markdown is read', () => {
  it('escapes what would mean something, and leaves words as they are', () => {
    assert.equal(markdownText('L&D &copy; ~~gone~~ #'), 'L&D \\&copy; \\~\\~gone\\~\\~ \\#');
    assert.equal(markdownText('L&D, R&D: snake_case & more > #1'), 'L&D, R&D: snake_case & more > #1');
    assert.equal(markdownText('#'), '\\#');
    assert.equal(markdownText('C#'), 'C#');
    assert.equal(markdownLine('1. First\n  of all'), '1\\. First of all');
    assert.equal(markdownLine('- one'), '\\- one');
    assert.equal(markdownLine('2019 and 1.5'), '2019 and 1.5');
  });

  it('keeps any words in a heading, in the words of a link and on a line', () => {
    const words = fc
      .tuple(fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 }), fc.constantFrom('', ' '))
      .map(([pieces, between]) => pieces.join(between).replace(/\s+/g, ' ').trim())
      .filter((text) => text !== '');
    fc.assert(
      fc.property(words, (text) => {
        assert.deepEqual(read(`## ${markdownText(text)}`), { types: ['heading'], words: text });
        assert.deepEqual(read(`a [${markdownText(text)}](b.md)`), { types: ['paragraph'], words: `a ${text}` });
        assert.deepEqual(read(markdownLine(text)), { types: ['paragraph'], words: text });
      }),
      runs(500),
    );
  });

  it('takes hostile text', () => {
    for (const text of ['&', '&a', '# ', '#', ' ', '_', 'a_', '~', '[', '1', 'http://', 'www.', '@a'])
      assert.ok(markdownLine(`${text.repeat(100_000)}x`).length > 0);
  });
});
