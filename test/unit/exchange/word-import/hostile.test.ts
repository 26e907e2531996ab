import { strict as assert } from 'node:assert';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Citations } from '../../../../src/exchange/word/import/markdown/citations.js';
import { Imported, removeImports, temporaryFolder } from '../../../support/importing.js';
import { type Block, bold, PIXEL, paragraph, table, wordFile } from '../../../support/word-documents.js';
import { mainPart, rawParagraph, rawTable, relations, wordPackage } from '../../../support/word-package.js';

const CREWS = 'Knowing what each crew can do';
const MISSES = 'Reporting near misses';
const HEAD = ['No.', 'Criterion', 'What this means'] as const;
const ROWS: readonly (readonly string[])[] = [HEAD, ['1', CREWS, 'Kept.'], ['4', MISSES, 'Told.']];

function saying(...blocks: readonly Block[]): Promise<Buffer> {
  return wordFile([table(HEAD, ['1', CREWS, blocks], ['4', MISSES, 'Told.'])]);
}

const meaning = (imported: Imported) => imported.section('crew-skills', 'What this means');
const joined = (markdown: string) => markdown.replace(/\s+/g, ' ');

/** Rows of cells as XML; what is added stands behind each row’s own. */
function rows(more: (index: number) => readonly string[] = () => []): string[][] {
  return ROWS.map((row, index) => [...row.map(rawParagraph), ...more(index)]);
}

describe('what no honest Word document has', function () {
  this.timeout(120_000);
  after(removeImports);

  it('writes nothing outside the guidance folder for parts whose names lead there', async () => {
    const outside = { '../../evil.md': 'evil', 'word/media/../../../evil.png': 'evil', '/evil.txt': 'evil', '..\\evil.md': 'evil' };
    const imported = await Imported.from(wordPackage(rawTable(rows()), outside));
    assert.equal(imported.ran.code, 0);
    assert.equal(meaning(imported), 'Kept.');
    assert.deepEqual(
      readdirSync(dirname(imported.root)).filter((name) => !['guidance', 'draft.docx'].includes(name)),
      [],
    );
    assert.ok(!existsSync(join(imported.root, '../../evil.md')));
  });

  it('reads no file that a picture refers to', async () => {
    const secret = join(temporaryFolder(), 'secret.png');
    writeFileSync(secret, PIXEL);
    const target = pathToFileURL(secret).href;
    const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId7" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${target}" TargetMode="External"/></Relationships>`;
    const drawing = `<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="1" name="x" descr="Secret"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="rId7"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
    const cells = [
      [...HEAD.map(rawParagraph)],
      [rawParagraph('1'), rawParagraph(CREWS), drawing],
      ['4', MISSES, 'Told.'].map(rawParagraph),
    ];
    const imported = await Imported.from(wordPackage(rawTable(cells), { 'word/_rels/document.xml.rels': relations }));
    assert.match(meaning(imported), /^To be written/);
    assert.deepEqual(
      imported.written.filter((path) => path.includes('/images/')),
      [],
    );
    assert.deepEqual(imported.told('Left out'), [
      `A picture was left out that is not in the document, but at “${target}”. Put it in, and import again.`,
    ]);
  });

  describe('a text that is not where others look for it', () => {
    const main = (body: string, prologue = '') => mainPart(rawParagraph(body) + rawTable(rows()), prologue);
    const refused = async (parts: Readonly<Record<string, string>>): Promise<string> => {
      const { ran, written } = await Imported.from(wordPackage(rawTable(rows()), parts));
      assert.equal(ran.code, 2);
      assert.deepEqual(written, []);
      return ran.err;
    };

    it('is read and looked through where the package says that it is', async () => {
      const changed = `<w:p><w:ins w:id="1" w:author="Sam"><w:r><w:t>Changed here.</w:t></w:r></w:ins></w:p>`;
      const parts = {
        '_rels/.rels': relations('officeDocument', 'word/other.xml'),
        'word/other.xml': mainPart(changed + rawTable(rows())),
        'word/document.xml': mainPart(rawParagraph('Never read.')),
      };
      const imported = await Imported.from(wordPackage('', parts));
      assert.match(imported.body('index'), /^Changed here\./);
      assert.deepEqual(imported.told('Changes that nobody had accepted'), ['Sam, added: “Changed here.”']);
      assert.match(await refused({ ...parts, 'word/other.xml': main('x', '<!DOCTYPE x>') }), /document type/);
    });

    it('is refused in a part that is not named as markup, and so is what belongs to it', async () => {
      const says = /is damaged: its part word\/other\.bin .* save it under another name, and try again/;
      const other = { 'word/other.bin': main('Hidden.', '<!DOCTYPE x>') };
      assert.match(await refused({ '_rels/.rels': relations('officeDocument', 'word/other.bin'), ...other }), says);
      assert.match(await refused({ '_rels/.rels': relations('officeDocument', '/word/other.bin'), ...other }), says);
      for (const kind of ['comments', 'footnotes', 'endnotes', 'numbering', 'styles'])
        assert.match(await refused({ 'word/_rels/document.xml.rels': relations(kind, 'other.bin'), ...other }), says, kind);
    });

    it('is not taken from a part whose name leads to that of another', async () => {
      const imported = await Imported.from(wordPackage(rawTable(rows()), { 'x/../word/document.xml': main('Hidden.') }));
      assert.equal(meaning(imported), 'Kept.');
      assert.doesNotMatch(imported.body('index'), /Hidden/);
    });

    it('is not looked for without end', async () => {
      const many = '<Relationship '.repeat(100_000);
      assert.match(await refused({ '_rels/.rels': `<Relationships>${many}` }), /is damaged: its part _rels\/\.rels/);
    });
  });

  it('ends for ten thousand empty columns, rows and places of merged cells', async () => {
    const empty = Array.from({ length: 10_000 }, () => '<w:p/>');
    const wide = await Imported.from(wordPackage(rawTable(rows(() => empty))));
    assert.equal(meaning(wide), 'Kept.');
    const long = await Imported.from(wordPackage(rawTable([...rows(), ...empty.map((cell) => [cell, cell, cell])])));
    assert.equal(meaning(long), 'Kept.');
    const spans = '<w:gridSpan w:val="100000000"/>';
    const merged = rawTable([...rows(), [rawParagraph('Across')]], '').replace(
      '<w:tcPr></w:tcPr><w:p><w:r><w:t xml:space="preserve">Across',
      `<w:tcPr>${spans}</w:tcPr><w:p><w:r><w:t xml:space="preserve">Across`,
    );
    assert.ok(merged.includes(spans));
    assert.match((await Imported.from(wordPackage(merged))).report, /Across/);
  });

  it('keeps the words of more columns than any table of guidance has', async () => {
    const words = Array.from({ length: 100 }, (_, index) => `word${index}`);
    const imported = await Imported.from(wordPackage(rawTable(rows((index) => (index === 1 ? words.map(rawParagraph) : [])))));
    assert.deepEqual(imported.text('boats/crew-skills.md').match(/word\d+/g), words);
  });

  for (const [what, text] of Object.entries({
    capitals: 'A'.repeat(200_000),
    'capital words': 'Aa '.repeat(60_000).trim(),
    'names with “and”': 'Aa and '.repeat(30_000).trim(),
    'opening brackets': '('.repeat(200_000),
    'square brackets': '['.repeat(200_000),
    'links without an end': '[a]('.repeat(50_000),
    'years in brackets': '(2019)'.repeat(30_000),
    digits: '1'.repeat(200_000),
    'numbers with dots': '1.'.repeat(100_000),
    ampersands: '&'.repeat(200_000),
    backslashes: '\\'.repeat(200_000),
    stars: '*'.repeat(200_000),
    underscores: 'a_'.repeat(100_000),
    'at signs': '@a'.repeat(100_000),
    'less-than signs': '<'.repeat(200_000),
  }))
    it(`ends for 200 kB of ${what}, and keeps them`, async () => {
      const imported = await Imported.from(await saying(text));
      assert.equal(imported.ran.code, 0);
      assert.equal(joined(meaning(imported)).replace(/\\([!-/:-@[-`{-~])/g, '$1'), text);
    });

  it('ends for 200 kB of blanks in bold letters, and for such a title', async () => {
    const imported = await Imported.from(await saying(paragraph(bold(`a${' '.repeat(200_000)}b`))));
    assert.equal(meaning(imported), '**a b**');
    const titled = await Imported.from(
      await wordFile([table(HEAD, ['1', `${CREWS} ${'A '.repeat(100_000)}`, 'Kept.'], ['4', MISSES, 'Told.'])]),
    );
    assert.equal(meaning(titled), 'Kept.');
  });

  it('finds citations in long texts without end', () => {
    const none = { named: () => undefined, by: () => [] } as unknown as ConstructorParameters<typeof Citations>[0];
    const nothing = { idFor: () => undefined } as unknown as ConstructorParameters<typeof Citations>[1];
    const citations = new Citations(none, nothing);
    for (const text of [
      'A'.repeat(200_000),
      `A${' '.repeat(200_000)}(`,
      'A, & '.repeat(40_000),
      '(A'.repeat(100_000),
      `(${'A '.repeat(100_000)})`,
    ])
      assert.deepEqual(citations.in(text, 'here'), [{ text }]);
  });
});
