import { strict as assert } from 'node:assert';
import { ExternalHyperlink, SimpleField, TextRun } from 'docx';
import fc from 'fast-check';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { NOTE_STYLE } from '../../../../src/exchange/word/styles.js';
import { Imported, removeImports } from '../../../support/importing.js';
import { runs } from '../../../support/property.js';
import {
  added,
  type Block,
  bold,
  bookmarked,
  documentTitle,
  endnote,
  footnote,
  heading,
  italic,
  item,
  linkInside,
  linkTo,
  paragraph,
  picture,
  table,
  type WordExtras,
  wordFile,
} from '../../../support/word-documents.js';
import { rawParagraph, rawTable, wordPackage } from '../../../support/word-package.js';

const CREWS = 'Knowing what each crew can do';
const MISSES = 'Reporting near misses';

async function made(blocks: readonly Block[], extras: WordExtras = {}): Promise<Imported> {
  const imported = await Imported.from(await wordFile(blocks, extras));
  assert.equal(imported.ran.err, '');
  assert.deepEqual(await imported.errors(), []);
  return imported;
}

/** A table whose first criterion means what is given. */
function saying(...blocks: readonly Block[]): Block {
  return table(['No.', 'Criterion', 'What this means'], ['1', CREWS, blocks], ['4', MISSES, 'Told.']);
}

const meaning = (imported: Imported) => imported.section('crew-skills', 'What this means');

describe('text from Word', function () {
  this.timeout(60_000);
  after(removeImports);

  it('keeps links to the web, to mail and inside the document, and drops all others with a note', async () => {
    const imported = await made([
      heading(1, 'Scope'),
      paragraph(
        'See ',
        linkInside('skills', 'skills'),
        ', ',
        linkInside('ahead', 'the part ahead'),
        ' and ',
        linkInside('gone', 'the lost'),
        '.',
      ),
      table(
        ['No.', 'Criterion', 'What this means'],
        [
          '1',
          paragraph(bookmarked('skills', CREWS)),
          paragraph(
            'To ',
            linkInside('ahead', 'the part ahead'),
            ', ',
            linkTo('https://example.org/a?b=c&d=(e)', 'the web'),
            ' or ',
            linkTo('mailto:a@example.org', 'us'),
            '.',
          ),
        ],
        [
          '4',
          MISSES,
          paragraph(
            linkTo('javascript:alert(1)', 'No script'),
            ', ',
            linkTo('JavaScript:alert(2)', 'none'),
            ', ',
            linkTo('file:///etc/passwd', 'no file'),
            ', ',
            linkTo('data:text/html,x', 'no data'),
          ),
        ],
      ),
      heading(1, 'Further words'),
      heading(2, bookmarked('ahead', 'The part ahead')),
      paragraph('Text.'),
    ]);
    assert.equal(imported.section('index', 'Scope'), 'See [skills](crew-skills.md), [the part ahead](#the-part-ahead) and the lost.');
    assert.equal(
      meaning(imported),
      'To [the part ahead](index.md#the-part-ahead), [the web](https://example.org/a?b=c\\&d=\\(e\\)) or\n[us](mailto:a@example.org).',
    );
    assert.equal(imported.section('near-miss-reports', 'What this means'), 'No script, none, no file, no data');
    const lost = imported.told('To decide').map((told) => /The link on “([^”]+)” leads to nothing that is here/.exec(told)?.[1]);
    assert.deepEqual(lost, ['the lost', 'No script', 'none', 'no file', 'no data']);
    const everything = imported.written.filter((path) => !path.includes('imported-from-word')).map((path) => imported.text(path));
    assert.doesNotMatch(everything.join('\n'), /script:|file:|data:/i);
  });

  it('leads no link to a heading that became that of a section, or a title', async () => {
    const imported = await made([
      heading(1, bookmarked('range', 'Scope of this draft')),
      paragraph('See ', linkInside('range', 'above'), '.'),
      saying('Kept.'),
    ]);
    assert.equal(imported.section('index', 'Scope'), 'See [above](index.md).');
  });

  it('numbers the footnotes of each document from 1, and keeps those of text that belongs nowhere', async () => {
    const imported = await made(
      [
        paragraph('Before', footnote(3), '.'),
        table(
          ['No.', 'Criterion', 'What this means'],
          ['1', paragraph(CREWS, footnote(4)), [paragraph('One', footnote(2), ' two', footnote(1), ' one again', footnote(2), '.')]],
          ['4', MISSES, paragraph('Told', footnote(1), '.')],
          ['88', 'Juggling', paragraph('Orphan', footnote(5), '.')],
        ),
      ],
      { footnotes: { 1: 'First note.', 2: 'Second *note*.', 3: 'Third note.', 4: 'Note on a title.', 5: 'Orphan’s note.' } },
    );
    assert.equal(meaning(imported), 'One[^1] two[^2] one again[^1].');
    assert.match(imported.body('crew-skills'), /\n\n\[\^1\]: Second \\\*note\\?\*\.\n\n\[\^2\]: First note\.\n$/);
    assert.match(imported.body('near-miss-reports'), /Told\[\^1\]\.[\s\S]*\n\n\[\^1\]: First note\.\n$/);
    assert.match(imported.body('index'), /^Before\[\^1\]\.\n/);
    assert.match(imported.report, /Orphan\[\^1\]\.[\s\S]*\n\n\[\^1\]: Orphan’s note\.\n$/);
    assert.deepEqual(imported.told('To decide'), [
      '**A footnote**: It stands where guidance has no notes, such as in a title, and was left out: “Note on a title.”. Put it where it belongs.',
    ]);
  });

  it('takes endnotes for footnotes', async () => {
    const imported = await made([saying(paragraph('One', footnote(1), ' two', endnote('At the end.'), '.'))], {
      footnotes: { 1: 'Below.' },
    });
    assert.equal(meaning(imported), 'One[^1] two[^2].');
    assert.match(imported.body('crew-skills'), /\n\n\[\^1\]: Below\.\n\n\[\^2\]: At the end\.\n$/);
  });

  it('keeps pictures with their alternative text, the same one once', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    const imported = await made([
      saying(
        paragraph(picture('A boat [at](sea)')),
        paragraph(picture('A boat, again')),
        paragraph(picture('')),
        paragraph(picture('No picture', svg)),
        paragraph(picture('A page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'jpg')),
      ),
    ]);
    const [image = ''] = imported.written.filter((path) => path.includes('/images/'));
    const address = image.replace('boats/', '');
    assert.match(address, /^images\/crew-skills-[0-9a-f]{8}\.png$/);
    assert.equal(meaning(imported), `![A boat \\[at\\](sea)](${address})\n\n![A boat, again](${address})\n\n![](${address})`);
    assert.equal(imported.written.filter((path) => path.includes('/images/')).length, 1);
    assert.deepEqual(imported.told('To decide'), [
      '**1, Knowing what each crew can do**: A picture has no alternative text. Say in it what the picture shows.',
      '**1, Knowing what each crew can do**: A picture (“No picture”) is of a kind that web pages cannot show, and was left out. Save it as PNG or JPEG, and put it in again.',
      '**1, Knowing what each crew can do**: A picture (“A page”) is of a kind that web pages cannot show, and was left out. Save it as PNG or JPEG, and put it in again.',
    ]);
  });

  it('keeps a picture, and proposes a source, of text that belongs nowhere', async () => {
    const imported = await made([
      table(
        ['No.', 'Criterion', 'What this means'],
        ['1', CREWS, 'Kept.'],
        ['4', MISSES, 'Told.'],
        ['88', 'Juggling', [paragraph(picture('A ball')), 'Thrown (Thrower, 2018).']],
      ),
    ]);
    assert.match(imported.report, /!\[A ball\]\(images\/unplaced-[0-9a-f]{8}\.png\)\n\nThrown \[@thrower-2018\]\./);
    assert.match(imported.text('sources.yml'), /id: thrower-2018/);
  });

  it('knows citations of the register, proposes others as drafts, and leaves words that are none', async () => {
    const imported = await made([
      saying(
        'Known (Example, 2023), with a place (see Example, 2023, p. 4), twice (Example 2023; Sample, 2022).',
        'As Sample (2022) says, and as Sample (2022, p. 3) says again.',
        'New (Harding R, Hartley J, et al. (2019)), (Doe & Roe, 2020a; Doe & Roe, 2020b) and (Doe et al, 2020a).',
        'No citations: (see below), (March 2020), (Since 2015), (in 2019), (2020), ( , 2020), and (Spring, 2021).',
        'No place: (Example, 2023, <b>*x*</b> [y](z)).',
      ),
    ]);
    assert.equal(
      meaning(imported).replace(/(?<!\n)\n(?!\n)/g, ' '),
      [
        'Known [@near-miss-study], with a place [see @near-miss-study, p. 4], twice [@near-miss-study; @cold-water-notes].',
        'As Sample [-@cold-water-notes] says, and as Sample [-@cold-water-notes, p. 3] says again.',
        'New [@harding-2019], [@doe-2020a; @doe-2020b] and [@doe-2020a].',
        'No citations: (see below), (March 2020), (Since 2015), (in 2019), (2020), ( , 2020), and (Spring, 2021).',
        'No place: (Example, 2023, \\<b>\\*x\\*\\</b> \\[y]\\(z)).',
      ].join('\n\n'),
    );
    assert.deepEqual(
      imported.told('New sources').map((told) => told.split(',')[0]),
      ['`harding-2019`', '`doe-2020a`', '`doe-2020b`'],
    );
    assert.match(imported.text('sources.yml'), /id: doe-2020b\n[\s\S]*?verified: false/);
  });

  it('keeps emphasis and headings of a text, lists in lists, and a table inside a cell', async () => {
    const imported = await made([
      saying(
        heading(3, 'More'),
        paragraph(bold('All'), bold(' bold'), ' and ', italic('italic '), 'words ', italic('et al.')),
        item('steps', 'One'),
        item('points', 'inner', 1),
        item('steps', 'Two'),
        table(['A', 'B'], ['1', 'x | y']),
      ),
    ]);
    assert.equal(
      meaning(imported),
      '### More\n\n**All bold** and *italic* words et al.\n\n1. One\n   - inner\n2. Two\n\n| A | B      |\n| - | ------ |\n| 1 | x \\| y |',
    );
  });

  it('takes headings before and behind the table into the overview, by the sections that it asks for', async () => {
    const imported = await made([
      documentTitle('Boats & *more*'),
      paragraph('An opening.'),
      heading(1, 'Scope of the draft'),
      paragraph('For all.'),
      heading(2, 'Who it is for'),
      paragraph('People.'),
      saying('Kept.'),
      heading(1, 'Where it comes from'),
      paragraph('From us.'),
      heading(1, 'Standing'),
      paragraph('A draft.'),
    ]);
    assert.equal(
      imported.text('boats/index.md').replace(/^---\n[\s\S]*?\n---\n+/, ''),
      `# Boats & \\*more\\*

An opening.

Guidance on each criterion:

- [${CREWS}](crew-skills.md)
- [${MISSES}](near-miss-reports.md)

## Scope

For all.

### Who it is for

People.

## Provenance

${imported.section('index', 'Provenance')}

## Standing

A draft.

## Where it comes from

From us.
`,
    );
  });

  it('drops fields, fonts and colours with a note', async () => {
    const imported = await made([
      saying(
        paragraph(
          new TextRun({ text: 'red', color: 'FF0000', font: 'Papyrus', highlight: 'yellow' }),
          ' on ',
          new SimpleField('DOCPROPERTY Title', 'a day'),
        ),
        paragraph(new ExternalHyperlink({ link: 'https://example.org/', children: [added('added')] })),
      ),
    ]);
    assert.equal(meaning(imported), 'red on a day\n\n[added](https://example.org/)');
    assert.deepEqual(imported.told('Left out'), [
      'A field (DOCPROPERTY) was kept as the words that it last showed: it is not brought up to date any more.',
      'Fonts were left out: all guidance is set in the same.',
      'Colours of letters, marks and cells were left out. Where they mean something, say it in words.',
    ]);
  });

  it('keeps raised and lowered digits and signs as such characters, and tells of letters that have none', async () => {
    const up = (text: string) => new TextRun({ text, superScript: true });
    const down = (text: string) => new TextRun({ text, subScript: true });
    const imported = await made(
      [
        saying(
          paragraph('x', up('2'), ' and 10', up('-(n+1)'), ', H', down('2'), 'O, CO', down('2'), ' on the 1', up('st'), footnote(1), '.'),
          paragraph('A', down('max'), ', B', up('2a'), ' and C', up('2a')),
        ),
      ],
      { footnotes: { 1: 'Below.' } },
    );
    assert.equal(meaning(imported), 'x² and 10⁻⁽ⁿ⁺¹⁾, H₂O, CO₂ on the 1st[^1].\n\nAmax, B2a and C2a');
    assert.deepEqual(imported.told('Left out'), [
      'Raised or lowered letters were put on the line: “max”, “2a”. Where that changes what they mean, say it in words.',
    ]);
  });

  it('tells once what is not read: documents inside, small letters above others, signs and words of unknown kinds', async () => {
    const run = (words: string) => `<w:r><w:t>${words}</w:t></w:r>`;
    const ruby = `<w:r><w:ruby><w:rt>${run('ue')}</w:rt><w:rubyBase>${run('U')}</w:rubyBase></w:ruby></w:r>`;
    const unread = '<w:altChunk/>'.repeat(3);
    const cell = `<w:p>${run('Kept')}${ruby}${ruby}<w:r><w:sym w:font="Odd" w:char="F001"/></w:r><w:odd>${run('Unknown')}</w:odd><w:odder/></w:p>`;
    const rows = [
      ['No.', 'Criterion', 'What this means'],
      ['1', CREWS],
      ['4', MISSES, 'Told.'],
    ].map((row) => row.map(rawParagraph));
    rows[1]?.push(cell);
    const imported = await Imported.from(wordPackage(unread + rawTable(rows)));
    assert.equal(meaning(imported), 'Kept');
    assert.deepEqual(imported.told('Left out'), [
      'A document inside the document was left out. Open the file in Word, save it, and import again.',
      'Words with small letters above them were left out. Write them one after the other, with the small ones in brackets.',
      'A sign of the font “Odd” was left out. Put in the sign itself, or a word.',
      'Words of a kind that is not read (“odd”) were left out: “Unknown”.',
    ]);
  });

  it('tells of equations and diagrams that somebody put into a copy, whose fonts and colours are its own', async () => {
    const looks = '<w:r><w:rPr><w:rFonts w:ascii="Papyrus"/><w:color w:val="FF0000"/></w:rPr><w:t>Kept</w:t></w:r>';
    const math = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';
    const rows = [
      ['No.', 'Criterion', 'What this means'],
      ['1', CREWS],
      ['4', MISSES, 'Told.'],
    ].map((row) => row.map(rawParagraph));
    rows[1]?.push(`<w:p>${looks}<m:oMath ${math}><m:r><m:t>x</m:t></m:r></m:oMath></w:p>`);
    const styles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="N"><w:name w:val="${NOTE_STYLE}"/></w:style></w:styles>`;
    const imported = await Imported.from(wordPackage(rawTable(rows), { 'word/styles.xml': styles }));
    assert.deepEqual(imported.told('Left out'), ['An equation was left out. Put it in as a picture with alternative text.']);
  });

  it('keeps typed addresses as they are, where nothing else comes to life with them', async () => {
    const imported = await made([
      saying(
        'See https://intranet.example/a?b=c&d#e, www.college.example (or http://a.example/b) and ana@example.org.',
        'Not https://a.example/*b* or www.*b*.example, nor https://a.example/[b](c).',
      ),
    ]);
    assert.equal(
      meaning(imported).replace(/(?<!\n)\n(?!\n)/g, ' '),
      [
        'See https://intranet.example/a?b=c&d#e, www.college.example (or http://a.example/b) and ana@example.org.',
        'Not https\\://a.example/\\*b\\* or www.\\*b\\*.example, nor https\\://a.example/\\[b]\\(c).',
      ].join('\n\n'),
    );
  });

  it('breaks no line inside the address of a link', async () => {
    const address = `https://example.org/${'a folder/'.repeat(20)}the file.pdf`;
    const imported = await made([saying(paragraph('See ', linkTo(address, 'the file'), ' and more words.'))]);
    const [only] = remark().parse(meaning(imported)).children;
    const link = only?.type === 'paragraph' ? only.children[1] : undefined;
    assert.equal(link?.type === 'link' && decodeURI(link.url), address);
  });

  it('makes a list of paragraphs that begin with a typed bullet, and not of a single one', async () => {
    const imported = await made([
      saying('Two things:', '• One', '•\u00A0Two', paragraph('·  ', bold('Three'), ' more'), 'And:', '• alone', '•none', 'Sea·sons'),
    ]);
    assert.equal(meaning(imported), 'Two things:\n\n- One\n- Two\n- **Three** more\n\nAnd:\n\n• alone\n\n•none\n\nSea·sons');
  });

  const MARKS = [
    '*not strong*',
    '**nor this**',
    '_nor_ this',
    '[no](link)',
    '![no](picture)',
    '# no heading',
    '## nor this',
    '- no item',
    '+ nor this',
    '1. no step',
    '1) nor this',
    '> no quotation',
    '<script>alert(1)</script>',
    '<!-- no comment -->',
    '[@no-citation]',
    '[see @no-citation, p. 3]',
    '[[no wiki link]]',
    '[^1]',
    '[^1]: no note',
    '[x]: no-definition',
    '&amp; &lt;b&gt; &#35;',
    '\\& \\* a\\_b \\\\',
    '~~not struck~~',
    '`no code`',
    '```',
    '---',
    '===',
    '| no | table |',
    '    no code',
    '<https://no.example>',
    'https://a.example/b',
    'www.a.example',
    'a@b.example',
    'snake_case_name and 2*3*4',
    'L&D & R&B',
    '$x$',
    '{#id .class}',
    ':::note',
    '- [ ] no task',
    'a | b',
    '::',
  ];

  it('keeps what looks like Markdown as the words that they are', async () => {
    const imported = await made([heading(1, 'Scope'), ...MARKS.map((text) => paragraph(text)), saying(...MARKS)]);
    const words = MARKS.map((text) => text.trim().replace(/\s+/g, ' '));
    assert.deepEqual(wordsOf(meaning(imported)), words);
    assert.deepEqual(wordsOf(imported.section('index', 'Scope')), words);
  });

  it('keeps them so in any order, beside each other and across lines', async () => {
    const piece = fc.constantFrom(
      ...MARKS,
      'word',
      'Ärger',
      '\\',
      '[',
      ']',
      '(',
      ')',
      '!',
      '@',
      '#',
      '&',
      '<',
      '>',
      '|',
      '~',
      '_',
      '*',
      '`',
    );
    const text = fc.array(piece, { minLength: 1, maxLength: 30 }).map((pieces) => pieces.join(' '));
    const glued = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(text, glued), { minLength: 1, maxLength: 6 }), async (texts) => {
        const imported = await Imported.from(await wordFile([saying(...texts)]));
        const words = texts.map((one) => one.trim().replace(/\s+/g, ' '));
        assert.deepEqual(wordsOf(meaning(imported)), words);
      }),
      runs(60),
    );
  });
});

/** The words of the paragraphs of Markdown; fails where there is anything but text in it. */
function wordsOf(markdown: string): string[] {
  const tree = remark().use(remarkGfm).parse(markdown);
  return tree.children.map((node) => {
    if (node.type !== 'paragraph') throw new Error(`There is a ${node.type} in:\n${markdown}`);
    return node.children
      .map((child) => {
        // Addresses that stand for themselves are links for GitHub, and say what they said.
        const [only] = child.type === 'link' ? child.children : [];
        if (child.type === 'text') return child.value;
        if (child.type === 'link' && only?.type === 'text' && child.url.endsWith(only.value)) return only.value;
        throw new Error(`There is a ${child.type} in:\n${markdown}`);
      })
      .join('')
      .replace(/\s+/g, ' ');
  });
}
