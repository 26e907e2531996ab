import { strict as assert } from 'node:assert';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import readExcelFile from 'read-excel-file/node';
import { coverageOf } from '../../../src/core/coverage/coverage.js';
import { coverageCsvFiles } from '../../../src/exchange/coverage/csv-files.js';
import { coverageTables } from '../../../src/exchange/coverage/tables.js';
import { workbook } from '../../../src/exchange/coverage/workbook.js';
import { coverageXlsxFiles } from '../../../src/exchange/coverage/xlsx-files.js';
import { cleanUp, temporaryGuidance } from '../../support/cli.js';
import { exchangeInputOf, GUIDANCE } from '../../support/exchange-input.js';
import { runs } from '../../support/property.js';

describe('coverage for spreadsheets', () => {
  after(cleanUp);

  it('says what coverage says', async () => {
    const input = await exchangeInputOf(GUIDANCE);
    const files = new Map(
      [...coverageCsvFiles(input)].map(({ path, content }) => [
        path,
        parse(String(content), { bom: true, columns: true }) as Record<string, string>[],
      ]),
    );
    assert.deepEqual([...files.keys()], ['criteria.csv', 'claims.csv', 'gaps.csv', 'matrix.csv']);
    const [coverage] = coverageOf(input.snapshot).applications;
    const criteria = files.get('criteria.csv') ?? [];
    const feedback = criteria.find(({ Key }) => Key === 'feedback-culture');
    assert.equal(feedback?.['State'], 'covered');
    assert.equal(feedback['Status'], 'in-review');
    assert.deepEqual(
      criteria.filter(({ Part }) => Part !== '').map(({ Number: number }) => number),
      ['10a', '10b', '10c'],
    );
    assert.equal(criteria.length, 17 + 3);
    assert.equal(
      files.get('gaps.csv')?.length,
      coverage?.criteria.reduce((sum, { gaps }) => sum + gaps.length, 0),
    );
    assert.equal(files.get('matrix.csv')?.length, 27);
    const claims = files.get('claims.csv') ?? [];
    const filled = coverage?.matrix.reduce((sum, cell) => sum + cell.claims.length, 0);
    assert.equal(claims.filter(({ Attribute }) => Attribute !== '').length, filled);
  });

  it('is the same in a workbook, with numbers as numbers', async () => {
    const input = await exchangeInputOf(GUIDANCE);
    const [file] = [...coverageXlsxFiles(input)];
    const sheets = await readExcelFile(Buffer.from(file?.content as Uint8Array));
    const tables = coverageTables(input);
    assert.deepEqual(
      sheets.map(({ sheet }) => sheet),
      tables.map(({ title }) => title),
    );
    for (const [index, { columns, rows }] of tables.entries()) {
      const plain = [columns, ...rows].map((row) => columns.map((_, at) => row[at] || (row[at] === 0 ? 0 : null)));
      assert.deepEqual(sheets[index]?.data, plain);
    }
  });

  it('runs nothing that a text says', async () => {
    const gap =
      '---\ntitle: L\ntype: criterion-guidance\napplication: garden\ncriterion: listening\nstatus: in-review\ngaps:\n  - about: "=HYPERLINK(1)"\n    because: "@x"\n---\n';
    const application = '---\ntitle: G\ntype: application\napplication: garden\nstatus: in-review\n---\n';
    const input = await exchangeInputOf(temporaryGuidance({ 'l.md': gap, 'g.md': application }));
    const gaps = [...coverageCsvFiles(input)].find(({ path }) => path === 'gaps.csv');
    assert.match(String(gaps?.content), /,'=HYPERLINK\(1\),'@x,/);
  });

  it('has any text in a workbook as it is written, and the same bytes each time', async () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('=1+1', ' a ', '<b>&amp;</b>', 'ü\n2'), fc.integer());
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }), async (rows) => {
        const table = { key: 't', title: 'T', columns: ['One', 'Two'], rows };
        const made = workbook([table]);
        assert.deepEqual(made, workbook([table]));
        const [read] = await readExcelFile(Buffer.from(made), { trim: false });
        const blank = rows.every((row) => row.every((one) => one === ''));
        if (!blank)
          assert.deepEqual(
            read?.data
              .slice(1, rows.length + 1)
              .flat()
              .filter((one) => one !== null),
            rows.flat().filter((one) => one !== ''),
          );
      }),
      runs(60),
    );
  });
});
