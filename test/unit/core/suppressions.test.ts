import { strict as assert } from 'node:assert';
import { suppressionsInHtml, suppressionsInYaml } from '../../../src/core/markdown/suppressions.js';

describe('suppressions in Markdown', () => {
  const found = (html: string) =>
    suppressionsInHtml(html, 0).map(({ ruleIds, reason, start, end }) => ({ ruleIds, reason, text: html.slice(start, end) }));

  it('name a rule and a reason', () => {
    const comment = '<!-- destination-map-disable-next-line link-target: the page comes in May -->';
    assert.deepEqual(found(comment), [{ ruleIds: ['link-target'], reason: 'the page comes in May', text: comment }]);
  });

  it('name several rules, and can run over lines', () => {
    const comment = '<!--\n  destination-map-disable-next-line link-target, image-alt\n  : because: it is so\n-->';
    assert.deepEqual(found(comment)[0]?.ruleIds, ['link-target', 'image-alt']);
    assert.equal(found(comment)[0]?.reason, 'because: it is so');
  });

  it('may lack rules or a reason, for somebody to say so', () => {
    assert.deepEqual(found('<!-- destination-map-disable-next-line -->')[0]?.ruleIds, []);
    assert.equal(found('<!-- destination-map-disable-next-line link-target -->')[0]?.reason, '');
    assert.equal(found('<!-- destination-map-disable-next-line link-target: -->')[0]?.reason, '');
    assert.deepEqual(found('<!-- destination-map-disable-next-line : why -->')[0], {
      ruleIds: [],
      reason: 'why',
      text: '<!-- destination-map-disable-next-line : why -->',
    });
  });

  it('are found one by one, where they are', () => {
    const two = 'x <!-- destination-map-disable-next-line a: b --> y <!-- destination-map-disable-next-line c: d -->';
    assert.deepEqual(
      suppressionsInHtml(two, 100).map(({ ruleIds, start }) => [ruleIds[0], start]),
      [
        ['a', 102],
        ['c', 100 + two.lastIndexOf('<!--')],
      ],
    );
  });

  it('are nothing else', () => {
    for (const html of [
      '<!-- a -->',
      '<!-- destination-map-disable-next-lines a: b -->',
      '<!-- destination-map-disable a: b -->',
      '<p>destination-map-disable-next-line a: b</p>',
    ]) {
      assert.deepEqual(found(html), [], html);
    }
  });

  it('take hostile comments', () => {
    for (const tail of [' '.repeat(50_000), ': '.repeat(20_000), 'a '.repeat(20_000), ' :'.repeat(20_000)]) {
      assert.ok(Array.isArray(found(`<!-- destination-map-disable-next-line${tail}`)));
    }
  });
});

describe('suppressions in YAML', () => {
  const found = (yaml: string) =>
    suppressionsInYaml(yaml, 0).map(({ ruleIds, reason, start, end }) => ({ ruleIds, reason, text: yaml.slice(start, end) }));

  it('name rules and a reason', () => {
    const comment = '# destination-map-disable-next-line field-form, field-date: it is agreed';
    for (const eol of ['\n', '\r\n']) {
      assert.deepEqual(found(`a: 1${eol}  ${comment}${eol}b: 2${eol}`), [
        { ruleIds: ['field-form', 'field-date'], reason: 'it is agreed', text: comment },
      ]);
    }
  });

  it('end with their line', () => {
    assert.equal(found('# destination-map-disable-next-line a\nb: c\n')[0]?.reason, '');
  });

  it('are nothing else', () => {
    assert.deepEqual(found('a: destination-map-disable-next-line\n# destination-map-disable-next-lines x\n'), []);
  });

  it('are comments wherever YAML has them, and nothing that a value says', () => {
    const comment = '# destination-map-disable-next-line field-form: it is agreed';
    for (const value of [
      `title: "Boats ${comment}"`,
      `title: "Boats \\" ${comment}"`,
      `title: 'Boats '' ${comment}'`,
      `title: "Boats\n  ${comment}"`,
      `title: 'Boats\n  ${comment}\n  more'`,
      `title: |\n  Boats\n  ${comment}\n  more`,
      `title: >-\n  ${comment}`,
      `- |2\n    ${comment}`,
      `title: Boats${comment}`,
      `--- |\n${comment}\n...`,
      `\u0002`,
      `[a, "${comment}"]`,
      `"a ${comment}": 1`,
    ]) {
      assert.deepEqual(found(value), [], value);
      assert.deepEqual(found(`${value}\n${comment}\nb: 2`), [{ ruleIds: ['field-form'], reason: 'it is agreed', text: comment }]);
    }
    for (const line of [
      `title: "Boats" ${comment}`,
      `title: Boats\t${comment}`,
      `list: [a, ${comment}\n b]`,
      `a: | ${comment}\n  text`,
      `\uFEFF${comment}`,
    ])
      assert.deepEqual(
        found(`${line}\n`).map(({ text }) => text),
        [comment],
        line,
      );
  });

  it('are found in text that is no sound YAML, before what is wrong', () => {
    const comment = '# destination-map-disable-next-line field-form: it is agreed';
    assert.equal(found(`${comment}\na: "never closed\nb: [}`).length, 1);
    assert.equal(found(`a: b: c ]\n${comment}\n`).length, 1);
  });

  it('take hostile texts', () => {
    const comment = '# destination-map-disable-next-line a: b\n';
    for (const text of ['"', "'", '[', '{ ', '- ', '? ', '|\n', 'a: ', '&a ', '\u0002', '\u001F\n', '\r'])
      assert.ok(found(comment + text.repeat(20_000)).length > 0, JSON.stringify(text));
    assert.equal(found(comment.repeat(20_000)).length, 20_000);
  });

  it('take hostile comments', () => {
    for (const tail of [' '.repeat(50_000), ': '.repeat(20_000), 'a '.repeat(20_000)]) {
      assert.ok(Array.isArray(found(`# destination-map-disable-next-line${tail}`)));
      assert.ok(Array.isArray(found(`# destination-map-disable-next-line${tail}\nx`)));
    }
  });
});
