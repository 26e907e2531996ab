import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { proseOf } from '../../../src/core/markdown/prose.js';
import { NodesByType } from '../../../src/core/markdown/visit.js';
import { satteriParser } from '../../../src/platform/node/satteri-parser.js';
import { remarkParser } from '../../../src/platform/remark-parser.js';
import { writtenMarkdown } from '../../support/markdown-arbitrary.js';
import { runs } from '../../support/property.js';

const remark = remarkParser();

function blocks(text: string, parser = remark) {
  return proseOf(text, new NodesByType(parser.parse(text))).blocks;
}

describe('proseOf', () => {
  it('gives paragraphs, headings and cells, without code and markup', () => {
    const text = '# A *title*\n\nSome **bold** `code` and [a link](x.md).\n\n| one |\n|---|\n| two |\n\n```\nno\n```\n\n<!-- no -->\n';
    assert.deepEqual(
      blocks(text).map(({ kind, text: prose }) => [kind, prose]),
      [
        ['paragraph', 'Some bold  and a link.'],
        ['heading', 'A title'],
        ['tableCell', 'one'],
        ['tableCell', 'two'],
      ],
    );
  });

  it('keeps the place of citations and wiki links and not their words', () => {
    assert.equal(blocks('One [@smith] two [[three]] four.')[0]?.text, 'One          two           four.');
  });

  it('holds the character between its blocks in none of them', () => {
    const markdown = 'One\0two.\n\nThree.\n';
    const { text } = proseOf(markdown, new NodesByType(remark.parse(markdown)));
    assert.deepEqual(text.split('\0'), ['One\uFFFDtwo.', 'Three.', '']);
  });

  it('runs on over lines', () => {
    const text = '> one\n> two  \n> three\n';
    assert.match(blocks(text)[0]?.text ?? '', /^one\s+>? ?two\s+>? ?three$/);
  });

  for (const parser of [remark, satteriParser]) {
    it(`says where in the document each of its characters stands (${parser.name})`, () => {
      fc.assert(
        fc.property(writtenMarkdown(), (text) => {
          for (const block of blocks(text, parser)) {
            for (let index = 0; index < block.text.length; index++) {
              const character = block.text[index];
              // A space may stand for a character of a citation or a wiki link.
              if (character !== ' ') assert.equal(text[block.offsetAt(index)], character);
            }
          }
        }),
        runs(200),
      );
    });
  }

  it('puts the end of a text behind its last character', () => {
    const text = 'A *b*.\n';
    const [block] = blocks(text);
    assert.equal(block?.offsetAt(block.text.length), text.length - 1);
  });
});
