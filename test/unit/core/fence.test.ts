import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { findFrontmatter } from '../../../src/core/markdown/fence.js';
import { runs } from '../../support/property.js';

describe('findFrontmatter', () => {
  /** The state of a text, with the stretch that its range covers. */
  const found = (text: string) => {
    const block = findFrontmatter(text);
    return block.state === 'missing' ? 'missing' : `${block.state}: ${JSON.stringify(text.slice(block.range.start, block.range.end))}`;
  };

  it('finds none where the text does not begin with the fence', () => {
    for (const text of ['', '# A\n', '\n---\na: 1\n---\n', ' ---\na: 1\n---\n', '--\na: 1\n', '-----\na: 1\n---\n', 'a: 1\n---\n']) {
      assert.equal(found(text), 'missing', JSON.stringify(text));
    }
  });

  it('finds the fields between two fences', () => {
    assert.equal(found('---\ntitle: A\n---\n\ntext'), 'present: "title: A"');
    assert.equal(found('---\ntitle: A\n---'), 'present: "title: A"');
    assert.equal(found('---  \ntitle: A\n--- \ntext'), 'present: "title: A"');
    assert.equal(found('---\n\ntitle: A\n\n---\ntext'), 'present: "\\ntitle: A\\n"');
  });

  it('finds them with the line ends of Windows', () => {
    assert.equal(found('---\r\ntitle: A\r\nstatus: draft\r\n---\r\ntext'), 'present: "title: A\\r\\nstatus: draft"');
  });

  it('tells a block that says nothing from one that is not there', () => {
    assert.equal(found('---\n---\ntext'), 'empty: "---"');
    assert.equal(found('---\n\n  \n---\ntext'), 'empty: "---"');
    assert.equal(found('---\n# only a comment\n# and another\n---\ntext'), 'empty: "---"');
    assert.equal(found('---\r\n# only a comment\r\n---\r\ntext'), 'empty: "---"');
  });

  it('says where a block begins that nothing closes', () => {
    for (const text of ['---', '---\n', '---\ntitle: A\n', '---\ntitle: A\n --- \ntext', '---\ntitle: A\n--\n']) {
      assert.equal(found(text), 'unclosed: "---"', JSON.stringify(text));
    }
  });

  it('does not take a line that only begins like a fence for one', () => {
    assert.equal(found('---\ntitle: A\n---x\n---\ntext'), 'unclosed: "---"');
    assert.equal(found('---\ntitle: A\n----\ntext'), 'unclosed: "---"');
  });

  it('names the language of a block that is not YAML, and evaluates nothing', () => {
    const poisoned = globalThis as { poisoned?: boolean };
    delete poisoned.poisoned;
    assert.equal(found('---js\n{ title: (globalThis.poisoned = true) }\n---\n'), 'other-language: "---js"');
    assert.equal(found('---javascript\nglobalThis.poisoned = true\n---\n'), 'other-language: "---javascript"');
    assert.equal(found('---json\n{}\n---\n'), 'other-language: "---json"');
    assert.equal(found('--- toml\na = 1\n---\n'), 'other-language: "--- toml"');
    assert.equal(poisoned.poisoned, undefined);
    assert.equal((findFrontmatter('---js\n1\n---\n') as { language: string }).language, 'js');
  });

  it('leaves a byte order mark to whoever reads the file', () => {
    assert.equal(found('\uFEFF---\ntitle: A\n---\n'), 'missing');
  });

  it('gives the block as it stands in the text', () => {
    const line = fc.constantFrom('title: A', 'a: "---x"', '  - b', '# c', '', 'é: 🙂', '- ---');
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), fc.constantFrom('\n', '\r\n'), fc.string(), (lines, eol, body) => {
        const text = ['---', ...lines, '---', body].join(eol);
        const block = findFrontmatter(text);
        const written = lines.join(eol);
        if (lines.every((one) => one === '' || one.startsWith('#'))) assert.equal(block.state, 'empty');
        else
          assert.deepEqual(block, {
            state: 'present',
            text: written,
            range: { start: 3 + eol.length, end: 3 + eol.length + written.length },
          });
      }),
      runs(300),
    );
  });

  it('does not take what follows a line end of old Macs for the name of a language', () => {
    assert.doesNotThrow(() => findFrontmatter('---\r- \nid: c\r\n---\r\n'));
    assert.equal(found('---\r. \na: 1\n---\n'), 'present: ". \\na: 1"');
  });

  it('says the same of a text whatever text it was asked about before', () => {
    const pieces = fc.constantFrom('---', '\n', '\n', '\r\n', '\r', 'a: 1', '# b', ' ', '--- ', 'words', '-', '\n---\n');
    const text = fc.array(pieces, { maxLength: 10 }).map((all) => `---\n${all.join('')}`);
    const another = fc.oneof(
      text,
      fc.tuple(text, text).map(([a, b]) => a + b),
    );
    fc.assert(
      fc.property(text, another, (first, second) => {
        const texts = [first, first + second, second];
        const alone = texts.map((one) => {
          findFrontmatter('');
          return findFrontmatter(one);
        });
        assert.deepEqual(texts.map(findFrontmatter), alone);
      }),
      runs(2000),
    );
  });

  it('takes long and hostile input', () => {
    const many = 200_000;
    for (const text of [
      `---${' '.repeat(many)}`,
      `---\n${'#'.repeat(many)}\n---`,
      `---\n${'# \n'.repeat(many)}`,
      `---\n${'\n'.repeat(many)}---`,
      `---\n${'a: 1\n'.repeat(many)}---\n`,
      `---\n---${' '.repeat(many)}x`,
      `---\n${'\n---x'.repeat(many)}`,
    ]) {
      assert.ok(findFrontmatter(text).state !== 'missing');
    }
  });
});
