import { strict as assert } from 'node:assert';
import { parseYaml } from '../../../src/core/yaml/parse-yaml.js';
import { isMapping, listAt, textAt, textsAt, valueAt } from '../../../src/core/yaml/value.js';

/** The problems of a text: kind, what they are about, and the stretch that they point at. */
function problems(text: string): string[] {
  return parseYaml(text).problems.map(({ kind, detail, start, end }) => `${kind} ${detail} @${JSON.stringify(text.slice(start, end))}`);
}

/** Only the kinds, for problems that tell of themselves in the parser's words. */
function kinds(text: string): string[] {
  return parseYaml(text).problems.map(({ kind }) => kind);
}

describe('parseYaml', () => {
  it('reads texts, numbers, truth, nothing, lists and mappings', () => {
    const text = 'a: text\nb: 12\nc: 1.5\nd: true\ne: null\nf: ~\ng:\nh: [1, two]\ni:\n  - j: k\n    l: m\n';
    const value = { a: 'text', b: 12, c: 1.5, d: true, e: null, f: null, g: null, h: [1, 'two'], i: [{ j: 'k', l: 'm' }] };
    assert.deepEqual(parseYaml(text), { value, problems: [] });
  });

  it('leaves dates and clock times texts', () => {
    const text = 'a: 2026-09-01\nb: 2026-09-01T10:00:00Z # c\nc: { d: 2026-09-01 }\n';
    assert.deepEqual(parseYaml(text).value, { a: '2026-09-01', b: '2026-09-01T10:00:00Z', c: { d: '2026-09-01' } });
  });

  it('reads block texts', () => {
    assert.deepEqual(parseYaml('a: >-\n  one\n  two\n\n  three\nb: |\n  one\n   two\n').value, { a: 'one two\nthree', b: 'one\n two\n' });
  });

  it('reads the line ends of Windows as others', () => {
    assert.deepEqual(parseYaml('a: 1\r\nb:\r\n  - x\r\n').value, { a: 1, b: ['x'] });
  });

  it('reads an empty text as nothing', () => {
    assert.deepEqual(parseYaml(''), { value: null, problems: [] });
  });

  describe('says what other tools would read otherwise, and reads it all the same', () => {
    it('words for yes and no', () => {
      assert.deepEqual(problems('a: no\nb: Yes\nc: [on, off]\n'), [
        'coerced no @"no"',
        'coerced Yes @"Yes"',
        'coerced on @"on"',
        'coerced off @"off"',
      ]);
      assert.deepEqual(parseYaml('a: no\n').value, { a: 'no' });
    });

    it('numbers that lose a digit, and clock times', () => {
      assert.deepEqual(problems('a: 010\nb: 1.10\nc: 1:30\nd: 1_000\n'), [
        'coerced 010 @"010"',
        'coerced 1.10 @"1.10"',
        'coerced 1:30 @"1:30"',
        'coerced 1_000 @"1_000"',
      ]);
    });

    it('but nothing that wears quotes, is part of a text, or is a key', () => {
      assert.deepEqual(problems('a: "no"\nb: \'010\'\nc: no way\non: d\ne: 12.3\nf: |\n  no\n'), []);
    });

    it('anywhere in a list on one line', () => {
      assert.deepEqual(problems('a: [no, b]\nc: { d: on, e: f }\n'), ['coerced no @"no"', 'coerced on @"on"']);
    });

    it('and in which field', () => {
      assert.deepEqual(parseYaml('a:\n  - b: c\n    d: [x, no]\n').problems[0]?.path, ['a', 0, 'd', 1]);
    });
  });

  describe('refuses', () => {
    it('a key that comes twice, and points at the second', () => {
      assert.deepEqual(problems('a: 1\nb: 2\na: 3\n'), ['duplicate-key a @"a"']);
      assert.equal(parseYaml('a: 1\na: 3\n').value, undefined);
      assert.equal(parseYaml('a: 1\nb: 2\na: 3\n').problems[0]?.start, 10);
      assert.deepEqual(kinds('x:\n  - { a: 1, a: 2 }\n'), ['duplicate-key']);
    });

    it('tabs for indentation', () => {
      assert.ok(kinds('a:\n\tb: 1\n').includes('tab'));
      assert.equal(parseYaml('a:\n\tb: 1\n').value, undefined);
    });

    it('anchors and aliases', () => {
      assert.deepEqual(
        problems('a: &x 1\nb: *x\n').map((one) => one.split(' @')[0]),
        ['alias x', 'alias x'],
      );
      assert.equal(parseYaml('a: &x 1\n').value, undefined);
      assert.deepEqual(kinds('a: &x\n  b: 1\n<<: *x\n'), ['alias', 'alias']);
    });

    it('aliases that grow without end, without growing', () => {
      const lines = ['a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]'];
      for (let n = 1; n < 30; n++) lines.push(`a${n}: &a${n} [${`*a${n - 1}, `.repeat(9)}]`);
      const { value, problems: found } = parseYaml(lines.join('\n'));
      assert.equal(value, undefined);
      assert.ok(found.every(({ kind }) => kind === 'alias'));
    });

    it('an alias to nothing and one to itself', () => {
      assert.ok(kinds('a: *nothing\n').length > 0);
      assert.ok(kinds('a: &a [*a]\n').includes('alias'));
      assert.equal(parseYaml('a: *nothing\n').value, undefined);
    });

    it('tags of JavaScript and of anybody else', () => {
      for (const text of ['a: !!js/function "function () { throw 1 }"\n', 'a: !!js/regexp /x/\n', 'a: !own 1\n', 'a: !<tag:own> 1\n']) {
        assert.deepEqual(kinds(text), ['tag'], text);
        assert.equal(parseYaml(text).value, undefined);
      }
    });

    it('several documents', () => {
      assert.deepEqual(kinds('a: 1\n---\nb: 2\n'), ['several-documents']);
    });

    it('what is not YAML, with its place', () => {
      for (const text of ['a: [1, 2\n', 'a: "b\n', 'a: b: c\n', '- a\nb: 1\n', '{', 'a: @b\n', '%x\n']) {
        const { value, problems: found } = parseYaml(text);
        assert.equal(value, undefined, text);
        assert.ok(found.length > 0 && found.every(({ start, end }) => 0 <= start && start <= end && end <= text.length), text);
      }
    });
  });

  it('keeps a key that objects have of themselves a key', () => {
    const { value } = parseYaml('__proto__: { polluted: true }\nconstructor: x\ntoString: y\n');
    assert.equal(({} as { polluted?: boolean }).polluted, undefined);
    assert.deepEqual(Object.keys(value as object).sort(), ['__proto__', 'constructor', 'toString'].sort());
  });

  it('takes deep and long input', () => {
    assert.ok(parseYaml(`a: ${'['.repeat(2_000)}`).problems.length > 0);
    assert.equal((parseYaml(Array.from({ length: 20_000 }, (_, n) => `k${n}: v # c`).join('\n')).value as { k9: string }).k9, 'v');
  });
});

describe('values', () => {
  const value = { a: [{ b: 'c' }, 'd', 1], e: null, f: 'g' };

  it('are found by their path', () => {
    assert.equal(valueAt(value, ['a', 0, 'b']), 'c');
    assert.equal(valueAt(value, []), value);
    assert.equal(valueAt(value, ['a', 9, 'b']), undefined);
    assert.equal(valueAt(value, ['f', 'length']), undefined);
    assert.equal(valueAt(value, ['toString']), undefined);
  });

  it('are given only in the form that is asked for', () => {
    assert.equal(textAt(value, 'f'), 'g');
    assert.equal(textAt(value, 'a'), undefined);
    assert.deepEqual(textsAt(value, 'a'), ['d']);
    assert.deepEqual(listAt(value, 'f'), []);
    assert.equal(isMapping(value.a), false);
    assert.equal(isMapping(null), false);
  });
});
