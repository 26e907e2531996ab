import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import { parse } from 'yaml';
import { GUIDANCE } from '../../../support/exchange-input.js';
import { filesBelow } from '../../../support/guidance-files.js';
import { filesIn, Imported, inProcess, removeImports } from '../../../support/importing.js';
import { bold, type Cell, downFrom, heading, item, MERGED, paragraph, table, wordFile } from '../../../support/word-documents.js';

interface Criterion {
  readonly key: string;
  readonly number: number;
  readonly title: string;
  readonly parts?: readonly { readonly title: string }[];
}

const { criteria } = parse(filesBelow(['guidance'], /destination-map\.yml$/).get('guidance/destination-map.yml') ?? '') as {
  criteria: readonly Criterion[];
};

/** Words of our own for a criterion: no sentence of any source. */
const means = ({ number }: Criterion) => `Synthetic sentence ${number} of this test says what it means.`;
const example = ({ number }: Criterion) => `Synthetic example ${number} of this test.`;
const hasExample = ({ number }: Criterion) => number % 3 === 1;

const HEAD: readonly Cell[] = ['', 'Essential criteria', 'What this could mean', 'Example'];

/** The rows of a table as long as the real one: titles as the framework has them, some broken over lines and one in rows of its parts. */
function rowsFor(criterion: Criterion): (readonly Cell[])[] {
  const { number, title, parts } = criterion;
  const text: Cell = [
    paragraph(means(criterion)),
    item('points', `Synthetic point ${number}.1`),
    item('points', `Synthetic point ${number}.2`),
    paragraph(bold('And'), ` more on ${number} (Synthetic et al, 2011).`),
  ];
  if (!parts) return [[String(number), title, text, hasExample(criterion) ? example(criterion) : '']];
  const lines = title.split(/\s(?=[a-c]\) )/);
  return [
    [downFrom(String(number)), downFrom(...lines), 'a) Synthetic design.', hasExample(criterion) ? example(criterion) : ''],
    [MERGED, MERGED, 'b) Synthetic delivery.', ''],
    [MERGED, MERGED, 'c) Synthetic impact.', ''],
  ];
}

describe('a table as long as the one that the guidance was made from', function () {
  this.timeout(120_000);
  after(removeImports);

  const made = async (order: readonly Criterion[]) =>
    Imported.from(
      await wordFile([
        heading(1, 'Synthetic introduction'),
        paragraph('Words before the table.'),
        table(HEAD, ...order.slice(0, 8).flatMap(rowsFor), HEAD, ...order.slice(8).flatMap(rowsFor)),
        paragraph('Words behind the table.'),
      ]),
      { folder: GUIDANCE },
    );

  for (const [how, order] of [
    ['in its own order', criteria],
    ['in another order', [...criteria].reverse()],
  ] as const)
    it(`is taken apart with nothing lost and nothing to decide, ${how}`, async () => {
      assert.equal(criteria.length, 17);
      const imported = await made(order);
      assert.equal(imported.ran.err, '');
      assert.match(imported.ran.out, /^“draft\.docx” speaks of 17 of 17 criteria\. It has 1 source that the register does not have\.\n/);
      assert.doesNotMatch(imported.ran.out, /To decide/);
      assert.deepEqual(await imported.errors(), []);
      for (const criterion of criteria) {
        const { key, number, parts, title } = criterion;
        const text = imported.text(`boats/${key}.md`);
        assert.ok(text.includes(`\n# ${title}\n`));
        const expected = parts
          ? '### Design\n\nSynthetic design.\n\n### Delivery\n\nSynthetic delivery.\n\n### Impact\n\nSynthetic impact.'
          : `${means(criterion)}\n\n- Synthetic point ${number}.1\n- Synthetic point ${number}.2\n\n**And** more on ${number} [@synthetic-2011].`;
        assert.equal(imported.section(key, 'What this means'), expected);
        const given = imported.section(key, 'Local example');
        if (hasExample(criterion)) assert.equal(given, example(criterion));
        else assert.match(given, /^To be written/);
      }
      const overview = imported.body('index');
      assert.match(overview, /\n## Synthetic introduction\n\nWords before the table\.\n\nWords behind the table\.\n/);
      assert.deepEqual(imported.told('New sources').length, 1);
      assert.doesNotMatch(imported.report, /## (?:To decide|Criteria|Text)/);
    });

  it('is held against the guidance that there is: nothing of it is changed unasked', async () => {
    const imported = await made(criteria);
    const before = filesIn(imported.root);
    const { code, out } = await inProcess(
      'import',
      join(imported.root, '../draft.docx'),
      imported.root,
      '--application',
      'rasso',
      '--update',
      '--no-cache',
    );
    assert.equal(code, 1);
    assert.match(out, /\n\d+ sections read otherwise in Word\. Nothing of that was taken over:\n/);
    const after = filesIn(imported.root);
    for (const { key } of criteria) {
      const path = `rasso/${key}.md`;
      // What a document has is kept, line by line and in order; only what was absent may be added.
      const kept = (before[path] ?? '').split('\n');
      const lines = (after[path] ?? '').split('\n');
      let at = 0;
      for (const line of lines) if (line === kept[at]) at++;
      assert.equal(at, kept.length, path);
    }
  });
});
