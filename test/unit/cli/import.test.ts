import { strict as assert } from 'node:assert';
import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { writeImport } from '../../../src/cli/import/write-import.js';
import type { ImportResult } from '../../../src/exchange/word/import/import-result.js';
import { copyOf, filesIn, importing, inProcess, removeImports } from '../../support/importing.js';
import { bold, footnote, heading, paragraph, picture, table, wordFile } from '../../support/word-documents.js';
import { mainPart, rawParagraph, rawTable, wordPackage } from '../../support/word-package.js';

const CREWS = 'Knowing what each crew can do';
const MISSES = 'Reporting near misses';
const HEAD = ['No.', 'Criterion', 'What this means', 'Why it matters'] as const;

function draft(crews = 'Kept.', why = 'A reason.', note = 'A note.'): Promise<Buffer> {
  return wordFile(
    [
      heading(1, 'Scope'),
      paragraph('For all (Newby, 2021).'),
      table(
        HEAD,
        ['1', CREWS, [crews, paragraph('Second ', bold('words'), '.', footnote(1)), paragraph(picture('A boat'))], why],
        ['4', MISSES, 'Told.', ''],
      ),
    ],
    { footnotes: { 1: note } },
  );
}

/** What runs say of places, which differ from machine to machine. */
function told(text: string, root: string): string {
  return text.replaceAll(/(?:\.\.\/)+[^\s“”]*?guidance\//g, '').replaceAll(dirname(root), '…');
}

/** A zip file whose directory says of a part that it is unpacked half a gigabyte. */
function claiming(file: Uint8Array, name: string): Uint8Array {
  const bytes = Buffer.from(file);
  // The entry of the central directory (APPNOTE, 4.3.12) ends with the name; its size is 22 bytes before that.
  bytes.writeUInt32LE(500 * 1024 * 1024, bytes.lastIndexOf(name) - 22);
  return bytes;
}

describe('dmap import', function () {
  this.timeout(120_000);
  after(removeImports);

  it('writes new documents, pictures, sources and a page of what is to be decided, and says so', async () => {
    const root = copyOf();
    const { code, out, err } = await importing(root, await draft());
    assert.equal(err, '');
    assert.equal(code, 0);
    assert.match(
      told(out, root),
      /^“draft\.docx” speaks of 2 of 30 criteria\. It has 1 source that the register does not have\. It says nothing about: 2, [\s\S]*30, Rules in plain language\.\n\nWrote 5 new files:\n {2}boats\/index\.md\n {2}boats\/crew-skills\.md\n {2}boats\/near-miss-reports\.md\n {2}boats\/images\/crew-skills-[0-9a-f]{8}\.png\n {2}boats\/imported-from-word\.md\n\nChanged 1 file:\n {2}sources\.yml\n\n“dmap lint” says what is left to be written\.\n$/,
    );
    const lint = await inProcess('lint', root, '--no-cache', '--quiet');
    assert.equal(lint.code, 0);
    assert.match(readFileSync(join(root, 'boats/index.md'), 'utf8'), /For all \[@newby-2021\]\./);
  });

  it('shows with --dry-run what would be written, and writes nothing', async () => {
    const root = copyOf();
    const before = filesIn(root);
    const { code, out } = await importing(root, await draft(), '--dry-run');
    assert.equal(code, 0);
    assert.match(out, /Would write 5 new files:\n.*boats\/index\.md\n/);
    assert.match(out, /Would change 1 file:\n.*sources\.yml\n/);
    assert.deepEqual(filesIn(root), before);
    const json = await importing(root, await draft(), '--dry-run', '--format', 'json');
    assert.deepEqual(filesIn(root), before);
    const would = JSON.parse(json.out) as {
      created: { path: string; text?: string; base64?: string }[];
      changed: { path: string; after: string }[];
    };
    assert.equal((await importing(root, await draft())).code, 0);
    const after = filesIn(root);
    for (const { path, text, base64 } of would.created)
      assert.equal(text ?? Buffer.from(base64 ?? '', 'base64').toString('utf8'), after[path]);
    for (const change of would.changed) assert.equal(change.after, after[change.path]);
    assert.equal(would.created.length + would.changed.length, Object.keys(after).filter((path) => after[path] !== before[path]).length);
  });

  it('overwrites nothing: neither an application that is there nor a file in the way', async () => {
    const root = copyOf();
    const before = filesIn(root);
    const known = await importing(root, await draft(), '--application', 'small-craft');
    assert.equal(known.code, 2);
    assert.match(
      told(known.err, root),
      /^dmap: There is an application “small-craft” already: small-craft\/index\.md\. Nothing has been written\./,
    );
    const inTheWay = await importing(root, await draft(), '--folder', 'small-craft');
    assert.equal(inTheWay.code, 2);
    assert.match(told(inTheWay.err, root), /^dmap: .*small-craft\/index\.md/);
    const outside = await importing(root, await draft(), '--folder', '../elsewhere');
    assert.equal(outside.code, 2);
    assert.deepEqual(filesIn(root), before);
    assert.ok(!existsSync(join(dirname(root), 'elsewhere')));
  });

  it('has nothing to write where it is held against what it made', async () => {
    const root = copyOf();
    assert.equal((await importing(root, await draft())).code, 0);
    const before = filesIn(root);
    const again = await importing(root, await draft(), '--update');
    assert.equal(again.err, '');
    assert.match(again.out, /\n\nNothing to write: the guidance says all this already\.\n/);
    assert.equal(again.code, 0);
    assert.deepEqual(filesIn(root), before);
  });

  it('fills what was empty, adds what is new, and shows what reads otherwise until it is accepted', async () => {
    const root = copyOf();
    assert.equal((await importing(root, await draft('Kept.', ''))).code, 0);
    const file = join(root, 'boats/crew-skills.md');
    // What a person wrote in another section, in other lines, or in a field stays.
    const mine = readFileSync(file, 'utf8')
      .replace('Kept.\n\nSecond **words**.', 'Kept.\n\nSecond\n__words__.')
      .replace(/## Questions to reflect on\n\n.*/, '## Questions to reflect on\n\n- Which skill do we miss?');
    writeFileSync(file, mine);
    const before = filesIn(root);
    const changed = await draft('Kept otherwise.', 'A reason.');
    const dry = await importing(root, changed, '--update', '--dry-run');
    assert.equal(dry.code, 1);
    assert.deepEqual(filesIn(root), before);
    const shown = await importing(root, changed, '--update');
    assert.equal(shown.code, 1);
    assert.match(
      shown.out,
      /\n1 section reads otherwise in Word\. Nothing of that was taken over:\n\n[\s\S]*\n-Kept\.\n\+Kept otherwise\.\n[\s\S]*\nTake it over with “--accept all”, or one by one, as in “--accept 1”\.\n/,
    );
    const filled = readFileSync(file, 'utf8');
    assert.equal(filled, mine.replace(/(## Why it matters\n\n).*/, '$1A reason.'));
    const accepted = await importing(root, changed, '--update', '--accept', '1');
    assert.equal(accepted.code, 0);
    const text = readFileSync(file, 'utf8');
    assert.match(text, /\n## What this means\n\nKept otherwise\.\n\nSecond\n__words__\.\[\^1\]\n/);
    assert.equal(text.match(/A note\./g)?.length, 1);
    assert.match(text, /- Which skill do we miss\?/);
    assert.equal((await inProcess('lint', root, '--no-cache', '--quiet')).code, 0);
    assert.match((await importing(root, changed, '--update')).out, /Nothing to write/);
  });

  it('has sections that are new wait, and shows programs what goes with them', async () => {
    const root = copyOf();
    assert.equal((await importing(root, await draft())).code, 0);
    const before = filesIn(root);
    const more = await wordFile([
      heading(1, 'Scope'),
      paragraph('For all (Newby, 2021).'),
      heading(1, 'History'),
      paragraph('Boats come first (Elder, 1999).'),
      paragraph(picture('A dinghy')),
      table(HEAD, ['1', CREWS, '', 'A reason.'], ['4', MISSES, 'Told.', '']),
    ]);
    const { code, out } = await importing(root, more, '--update', '--dry-run', '--format', 'json');
    assert.equal(code, 1);
    const would = JSON.parse(out) as ImportResult;
    assert.deepEqual([would.changed, would.created.filter(({ path }) => path.includes('images/')), would.sources], [[], [], []]);
    assert.deepEqual(
      would.waiting.map(({ path, sections }) => [path, sections]),
      [['boats/index.md', ['History']]],
    );
    const { created, register } = would.accompanying;
    assert.equal(register?.before, before['sources.yml']);
    assert.match(register?.after ?? '', /id: elder-1999/);
    assert.deepEqual(
      created.map(({ path }) => path.replace(/-[0-9a-f]{8}/, '')),
      ['boats/images/overview.png'],
    );
    assert.equal((await importing(root, more, '--update', '--accept', 'overview')).code, 0);
    const after = filesIn(root);
    assert.equal(after['sources.yml'], register?.after);
    assert.equal(after['boats/index.md'], would.waiting[0]?.after);
    assert.ok(existsSync(join(root, created[0]?.path ?? '')));
    assert.match(after['boats/index.md'] ?? '', /\n## History\n\nBoats come first \[@elder-1999\]\.\n\n!\[A dinghy\]\(images\/overview-/);
  });

  it('does not say that all is said where something is left to decide', async () => {
    const root = copyOf();
    const doubtful = await wordFile([table(HEAD, ['1', CREWS, 'Kept.', ''], ['4', MISSES, paragraph(picture('')), ''])]);
    assert.equal((await importing(root, doubtful)).code, 0);
    const again = await importing(root, doubtful, '--update');
    assert.match(again.out, /\n\nNothing to write\.\n\nTo decide/);
  });

  it('leaves no folder behind where it could not write all', () => {
    const root = copyOf();
    const before = readdirSync(root, { recursive: true }).sort();
    const created = [{ path: 'boats/images/a.png', content: 'a' }];
    const changed = [{ path: 'sources.yml', before: 'something else', after: '' }];
    assert.throws(() => writeImport(root, { created, changed }), /was changed by somebody since it was read/);
    assert.deepEqual(readdirSync(root, { recursive: true }).sort(), before);
  });

  it('sees that a footnote says something else, although all around it is the same', async () => {
    const root = copyOf();
    assert.equal((await importing(root, await draft())).code, 0);
    const { code, out } = await importing(root, await draft('Kept.', 'A reason.', 'Another note.'), '--update', '--accept', 'all');
    assert.equal(code, 0);
    assert.match(out, /Changed 1 file:\n.*crew-skills\.md\n/);
    const text = readFileSync(join(root, 'boats/crew-skills.md'), 'utf8');
    assert.match(text, /Second \*\*words\*\*\.\[\^word-1\]\n[\s\S]*\n\[\^word-1\]: Another note\.\n$/);
  });

  it('says what “--accept” cannot mean', async () => {
    const root = copyOf();
    assert.equal((await importing(root, await draft())).code, 0);
    const wrong = await importing(root, await draft(), '--update', '--accept', 'crew-skils');
    assert.equal(wrong.code, 2);
    assert.match(wrong.err, /^dmap: There is no criterion “crew-skils” to accept\. Did you mean “crew-skills”\?/);
    assert.equal((await importing(root, await draft(), '--accept', 'all')).code, 2);
    assert.equal((await importing(root, await draft(), '--update', '--application', 'others')).code, 2);
    assert.equal((await importing(root, await draft(), '--format', 'json')).code, 2);
    assert.equal((await importing(root, await draft(), '--application', '***')).code, 2);
  });

  describe('refuses, in a sentence and with nothing written,', () => {
    const compound = (words: string) =>
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(words, 'utf16le'), Buffer.alloc(200)]);
    const entities = `<!DOCTYPE w [<!ENTITY a "${'ha'.repeat(50)}">${Array.from({ length: 20 }, (_, n) => `<!ENTITY a${n} "${`&a${n === 0 ? '' : n - 1};`.repeat(10)}">`).join('')}]>`;
    const found = rawTable([
      HEAD.map(rawParagraph),
      ...[
        ['1', CREWS, 'Kept.', ''],
        ['4', MISSES, 'Told.', ''],
      ].map((row) => row.map(rawParagraph)),
    ]);
    const BAD: Record<string, readonly [() => Uint8Array | Promise<Uint8Array>, RegExp]> = {
      'an empty file': [() => Buffer.alloc(0), /is empty/],
      'a file of words': [() => Buffer.from('Dear all'), /is not a Word document/],
      'a PDF': [() => Buffer.from('%PDF-1.7\n'), /is a PDF/],
      'rich text': [() => Buffer.from('{\\rtf1 Dear all}'), /Rich Text Format/],
      'a document of Word 97': [() => compound('WordDocument'), /format of Word 97 to 2003 \(\.doc\)/],
      'a document with a password': [() => compound('EncryptedPackage'), /protected by a password/],
      'a zip file that is cut off': [async () => (await draft()).subarray(0, 2000), /is damaged: it cannot be unpacked/],
      'a zip file of something else': [() => zipSync({ 'a.txt': strToU8('a') }), /is a zip file, but no Word document/],
      'a workbook': [() => zipSync({ 'xl/workbook.xml': strToU8('<a/>') }), /is an Excel workbook/],
      'an OpenDocument file': [() => zipSync({ 'content.xml': strToU8('<a/>') }), /is an OpenDocument file/],
      'broken XML': [
        () => wordPackage('', { 'word/document.xml': '<w:document><w:body>' }),
        /is damaged: its part word\/document\.xml cannot be read/,
      ],
      'broken XML beside the text': [
        () => wordPackage(found, { 'word/comments.xml': '<w:comments' }),
        /is damaged: its part word\/comments\.xml/,
      ],
      'XML without end inside': [
        () => wordPackage('<w:sdt>'.repeat(100_000) + '</w:sdt>'.repeat(100_000)),
        /is damaged: its part word\/document\.xml/,
      ],
      'an XML bomb of entities': [
        () => wordPackage('', { 'word/document.xml': mainPart(rawParagraph('&a19;'), entities) }),
        /has a document type in its part word\/document\.xml/,
      ],
      'such a bomb in another part': [
        () => wordPackage(found, { 'word/styles.xml': `<?xml version="1.0"?>${entities}<w:styles/>` }),
        /has a document type in its part word\/styles\.xml/,
      ],
      'a zip bomb': [
        () => claiming(wordPackage(found, { 'word/media/image1.png': 'small' }), 'word/media/image1.png'),
        /is too large to be read safely/,
      ],
      'a zip bomb of markup': [() => wordPackage(`<w:p/>`.repeat(1_100_000)), /is too large to be read safely/],
      'a table that nobody can match': [
        () => wordFile([table(['Name', 'Skill'], ['Ada', 'Knots'], ['Bob', 'Sails'])]),
        /could be matched to the criteria of “Harbour Safety Compass”/,
      ],
      'a text without table and headings': [() => wordFile(['Dear all']), /could be matched to the criteria/],
      'a document without text': [() => wordFile([]), /could be matched to the criteria/],
    };
    for (const [what, [make, says]] of Object.entries(BAD))
      it(what, async () => {
        const root = copyOf();
        const before = filesIn(root);
        const { code, out, err } = await importing(root, await make());
        assert.match(err, says);
        // One line for people: no stack trace.
        assert.match(err, /^dmap: “[^\n]*draft\.docx” [^\n]*Nothing has been written\.[^\n]*\n$/);
        assert.equal(out, '');
        assert.equal(code, 2);
        assert.deepEqual(filesIn(root), before);
      });

    it('a file of 200 MB, without reading it', async () => {
      const root = copyOf();
      const file = join(dirname(root), 'large.docx');
      writeFileSync(file, '');
      truncateSync(file, 200 * 1024 * 1024);
      const { code, err } = await inProcess('import', file, root, '--application', 'boats');
      assert.match(err, /is too large: 200 MB, and at most 100 MB are read\. Nothing has been written\.\n$/);
      assert.equal(code, 2);
    });

    it('a file that is not there, a folder, and a path that cannot be', async () => {
      const root = copyOf();
      mkdirSync(join(dirname(root), 'folder.docx'));
      for (const [name, says] of [
        ['none.docx', /^dmap: There is no file “.*none\.docx”\. Check the path\.\n$/],
        ['folder.docx', /^dmap: “.*folder\.docx” is a folder\. Give a Word document \(\.docx\)\.\n$/],
        ['x'.repeat(5000), /^dmap: [^\n]*\n$/],
      ] as const) {
        const { code, err } = await inProcess('import', join(dirname(root), name), root, '--application', 'boats');
        assert.match(err, says);
        assert.equal(code, 2);
      }
    });
  });
});
