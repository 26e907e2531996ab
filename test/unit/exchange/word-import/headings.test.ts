import { strict as assert } from 'node:assert';
import { Imported, removeImports } from '../../../support/importing.js';
import { type Block, bold, documentTitle, heading, paragraph, table, wordFile } from '../../../support/word-documents.js';

async function made(...blocks: readonly Block[]): Promise<Imported> {
  const imported = await Imported.from(await wordFile(blocks));
  assert.equal(imported.ran.err, '');
  assert.deepEqual(await imported.errors(), []);
  return imported;
}

describe('a Word document with a heading for each criterion', function () {
  this.timeout(60_000);
  after(removeImports);

  it('becomes a document for each, with the headings below as sections', async () => {
    const imported = await made(
      documentTitle('Boats'),
      paragraph('An opening.'),
      heading(1, '1. Introduction'),
      paragraph('Why we wrote it.'),
      heading(1, 'The criteria'),
      heading(2, '4 Reporting near misses'),
      paragraph('People tell.'),
      heading(3, 'Why it matters'),
      paragraph('It could have been worse.'),
      heading(4, 'For crews'),
      paragraph('They learn.'),
      heading(3, 'Who does it'),
      paragraph('All.'),
      heading(2, 'Criterion 3: Briefing before and after each passage'),
      heading(3, 'Before the passage'),
      paragraph('Before words.'),
      heading(3, 'After the passage'),
      paragraph('After words.'),
      heading(1, 'Standing'),
      paragraph('A draft.'),
    );
    assert.equal(imported.section('near-miss-reports', 'What this means'), 'People tell.');
    assert.equal(imported.section('near-miss-reports', 'Why it matters'), 'It could have been worse.\n\n### For crews\n\nThey learn.');
    assert.equal(imported.section('near-miss-reports', 'Who does it'), 'All.');
    assert.equal(
      imported.section('safety-briefings', 'What this means'),
      '### Before the passage\n\nBefore words.\n\n### After the passage\n\nAfter words.',
    );
    assert.equal(imported.section('index', '1. Introduction'), 'Why we wrote it.');
    assert.equal(imported.section('index', 'Standing'), 'A draft.');
  });

  it('tells of a heading that could be a criterion’s and has another level', async () => {
    const imported = await made(
      heading(1, '1 Knowing what each crew can do'),
      paragraph('Kept.'),
      heading(2, '6 Watching the weather'),
      paragraph('Look up.'),
      heading(1, '4 Reporting near misses'),
      paragraph('Told.'),
    );
    assert.equal(imported.section('crew-skills', 'What this means'), 'Kept.');
    assert.equal(imported.section('crew-skills', '6 Watching the weather'), 'Look up.');
    assert.deepEqual(imported.told('To decide'), [
      '**The heading “6 Watching the weather”**: It could be that of criterion 6, Watching the weather, but those of the criteria are of level 1. It was taken for one inside a text.',
    ]);
  });

  it('takes lines in bold letters for headings where there are no others', async () => {
    const imported = await made(
      paragraph('An opening.'),
      paragraph(bold('1. Knowing what each crew can do')),
      paragraph('Kept.'),
      paragraph(bold('4. Reporting near misses')),
      paragraph('Told.'),
      paragraph(bold('Why it matters')),
      paragraph('It could have been worse.'),
    );
    assert.equal(imported.section('crew-skills', 'What this means'), 'Kept.');
    assert.equal(imported.section('near-miss-reports', 'Why it matters'), 'It could have been worse.');
  });

  it('keeps a table that is about something else in the text that it stands in', async () => {
    const imported = await made(
      heading(1, '1 Knowing what each crew can do'),
      table(['Name', 'Skill'], ['Ada', 'Knots']),
      heading(1, '4 Reporting near misses'),
      paragraph('Told.'),
    );
    assert.equal(imported.section('crew-skills', 'What this means'), '| Name | Skill |\n| ---- | ----- |\n| Ada  | Knots |');
  });
});
