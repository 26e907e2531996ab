import { strict as assert } from 'node:assert';
import { codeFrame } from '../../../src/cli/formats/code-frame.js';
import { columnsOf } from '../../../src/cli/formats/columns.js';
import { textTable } from '../../../src/cli/formats/table.js';
import { visible } from '../../../src/cli/formats/visible.js';
import { hanging, shorten, wrap } from '../../../src/cli/formats/wrap.js';
import { progressLine } from '../../../src/cli/progress.js';
import { markdownTable } from '../../../src/map/report/markdown-table.js';

describe('what the command prints', () => {
  it('counts the columns that characters take', () => {
    for (const [text, columns] of [
      ['abc', 3],
      ['é', 1],
      ['e\u0301', 1],
      ['漢字', 4],
      ['😀', 2],
      ['\u001B[31mred\u001B[39m', 3],
      ['', 0],
    ] as const)
      assert.equal(columnsOf(text), columns, text);
  });

  it('wraps between words and keeps long ones whole', () => {
    assert.deepEqual(wrap('one two three', 7), ['one two', 'three']);
    assert.deepEqual(wrap('extraordinarily so', 5), ['extraordinarily', 'so']);
    assert.equal(hanging('  1:1  ', 'aaa bbb ccc ddd eee fff ggg', 27, '  '), '  1:1  aaa bbb ccc ddd eee\n  fff ggg');
    assert.equal(shorten('  1:1  aaa bbb ccc', 15), '  1:1  aaa …');
  });

  it('points at the place in a line, whatever stands before it', () => {
    const frame = (line: string, column: number, endColumn: number, width = 60) =>
      codeFrame(line, { line: 7, column, endLine: 7, endColumn }, width);
    assert.deepEqual(frame('plain text', 7, 11), ['7 | plain text', '  |       ^^^^']);
    assert.deepEqual(frame('漢字 text', 4, 8), ['7 | 漢字 text', '  |      ^^^^']);
    assert.deepEqual(frame('\ttext', 2, 6), ['7 |     text', '  |     ^^^^']);
    assert.deepEqual(frame('', 1, 1), ['7 |', '  | ^']);
  });

  it('cuts long lines on both sides of the place, within the width', () => {
    const line = `${'a '.repeat(500)}HERE${' b'.repeat(500)}`;
    const [text = '', pointer = ''] = codeFrame(line, { line: 1, column: 1001, endLine: 1, endColumn: 1005 }, 60);
    assert.ok(columnsOf(text) <= 60);
    assert.equal(text.indexOf('HERE'), pointer.indexOf('^^^^'));
    const [long = ''] = codeFrame('x'.repeat(5000), { line: 1, column: 1, endLine: 1, endColumn: 5001 }, 60);
    assert.ok(columnsOf(long) <= 60);
  });

  it('shows control characters as what they are', () => assert.equal(visible('a\u001B[2Jb\u202Ec\td'), 'a<U+001B>[2Jb<U+202E>c\td'));

  it('lays tables out, wrapping what is too wide', () => {
    const columns = [{ title: 'No.', side: 'right' as const }, { title: 'What' }];
    assert.equal(textTable(columns, [['1', 'one two three four']], 18), 'No.  What\n---  -------------\n  1  one two three\n     four\n');
    assert.equal(markdownTable(columns, [['1', 'a|b']]), '| No. | What |\n| ---: | --- |\n| 1 | a\\|b |\n');
  });

  it('shows progress to those who watch, and takes it away', () => {
    const written: string[] = [];
    const terminal = {
      out: () => undefined,
      err: (text: string) => void written.push(text),
      colours: {} as never,
      width: 80,
      watched: true,
    };
    const quick = progressLine(terminal);
    quick.show(1, 10);
    quick.clear();
    assert.deepEqual(written, [], 'a short run shows nothing');
    const slow = progressLine(terminal, 0);
    slow.show(1000, 9746);
    slow.clear();
    assert.equal(written[0], '\rChecking: 1,000 of 9,746 documents');
    assert.match(written[1] ?? '', /^\r +\r$/);
    progressLine({ ...terminal, watched: false }, 0).show(1, 2);
    assert.equal(written.length, 2);
  });
});
