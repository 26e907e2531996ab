import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { Imported, removeImports } from '../../../support/importing.js';
import { runs } from '../../../support/property.js';
import {
  across,
  type Block,
  bold,
  type Cell,
  countedByWord,
  downFrom,
  heading,
  italic,
  item,
  MERGED,
  paragraph,
  table,
  wordFile,
} from '../../../support/word-documents.js';

const HEAD: readonly Cell[] = ['No.', 'Criterion', 'What this means'];
const CREWS = 'Knowing what each crew can do';
const MISSES = 'Reporting near misses';
const BRIEFINGS = 'Briefing before and after each passage';

async function made(...blocks: readonly Block[]): Promise<Imported> {
  const imported = await Imported.from(await wordFile(blocks));
  assert.equal(imported.ran.err, '');
  assert.equal(imported.ran.code, 0);
  assert.deepEqual(await imported.errors(), []);
  return imported;
}

const meaning = (imported: Imported, name: string) => imported.section(name, 'What this means');

describe('a table of criteria from Word', function () {
  this.timeout(60_000);
  after(removeImports);

  it('becomes a document for each criterion, with the blocks of each cell as Markdown', async () => {
    const imported = await made(
      table(
        HEAD,
        [
          '1',
          CREWS,
          [
            paragraph('A list ', bold('of skills'), ' that is ', italic('kept'), '.'),
            paragraph('It has:'),
            item('points', 'names'),
            item('points', 'what each can do', 1),
            item('points', 'dates'),
            paragraph('And steps:'),
            item('steps', 'Ask.'),
            item('steps', 'Write.'),
          ],
        ],
        ['4', MISSES, 'People tell.'],
      ),
    );
    assert.match(
      imported.text('boats/crew-skills.md'),
      /^---\ntitle: Knowing what each crew can do\ntype: criterion-guidance\nstatus: draft .*\napplication: boats\ncriterion: crew-skills\n/,
    );
    assert.equal(
      imported.body('crew-skills').replace(/^To be written: .*$/gm, 'To be written'),
      `## What this means

A list **of skills** that is *kept*.

It has:

- names
  - what each can do
- dates

And steps:

1. Ask.
2. Write.

## Why it matters

To be written

## What to consider

To be written

## Local example

To be written

## Questions to reflect on

To be written
`,
    );
    assert.equal(meaning(imported, 'near-miss-reports'), 'People tell.');
    assert.deepEqual(imported.written, [
      'boats/crew-skills.md',
      'boats/imported-from-word.md',
      'boats/index.md',
      'boats/near-miss-reports.md',
    ]);
  });

  it('has any number of columns, whose headings stand for sections or become some', async () => {
    const imported = await made(
      table(
        ['Criterion', 'What it means', 'Why this matters', 'Who does it', 'Example (local)'],
        [`1. ${CREWS}`, 'Meaning.', 'Reason.', 'The crew.', 'An example.'],
        [`Criterion 4: ${MISSES}`, 'Told.', '', 'All.', ''],
      ),
    );
    assert.equal(meaning(imported, 'crew-skills'), 'Meaning.');
    assert.equal(imported.section('crew-skills', 'Why it matters'), 'Reason.');
    assert.equal(imported.section('crew-skills', 'Local example'), 'An example.');
    assert.equal(imported.section('crew-skills', 'Who does it'), 'The crew.');
    assert.match(imported.section('near-miss-reports', 'Why it matters'), /^To be written/);
  });

  it('is read in any order, with headings come again, rows of groups, and numbers that Word counts', async () => {
    const imported = await made(
      table(
        HEAD,
        [across(3, 'Part one: people')],
        [countedByWord(), CREWS, 'First.'],
        [countedByWord(), 'Welcoming newcomers to the harbour', 'Second.'],
        HEAD,
        [across(3, 'Part two: the rest')],
        [countedByWord(), BRIEFINGS, 'Third.'],
      ),
    );
    assert.equal(meaning(imported, 'crew-skills'), 'First.');
    assert.equal(meaning(imported, 'newcomer-welcome'), 'Second.');
    assert.match(meaning(imported, 'safety-briefings'), /^Third\.\n/);
    assert.equal(
      imported.section('imported-from-word', 'Text that belongs to no criterion'),
      '### From row 2 of table 1\n\nPart one: people\n\n### From row 6 of table 1\n\nPart two: the rest',
    );
    assert.doesNotMatch(imported.report, /What this means/);
  });

  it('leaves to a person what number and title do not agree on', async () => {
    const imported = await made(
      table(
        HEAD,
        ['1', MISSES, 'By title.'],
        ['23', 'Something quite different', 'By number.'],
        ['77', 'Watching the weather', 'No such number.'],
        ['14', '', 'No title.'],
        ['', 'Rest and tiredness', 'No number.'],
        ['78', 'Juggling', 'Nothing.'],
        ['', '', 'Neither.'],
        ['22', 'Rest and tiredness', 'Again.'],
      ),
    );
    assert.deepEqual(imported.told('To decide'), [
      '**Row 2 of table 1 (“1 Reporting near misses By title.”)**: It has the number 1, but its title is that of criterion 4, Reporting near misses. The title was followed.',
      '**Row 3 of table 1 (“23 Something quite different By number.”)**: Its number is that of criterion 23, Understanding cold water, but its title is “Something quite different”. The number was followed.',
      '**Row 4 of table 1 (“77 Watching the weather No such number.”)**: The framework has no criterion 77. It was taken for 6, Watching the weather by its title.',
      '**22, Rest and tiredness**: It comes 2 times: row 6 of table 1 (“Rest and tiredness No number.”) and row 9 of table 1 (“22 Rest and tiredness Again.”). The texts were put one behind the other.',
    ]);
    assert.equal(meaning(imported, 'near-miss-reports'), 'By title.');
    assert.equal(meaning(imported, 'cold-water'), 'By number.');
    assert.equal(meaning(imported, 'weather-watch'), 'No such number.');
    assert.equal(meaning(imported, 'tide-knowledge'), 'No title.');
    assert.equal(meaning(imported, 'fatigue'), 'No number.\n\nAgain.');
    assert.equal(
      imported.section('imported-from-word', 'Text that belongs to no criterion'),
      '### From row 7 of table 1\n\n78\n\nJuggling\n\nNothing.\n\n### From row 8 of table 1\n\nNeither.',
    );
    assert.ok(imported.told('Criteria that the document says nothing about').includes('1, Knowing what each crew can do'));
  });

  it('may have one criterion only, where number and title are its own', async () => {
    const imported = await made(table(HEAD, ['4', MISSES, 'Told.']));
    assert.equal(meaning(imported, 'near-miss-reports'), 'Told.');
    assert.equal(imported.told('Criteria that the document says nothing about').length, 29);
    const other = await Imported.from(await wordFile([table(['No.', 'Item'], ['4', 'Radio checks'])]));
    assert.equal(other.ran.code, 2);
  });

  it('takes text from a row that is no heading, although it stands above all criteria', async () => {
    const imported = await made(table(HEAD, ['88', 'Juggling', 'Orphan.'], ['1', CREWS, 'Kept.'], ['4', MISSES, 'Told.']));
    assert.equal(meaning(imported, 'crew-skills'), 'Kept.');
    assert.match(imported.report, /### From row 2 of table 1\n\n88\n\nJuggling\n\nOrphan\.$/m);
  });

  it('takes one row for the heading, and a misspelt criterion below it for what it is', async () => {
    const imported = await made(
      table(
        ['Criterion', 'What this means', 'Local example'],
        ['Kwowing waht crews cann', 'Lost?', 'Not lost.'],
        [MISSES, 'Told.', 'At the quay.'],
        ['Watching the weather', 'Look up.', ''],
      ),
    );
    assert.equal(meaning(imported, 'near-miss-reports'), 'Told.');
    assert.equal(imported.section('near-miss-reports', 'Local example'), 'At the quay.');
    assert.match(imported.report, /### From row 2 of table 1\n\nKwowing waht crews cann\n\nLost\?\n\nNot lost\./);
  });

  it('takes small tables with one criterion each, a label and a text a row', async () => {
    const imported = await made(
      heading(1, 'Our criteria'),
      table(['Criterion', `4 ${MISSES}`], ['What this means', 'Told.'], ['Local example:', 'At the quay.']),
      paragraph('Between them.'),
      table(['6', 'Watching the weather'], ['Meaning', 'Look up.']),
    );
    assert.equal(meaning(imported, 'near-miss-reports'), 'Told.');
    assert.equal(imported.section('near-miss-reports', 'Local example'), 'At the quay.');
    assert.equal(imported.section('weather-watch', 'What this means'), 'Look up.');
    assert.match(imported.text('boats/index.md'), /## Our criteria\n\nBetween them\./);
  });

  it('takes criteria by their numbers alone where a heading says that they are criteria', async () => {
    const imported = await made(table(['Criterion', 'Actions'], ['4', 'Write it down.'], ['6', 'Look up.']));
    assert.equal(meaning(imported, 'near-miss-reports'), 'Write it down.');
    assert.equal(meaning(imported, 'weather-watch'), 'Look up.');
  });

  it('says what it took for a criterion by a few words, and takes none where several could be meant', async () => {
    const imported = await made(table(HEAD, ['1', CREWS, 'Kept.'], ['', 'Near misses', 'Told.'], ['', 'The harbour', 'Which?']));
    assert.equal(meaning(imported, 'near-miss-reports'), 'Told.');
    assert.deepEqual(imported.told('To decide'), [
      '**Row 3 of table 1 (“Near misses Told.”)**: It has no number. It was taken for 4, Reporting near misses by its title, “Near misses”.',
    ]);
  });

  it('tells of text in a cell that is merged over several criteria or columns', async () => {
    const shared: Cell = { blocks: ['For both of them.'], down: 'begin' };
    const imported = await made(table([...HEAD, 'Local example'], ['1', CREWS, 'Kept.', shared], ['4', MISSES, 'Told.', MERGED]));
    assert.equal(imported.section('crew-skills', 'Local example'), 'For both of them.');
    assert.deepEqual(imported.told('To decide'), [
      '**4, Reporting near misses**: The text “For both of them.” stands in a cell that is merged with the row above. It was put there alone: say it here too where it holds for both.',
    ]);
  });

  it('keeps text that stands below a title in its cell, and a title in several lines is one', async () => {
    const imported = await made(
      table(
        HEAD,
        ['1', [CREWS, 'A remark of ours.'], 'Kept.'],
        ['4', ['Reporting', 'near misses'], 'Told.'],
        [['6', 'new this year'], 'Watching the weather', 'Look up.'],
      ),
    );
    assert.equal(meaning(imported, 'crew-skills'), 'A remark of ours.\n\nKept.');
    assert.equal(meaning(imported, 'near-miss-reports'), 'Told.');
    assert.match(imported.text('boats/weather-watch.md'), /new this year\n\nLook up\./);
  });

  describe('with a criterion that has parts', () => {
    const AROUND = [['1', CREWS, 'Kept.']] as const;
    const WHOLE = '### Before the passage\n\nBefore words.\n\n### After the passage\n\nAfter words.';

    for (const [how, cell] of [
      ['letters', ['a) Before words.', 'b) After words.']],
      ['bold titles', [paragraph(bold('Before the passage:'), ' Before words.'), paragraph(bold('After the passage'), ' – After words.')]],
      ['headings', [heading(3, 'Before the passage'), 'Before words.', heading(3, 'After the passage'), 'After words.']],
    ] as const)
      it(`tells them apart by ${how} in one cell`, async () => {
        const imported = await made(table(HEAD, ...AROUND, ['3', BRIEFINGS, cell]));
        assert.equal(meaning(imported, 'safety-briefings'), WHOLE);
      });

    for (const [how, rows] of [
      [
        'numbers with letters',
        [
          ['3a', 'Before the passage', 'Before words.'],
          ['3b', 'After the passage', 'After words.'],
        ],
      ],
      [
        'a merged number and titles of their own',
        [
          [downFrom('3'), BRIEFINGS, ''],
          [MERGED, 'a) Before the passage', 'Before words.'],
          [MERGED, 'After the passage', 'After words.'],
        ],
      ],
      [
        'titles below that of the criterion',
        [
          ['3', BRIEFINGS, ''],
          ['', 'b) After the passage', 'After words.'],
          ['', '(a) Before the passage', 'Before words.'],
        ],
      ],
    ] as const)
      it(`tells them apart by rows with ${how}`, async () => {
        const imported = await made(table(HEAD, ...AROUND, ...rows));
        assert.equal(meaning(imported, 'safety-briefings'), WHOLE);
        assert.doesNotMatch(imported.report, /## To decide/);
      });

    it('lists it where the text does not tell them apart', async () => {
      const imported = await made(table(HEAD, ...AROUND, ['3', BRIEFINGS, ['a) Before words.', 'And then more.']]));
      assert.equal(
        meaning(imported, 'safety-briefings'),
        'a) Before words.\n\nAnd then more.\n\n### Before the passage\n\nTo be written: what “Before the passage” means here.\n\n### After the passage\n\nTo be written: what “After the passage” means here.',
      );
      assert.deepEqual(imported.told('To decide'), [
        '**3, Briefings**: The text does not tell these parts apart: a (Before the passage), b (After the passage). It was put before them as it is: take it apart by hand.',
      ]);
    });
  });

  it('puts rows that are merged downwards behind each other', async () => {
    const imported = await made(
      table(
        HEAD,
        [downFrom('1'), downFrom(CREWS), 'One.'],
        [MERGED, MERGED, 'Two.'],
        ['4', MISSES, downFrom('Shared.')],
        ['6', 'Watching the weather', MERGED],
      ),
    );
    assert.equal(meaning(imported, 'crew-skills'), 'One.\n\nTwo.');
    assert.equal(meaning(imported, 'near-miss-reports'), 'Shared.');
    assert.match(meaning(imported, 'weather-watch'), /^To be written/);
  });

  it('keeps every word of every cell once, in any order of rows', async () => {
    const names = ['crew-skills', 'newcomer-welcome', 'near-miss-reports', 'weather-watch', 'fuel-handling', 'cold-water'];
    const titles: Record<string, readonly [string, string]> = {
      'crew-skills': ['1', CREWS],
      'newcomer-welcome': ['2', 'Welcoming newcomers to the harbour'],
      'near-miss-reports': ['4', MISSES],
      'weather-watch': ['6', 'Watching the weather'],
      'fuel-handling': ['9', 'Handling fuel'],
      'cold-water': ['23', 'Understanding cold water'],
    };
    let count = 0;
    // Each word is another one, so that one that is lost, doubled or in the wrong place is seen.
    const word = fc.constantFrom('fish', 'Ärger', 'e.g.', '3rd', '(aside)', '1.', '–', 'a)', '10').map((text) => `w${count++}q${text}`);
    const cell = fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { maxLength: 3 });
    const rows = fc
      .shuffledSubarray(names, { minLength: 2 })
      .chain((chosen) =>
        fc.tuple(...chosen.map((name) => fc.record({ name: fc.constant(name), first: cell, second: cell, numbered: fc.boolean() }))),
      );
    await fc.assert(
      fc.asyncProperty(rows, async (table_) => {
        const paragraphs = (blocks: readonly (readonly string[])[]) => blocks.map((words) => words.join(' '));
        const imported = await Imported.from(
          await wordFile([
            table(
              ['No.', 'Criterion', 'What this means', 'Local example'],
              ...table_.map(({ name, first, second, numbered }) => {
                const [number, title] = titles[name] ?? ['', ''];
                return [numbered ? number : '', title, paragraphs(first), paragraphs(second)];
              }),
            ),
          ]),
        );
        for (const { name, first, second } of table_) {
          const found = imported.body(name).match(/w\d+q\S+/g) ?? [];
          assert.deepEqual(found, [...first, ...second].flat());
        }
        assert.deepEqual(imported.report.match(/w\d+q/g), null);
      }),
      runs(25),
    );
  });
});
