import { strict as assert } from 'node:assert';
import { extractMarkdown } from '../../../src/core/facts/extract.js';
import { typeRegistry } from '../../../src/core/schema/registry.js';
import { remarkParser } from '../../../src/platform/remark-parser.js';

const types = typeRegistry();

/** The mentions in a text, each as the stretch that a link would take up. */
function mentions(text: string): string[] {
  const { facts } = extractMarkdown('a.md', text, remarkParser(), types);
  return facts.mentions.map(({ number, start, end }) => `${number}=${text.slice(start, end)}`);
}

describe('mentionsIn', () => {
  it('finds one criterion by its words, and several by their numbers', () => {
    assert.deepEqual(mentions('Criterion 12 and criterion\n10a.'), ['12=Criterion 12', '10a=criterion\n10a']);
    assert.deepEqual(mentions('Criteria 3, 10a, and 12 & 4'), ['3=3', '10a=10a', '12=12', '4=4']);
  });

  it('passes over what only looks like one', () => {
    for (const text of [
      'criterion 1.2',
      'criterion 3%',
      'criteria 3 times',
      'criteria 3–5',
      'criteria 3 to 5',
      'subcriterion 3',
      'sub-criterion 3',
      'criterion 3rd',
    ]) {
      assert.deepEqual(mentions(text), [], text);
    }
  });

  it('looks at prose only', () => {
    for (const text of [
      '# Criterion 1',
      '[criterion 1](a.md)',
      '[criterion *1*][a]\n\n[a]: b.md',
      '`criterion 1`',
      '    criterion 1',
      '[[criterion 1]]',
      '[@key, criterion 1]',
      '<a href="b">criterion 1</a>',
      '<!-- criterion 1 -->',
    ]) {
      assert.deepEqual(mentions(text), [], text);
    }
    assert.deepEqual(mentions('[a](b.md) criterion 1 [*b*](c.md) *criterion 2*'), ['1=criterion 1', '2=criterion 2']);
  });
});

describe('anchorsOf', () => {
  it('finds HTML anchors and headings in quotations', () => {
    const text = '# Own\n\n<a id="one"></a> and <a name=two></a>\n\n> ## In a quotation\n\n<!-- id="three" -->\n';
    const { facts } = extractMarkdown('a.md', text, remarkParser(), types);
    assert.deepEqual(facts.anchors, ['one', 'two', 'in-a-quotation']);
  });
});
