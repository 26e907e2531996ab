import { strict as assert } from 'node:assert';
import { Paragraph, Table, TableCell, TableRow } from 'docx';
import { Imported, removeImports } from '../../../support/importing.js';
import { AUTHOR, added, comment, commented, heading, paragraph, removed, table, wordFile } from '../../../support/word-documents.js';
import { rawParagraph, rawTable, repacked, wordPackage } from '../../../support/word-package.js';

const CREWS = 'Knowing what each crew can do';
const MISSES = 'Reporting near misses';
const HEAD = ['No.', 'Criterion', 'What this means'] as const;
const NEAR = '**1 Knowing what each crew can do**, Alex Example, 2026-03-04';

const meaning = (imported: Imported, name = 'crew-skills') => imported.section(name, 'What this means');

describe('tracked changes and comments from Word', function () {
  this.timeout(60_000);
  after(removeImports);

  it('accepts changes in the text, and lists each with who made it, when and where', async () => {
    const imported = await Imported.from(
      await wordFile([
        heading(1, 'Scope'),
        paragraph('For ', removed('some'), added('all', 'Sam Sample'), '.'),
        table(HEAD, ['1', CREWS, paragraph('Kept ', removed('old'), added('new'), added(' and newer'), ' words.')], ['4', MISSES, 'Told.']),
      ]),
    );
    assert.equal(meaning(imported), 'Kept new and newer words.');
    assert.equal(imported.section('index', 'Scope'), 'For all.');
    assert.deepEqual(imported.told('Changes that nobody had accepted'), [
      '**Scope**, Alex Example, 2026-03-04, removed: “some”',
      '**Scope**, Sam Sample, 2026-03-04, added: “all”',
      `${NEAR}, removed: “old”`,
      `${NEAR}, added: “new and newer”`,
    ]);
    assert.match(imported.ran.out, /It has 4 changes that nobody had accepted/);
  });

  it('tells a row that was added once, takes one that was removed for gone, and moved words where they are now', async () => {
    const mark = (id: number) => ({ id, author: AUTHOR, date: '2026-03-04T10:00:00Z' });
    const cells = (...texts: readonly (string | Paragraph)[]) =>
      texts.map((text) => new TableCell({ children: [typeof text === 'string' ? new Paragraph(text) : text] }));
    const file = await wordFile([
      new Table({
        rows: [
          new TableRow({ children: cells(...HEAD) }),
          new TableRow({ children: cells('1', CREWS, 'MOVED') }),
          new TableRow({ children: cells('4', MISSES, 'Told.') }),
          new TableRow({
            insertion: mark(1),
            children: cells(paragraph(added('6')), paragraph(added('Watching the weather')), paragraph(added('Look up.'))),
          }),
          new TableRow({
            deletion: mark(2),
            children: cells(paragraph(removed('9')), paragraph(removed('Handling fuel')), paragraph(removed('Gone.'))),
          }),
        ],
      }),
    ]);
    const about = 'w:author="Alex Example" w:date="2026-03-04T10:00:00Z"';
    const moves = `<w:moveFrom w:id="91" ${about}><w:r><w:t>here</w:t></w:r></w:moveFrom><w:r><w:t xml:space="preserve">stays </w:t></w:r><w:moveTo w:id="92" ${about}><w:r><w:t>there</w:t></w:r></w:moveTo>`;
    const imported = await Imported.from(
      repacked(file, { 'word/document.xml': (xml) => xml.replace(/<w:r>(?:(?!<w:r>).)*>MOVED<.*?<\/w:r>/, moves) }),
    );
    assert.equal(meaning(imported), 'stays there');
    assert.equal(meaning(imported, 'weather-watch'), 'Look up.');
    assert.ok(!imported.written.includes('boats/fuel-handling.md'));
    assert.deepEqual(imported.told('Changes that nobody had accepted'), [
      `${NEAR}, moved: “there”`,
      '**6 Watching the weather**, Alex Example, 2026-03-04, added: “6 Watching the weather Look up.”',
      '**6 Watching the weather**, Alex Example, 2026-03-04, removed: “9 Handling fuel Gone.”',
    ]);
  });

  it('lists comments with author, date and the words that they are about, and keeps them out of the text', async () => {
    const imported = await Imported.from(
      await wordFile(
        [
          paragraph(...commented(2, 'An opening'), '.'),
          table(HEAD, ['1', CREWS, paragraph('Some ', ...commented(1, 'words here'), ' more.')], ['4', MISSES, 'Told.']),
        ],
        { comments: [comment(1, 'Is *this* so?'), comment(2, '[@who] says <b>?', 'Sam # Sample')] },
      ),
    );
    assert.equal(meaning(imported), 'Some words here more.');
    assert.deepEqual(imported.told('Comments'), [
      `${NEAR}, on “words here”: Is \\*this\\* so?`,
      'Sam # Sample, 2026-03-04, on “An opening”: \\[@who\\] says \\<b>?',
    ]);
    assert.match(imported.ran.out, /It has 2 comments\./);
    assert.deepEqual(await imported.errors(), []);
  });

  it('tells replies and comments that were resolved', async () => {
    const imported = await Imported.from(
      await wordFile([table(HEAD, ['1', CREWS, paragraph(...commented(1, 'Words'), ...commented(2, ' here'))], ['4', MISSES, 'Told.'])], {
        comments: [
          { ...comment(1, 'Is it?'), resolved: true },
          { ...comment(2, 'It is.', 'Sam Sample'), parentId: 1 },
        ],
      }),
    );
    assert.deepEqual(imported.told('Comments'), [
      `${NEAR} (resolved), on “Words”: Is it?`,
      '**1 Knowing what each crew can do**, Sam Sample, 2026-03-04, in reply: It is.',
    ]);
  });

  it('keeps the words of fields and of text of another direction', async () => {
    const field =
      '<w:p><w:r><w:t xml:space="preserve">On </w:t></w:r><w:fldSimple w:instr=" DATE "><w:r><w:t>a day</w:t></w:r></w:fldSimple><w:bdo w:val="rtl"><w:r><w:t xml:space="preserve"> and back</w:t></w:r></w:bdo></w:p>';
    const imported = await Imported.from(
      wordPackage(
        rawTable([
          HEAD.map(rawParagraph),
          [rawParagraph('1'), rawParagraph(CREWS), field],
          [rawParagraph('4'), rawParagraph(MISSES), rawParagraph('Told.')],
        ]),
      ),
    );
    assert.equal(meaning(imported), 'On a day and back');
    assert.deepEqual(imported.told('Left out'), [
      'A field (DATE) was kept as the words that it last showed: it is not brought up to date any more.',
    ]);
  });

  const about = 'w:author="Alex Example" w:date="2026-03-04T10:00:00Z"';
  const insertion = (id: number, words: string) => `<w:p><w:ins w:id="${id}" ${about}><w:r><w:t>${words}</w:t></w:r></w:ins></w:p>`;
  const styled = (style: string, words: string) => rawParagraph(words).replace('<w:p>', `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>`);
  const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

  it('says below which criterion something stands, where headings of parts alone would not, in Word of any language', async () => {
    const styles = ['Titel:Title', 'berschrift1:heading 1', 'berschrift2:heading 2', 'Eigene:My own'].map((style) => {
      const [id = '', name = ''] = style.split(':');
      const outline = id === 'Eigene' ? '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>' : '';
      return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${outline}</w:style>`;
    });
    const long = `${MISSES} ${'and so on '.repeat(20)}`;
    const body = [
      styled('Titel', 'Boats'),
      styled('berschrift1', CREWS),
      insertion(1, 'Opening'),
      styled('berschrift2', 'What this means'),
      insertion(2, 'First'),
      styled('Eigene', 'For skippers'),
      insertion(3, 'Second'),
      styled('berschrift1', `4 ${MISSES}`),
      rawParagraph('Told.'),
      styled('berschrift1', long),
      styled('berschrift2', 'What this means'),
      insertion(4, 'Third'),
    ];
    const imported = await Imported.from(
      wordPackage(body.join(''), { 'word/styles.xml': `<w:styles ${WORD}>${styles.join('')}</w:styles>` }),
    );
    const places = imported.told('Changes that nobody had accepted').map((told) => told.split(', Alex')[0]);
    assert.deepEqual(places, [
      `**${CREWS}**`,
      `**${CREWS} › What this means**`,
      `**${CREWS} › For skippers**`,
      '**Reporting near misses and so on and so on and so on and so… › What this means**',
    ]);
  });

  it('lists what is changed in footnotes and endnotes, by the place that they belong to', async () => {
    const noted =
      '<w:p><w:r><w:t>Kept</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r></w:p>';
    const rows = [HEAD.map(rawParagraph), ['1', CREWS].map(rawParagraph).concat(noted), ['4', MISSES, 'Told.'].map(rawParagraph)];
    const part = (kind: string, words: string) => `<w:${kind}s ${WORD}><w:${kind} w:id="2">${insertion(1, words)}</w:${kind}></w:${kind}s>`;
    const imported = await Imported.from(
      wordPackage(rawTable(rows), { 'word/footnotes.xml': part('footnote', 'Below'), 'word/endnotes.xml': part('endnote', 'Behind') }),
    );
    assert.match(meaning(imported), /^Kept\[\^1\]\[\^2\]$/);
    assert.deepEqual(imported.told('Changes that nobody had accepted'), [
      '**1 Knowing what each crew can do › Footnote**, Alex Example, 2026-03-04, added: “Below”',
      '**1 Knowing what each crew can do › Endnote**, Alex Example, 2026-03-04, added: “Behind”',
    ]);
  });

  it('quotes no more than the beginning of the words that a comment is about, and ends for thousands of comments on all of a text', async () => {
    const numbers = Array.from({ length: 5000 }, (_, index) => index);
    const ranges = numbers.map((id) => `<w:commentRangeStart w:id="${id}"/><w:r><w:t xml:space="preserve">word${id} </w:t></w:r>`);
    const comments = numbers.map((id) => `<w:comment w:id="${id}" w:author="Sam">${rawParagraph(`Why ${id}?`)}</w:comment>`);
    const imported = await Imported.from(
      wordPackage(`<w:p>${ranges.join('')}</w:p>${rawTable([HEAD.map(rawParagraph), ['1', CREWS, 'Kept.'].map(rawParagraph)])}`, {
        'word/comments.xml': `<w:comments ${WORD}>${comments.join('')}</w:comments>`,
      }),
    );
    const told = imported.told('Comments');
    assert.equal(told.length, 5000);
    assert.match(told[0] ?? '', /^Sam, on “word0 word1 .* wo?r?d?\d*…”: Why 0\?$/);
    assert.match(told[4999] ?? '', /^Sam, on “word4999 No\. .* Kept\.”: Why 4999\?$/s);
    assert.ok(told.every((one) => one.length < 400));
  });

  it('lists nothing but what a document without either says nothing about', async () => {
    const imported = await Imported.from(await wordFile([table(HEAD, ['1', CREWS, 'Kept.'], ['4', MISSES, 'Told.'])]));
    assert.deepEqual(Object.keys(sectionsOf(imported.report)), ['Criteria that the document says nothing about']);
  });
});

function sectionsOf(markdown: string): Record<string, string> {
  return Object.fromEntries(
    markdown
      .split(/^## /m)
      .slice(1)
      .map((text) => [text.slice(0, text.indexOf('\n')), text]),
  );
}
