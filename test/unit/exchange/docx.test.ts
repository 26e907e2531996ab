import { strict as assert } from 'node:assert';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { applicationOf } from '../../../src/core/workspace/document.js';
import { bookmarkOf } from '../../../src/exchange/word/bookmarks.js';
import { citationNames } from '../../../src/exchange/word/citation-names.js';
import { COPY_STYLE, NOTE_HEADING_STYLE, NOTE_STYLE, TITLE_STYLE } from '../../../src/exchange/word/styles.js';
import { renderBody } from '../../../src/site/body/render-body.js';
import { cleanUp, temporaryGuidance } from '../../support/cli.js';
import { GUIDANCE, HARBOUR } from '../../support/exchange-input.js';
import { withSecondApplication } from '../../support/fixture-roots.js';
import { runs } from '../../support/property.js';
import { asHtml, paragraphsOf, type WordFile, wordCopies, wordInputOf } from '../../support/word-copies.js';

const TODAY = '2026-09-01';

const APPLICATION = `---
title: In the <garden> & beyond
type: application
application: garden
status: in-review
owner: Head gardener
gaps:
  - about: How bees are kept
    because: Nobody asked
criteria:
  - criterion: sharing
    state: planned
    because: We have begun to ask
---

# In the <garden> & beyond

## Scope

Gardens [see @smith-2020, points 1.1, 1.2; -@jones-2012; @nobody] and [how to listen](listen.md#what-this-means).

### Further

A way [out <a id="gate"></a>](https://example.org/a?b=c&d#e), [in](#gate) and to [the rules](rules.md#first), [a list](data.csv) and [itself](#scope).

## Provenance

Us.

## Standing

Not agreed.
`;

const GUIDANCE_TEXT = `---
title: Listening
type: criterion-guidance
application: garden
criterion: listening
status: in-review
owner: Head gardener
last_reviewed_on: 2026-05-01
review_in: 1 year
serves:
  - domain: people
    basis: editorial
---

# Listening

## What this means

*Soft*, **loud**, ~~gone~~, \`code\`, one\\
two, H<sub>2</sub>O, [[rules]], <!-- hidden --> <b>raw</b> and <script>alert(1)</script>.[^note]

1. first

   more of the first
   - inner
     - deepest
2. second

- [ ] to do
- [x] done

7. seventh
8. eighth

> Quoted words.
>
> More of them.

\`\`\`yaml
a:
\tb: 1
  c: 2
\`\`\`

| Name | Number |
|:-----|-------:|
| one  | 1      |
| [two](plan.md)  | 2      |

---

![A red square](red.png) and ![a drawing](drawing.svg "x") and ![far away](https://example.org/x.png)

### A part

Some words.

## Why it matters

It does [@smith-2020].

[^note]: The note with [a link](https://example.org/note) and **weight**.
`;

const PLAN = `---
title: Planning
type: criterion-guidance
application: garden
criterion: planning
status: in-review
serves:
  - domain: people
    basis: editorial
---

# Planning

## What this means

Back to [listening](listen.md), to [the middle](listen.md#why-it-matters), to [nowhere](listen.md#nowhere), to [the garden](.).
`;

const RULES = '---\ntitle: The rules\ntype: page\nstatus: draft\n---\n\n# The rules\n\n## First\n\nOne.\n';

/** A red picture of a pixel, 3000 wide and 10 high as it says itself. */
function redPicture(width = 3000, height = 10): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
  };
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const pixels = deflateSync(Buffer.alloc((width * 3 + 1) * height));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const FILES = {
  'index.md': APPLICATION,
  'listen.md': GUIDANCE_TEXT,
  'plan.md': PLAN,
  'rules.md': RULES,
  'data.csv': 'a,b\n',
  'red.png': redPicture(),
  'drawing.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
};

describe('Word copies', function () {
  this.timeout(60_000);
  after(cleanUp);

  let full: WordFile;
  let table: WordFile;
  let html: string;
  before(async () => {
    const copies = await wordCopies(temporaryGuidance(FILES));
    assert.deepEqual([...copies.keys()], ['garden.docx', 'garden-table.docx']);
    [full, table] = [...copies.values()] as [WordFile, WordFile];
    html = (await asHtml(full)).html;
  });

  /** The paragraph that begins with words. */
  function paragraph(beginning: string, file = full) {
    const found = paragraphsOf(file).find(({ text, style }) => text.startsWith(beginning) && !style.startsWith('toc'));
    assert.ok(found, `No paragraph begins with “${beginning}”`);
    return found;
  }

  it('have the application and its criteria beneath headings of Word, in the framework’s order', () => {
    const headings = paragraphsOf(full).filter(({ style }) => /^heading|Consultation (?:Title|Heading)$/i.test(style));
    assert.deepEqual(
      headings.map(({ style, text }) => `${style}: ${text}`),
      [
        `${TITLE_STYLE}: In the <garden> & beyond`,
        'Heading 1: Scope',
        'Heading 2: Further',
        'Heading 1: Provenance',
        'Heading 1: Standing',
        'Heading 1: 1. Listening to neighbours',
        'Heading 2: What this means',
        'Heading 3: A part',
        'Heading 2: Why it matters',
        'Heading 1: 2. Planning together',
        'Heading 2: What this means',
        'Heading 1: 3. Sharing what was learnt',
        `${NOTE_HEADING_STYLE}: Recorded gaps`,
        `${NOTE_HEADING_STYLE}: Documents referred to`,
        `${NOTE_HEADING_STYLE}: Sources`,
      ],
    );
  });

  it('say what they are and how everything stands, in styles that import leaves out', () => {
    const notes = paragraphsOf(full).filter(({ style }) => style === NOTE_STYLE);
    const said = notes.map(({ text }) => text).join('\n');
    assert.match(said, /^Consultation copy of 1 September 2026\./);
    assert.match(said, /\nIn review\. Owner: Head gardener\. No review is recorded\.\n/);
    assert.match(said, /turn on tracked changes.*“dmap import” reads/);
    assert.match(said, /In review\. Owner: Head gardener\. Next review: 1 May 2027\./);
    assert.match(said, /Guidance is planned\. We have begun to ask\./);
    assert.match(said, /In the <garden> & beyond\. How bees are kept\. Nobody asked\./);
    assert.match(said, /A picture stands here that is not in this copy: a drawing \(drawing\.svg\)/);
    assert.match(said, /The rules: rules\.md \(a draft, not published\)/);
    assert.match(said, /\ndata\.csv\n/);
    assert.match(said, /Smith, 2020\. Smith, A\. \(2020\) How neighbours listen\..*not yet checked/);
    assert.ok(!said.includes('hidden'));
  });

  it('have contents that are there before Word makes them anew, each entry a link to its heading', () => {
    assert.match(full.main, /<w:instrText[^>]*>TOC \\h \\o &quot;1-2&quot; \\u<\/w:instrText>/);
    const entries = paragraphsOf(full).filter(({ style }) => style.startsWith('toc '));
    assert.deepEqual(
      entries.slice(0, 6).map(({ style, text }) => `${style}: ${text.trim()}`),
      [
        'toc 1: Scope',
        'toc 2: Further',
        'toc 1: Provenance',
        'toc 1: Standing',
        'toc 1: 1. Listening to neighbours',
        'toc 2: What this means',
      ],
    );
    assert.equal(entries.length, 14 - 1);
    for (const { xml } of entries) assert.match(xml, /<w:hyperlink [^>]*w:anchor=/);
    assert.ok(!full.parts.get('word/settings.xml')?.includes('updateFields'), 'Word asks nobody whether fields may be brought up to date');
  });

  it('have a place for every link within them, each name once', () => {
    for (const file of [full, table]) {
      const names = [...file.main.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]*)"/g)].map(([, name]) => name);
      assert.equal(new Set(names).size, names.length);
      for (const name of names) assert.match(name ?? '', /^[A-Za-z_]\w{0,39}$/);
      // A link to the web has its fragment in an anchor too.
      const internal = [...file.main.matchAll(/<w:hyperlink [^>]*>/g)].filter(([link]) => !link.includes('r:id='));
      for (const [, anchor = ''] of internal.map(([link]) => /w:anchor="([^"]*)"/.exec(link) ?? []))
        assert.ok(names.includes(anchor), anchor);
    }
    const holds = (beginning: string, ...place: [string, string?]) =>
      assert.ok(paragraph(beginning).xml.includes(`w:name="${bookmarkOf(...place)}"`), `${place.join('#')} is not at “${beginning}”`);
    holds('In the <garden>', 'index.md');
    holds('1. Listening', 'listen.md');
    holds('1. Listening', 'listen.md', 'nowhere');
    holds('Why it matters', 'listen.md', 'why-it-matters');
    holds('The rules: ', 'rules.md', 'first');
    assert.ok(paragraph('Gardens (see').xml.includes(`w:anchor="${bookmarkOf('listen.md', 'what-this-means')}"`));
    assert.ok(paragraph('Soft, ').xml.includes(`w:anchor="${bookmarkOf('rules.md')}"`));
  });

  it('lead out of themselves to the web only, by links that are underlined', () => {
    const relations = [...full.parts].flatMap(([name, text]) =>
      name.endsWith('.rels') ? [...text.matchAll(/<Relationship [^>]*TargetMode="External"[^>]*>/g)] : [],
    );
    assert.deepEqual(relations.map(([relation]) => /Target="([^"]*)"/.exec(relation)?.[1]).sort(), [
      'https://example.org/a?b=c&amp;d',
      'https://example.org/note',
      'https://example.org/x.png',
    ]);
    for (const [relation] of relations) assert.match(relation, /relationships\/hyperlink"/);
    assert.match(full.parts.get('word/styles.xml') ?? '', /w:styleId="Hyperlink"(?:(?!<\/w:style>).)*<w:u w:val="single"/);
  });

  it('name sources as words, with locators as they are written', () => {
    assert.match(paragraph('Gardens').text, /^Gardens \(see Smith, 2020, points 1\.1, 1\.2; 2012; @nobody\) and how to listen\.$/);
    assert.match(paragraph('It does').text, /^It does \(Smith, 2020\)\.$/);
    assert.equal(paragraph('It does').xml.includes('w:hyperlink'), false);
  });

  it('keep the looks of words, and show raw HTML as a site does', () => {
    assert.match(
      html,
      /<em>Soft<\/em>, <strong>loud<\/strong>, <s>gone<\/s>, code, one<br \/>two, H<sub>2<\/sub>O, <a href="#[^"]*">The rules<\/a>/,
    );
    const { text, xml } = paragraph('Soft, ');
    assert.match(text, /raw and <script>alert\(1\)<\/script>\.$/);
    assert.match(xml, /<w:rStyle w:val="SourceCodeText"\/>(?:(?!<\/w:r>).)*>code</);
    assert.match(xml, /<w:b\/>(?:(?!<\/w:r>).)*>raw</);
  });

  it('have lists as Word’s own, each with its own numbers', async () => {
    // A reader that knows what Word's own style for it means keeps an item together.
    const styleMap = ["p[style-name='List Continue'] => ul|ol > li > p:fresh"];
    const { html: read } = await asHtml(full, { styleMap });
    assert.match(
      read,
      /<ol><li>first<p>more of the first<\/p><ul><li>inner<ul><li>deepest<\/li><\/ul><\/li><\/ul><\/li><li>second<\/li><\/ol>/,
    );
    assert.match(html, /<ul><li>☐ to do<\/li><li>☒ done<\/li><\/ul>/);
    assert.match(html, /<ol><li>seventh<\/li><li>eighth<\/li><\/ol>/);
    const numbering = full.parts.get('word/numbering.xml') ?? '';
    const numberOf = (words: string) => /<w:ilvl w:val="(\d)"\/><w:numId w:val="(\d+)"\/>/.exec(paragraph(words).xml)?.slice(1) ?? [];
    assert.equal(numberOf('first')[1], numberOf('second')[1]);
    assert.notEqual(numberOf('first')[1], numberOf('seventh')[1]);
    assert.deepEqual([numberOf('inner')[0], numberOf('deepest')[0]], ['1', '2']);
    const seventh = new RegExp(`<w:num w:numId="${numberOf('seventh')[1]}"[^>]*>.*?</w:num>`).exec(numbering)?.[0];
    assert.match(seventh ?? '', /<w:startOverride w:val="7"\/>/);
  });

  it('have quotations, code and lines across in styles of their own', () => {
    assert.deepEqual([paragraph('Quoted words.').style, paragraph('More of them.').style], ['Quote', 'Quote']);
    const code = paragraph('a:');
    assert.deepEqual([code.style, code.text], ['Source Code', 'a:\n\tb: 1\n  c: 2']);
    assert.match(full.main, /<w:pStyle w:val="HorizontalLine"\/>/);
  });

  it('have tables with a heading that is repeated, and the alignment of their columns', () => {
    assert.match(html, /<table><thead><tr><th><p>Name<\/p><\/th><th><p>Number<\/p><\/th><\/tr><\/thead><tbody><tr><td><p>one<\/p>/);
    assert.match(paragraph('Number').xml, /<w:jc w:val="right"\/>/);
  });

  it('have footnotes of Word, with their links', () => {
    const notes = paragraphsOf(full, 'word/footnotes.xml').filter(({ text }) => text !== '');
    assert.deepEqual(
      notes.map(({ text }) => text.trim()),
      ['The note with a link and weight.'],
    );
    assert.match(paragraph('Soft, ').xml, /<w:footnoteReference w:id="1"\/>/);
    assert.match(full.parts.get('word/_rels/footnotes.xml.rels') ?? '', /Target="https:\/\/example\.org\/note"/);
  });

  it('have pictures with their descriptions, no wider than the page', () => {
    const { xml } = paragraph(' and  and far away');
    assert.match(xml, /<wp:docPr id="1" name="red\.png" descr="A red square"\/>/);
    const [, width, height] = /<wp:extent cx="(\d+)" cy="(\d+)"\/>/.exec(xml) ?? [];
    assert.ok(Number(width) <= 9638 * 635 && Number(width) > 9000 * 635, width);
    assert.ok(Math.abs(Number(width) / Number(height) - 300) < 60, height);
    assert.equal(full.names.filter((name) => name.startsWith('word/media/')).length, 1);
  });

  it('say their language, title and pages', () => {
    assert.match(full.parts.get('word/styles.xml') ?? '', /<w:docDefaults>.*<w:lang w:val="en"\/>/);
    assert.match(full.parts.get('docProps/core.xml') ?? '', /<dc:title>In the &lt;garden&gt; &amp; beyond<\/dc:title>/);
    const [footer] = paragraphsOf(full, 'word/footer1.xml');
    assert.match(footer?.style ?? '', new RegExp(`^${COPY_STYLE}`));
    assert.match(footer?.xml ?? '', /Page .*PAGE.* of .*NUMPAGES/);
  });

  it('have no copy of the Markdown: what is in them can be seen', () => {
    for (const file of [full, table]) {
      assert.ok(!file.names.some((name) => /customXml|embeddings/i.test(name)));
      assert.ok(!/<w:vanish|<w:docVar|w:webHidden/.test([...file.parts.values()].join('')));
      assert.ok(!/<property\b/.test(file.parts.get('docProps/custom.xml') ?? ''));
    }
  });

  it('put the first section of each criterion’s guidance into a table', async () => {
    const { html: made } = await asHtml(table);
    assert.match(made, /<thead><tr><th><p>No\.<\/p><\/th><th><p>Criterion<\/p><\/th><th><p>What this means<\/p><\/th><\/tr><\/thead>/);
    assert.match(made, /<td><p>1<\/p><\/td><td><p>(?:<a id="[^"]*"><\/a>)*Listening to neighbours<\/p><\/td><td><p><em>Soft<\/em>/);
    assert.match(made, /<h3>.*A part<\/h3><p>Some words\.<\/p><\/td>/);
    assert.ok(!made.includes('Why it matters'));
    assert.match(made, /b Doing<\/p>/);
    assert.match(made, /Guidance is planned\. We have begun to ask\./);
    assert.match(table.main, /<w:tblHeader\/>/);
    assert.doesNotMatch(table.main, /<w:cantSplit\/>/);
    assert.match(table.main, /w:orient="landscape"/);
  });

  it('are the same bytes for the same guidance', async () => {
    const again = await wordCopies(temporaryGuidance(FILES));
    assert.deepEqual(
      [...again.values()].map(({ bytes }) => Buffer.from(bytes).toString('base64')),
      [full, table].map(({ bytes }) => Buffer.from(bytes).toString('base64')),
    );
    assert.match(full.parts.get('docProps/core.xml') ?? '', new RegExp(`<dcterms:modified[^>]*>${TODAY}T00:00:00Z<`));
  });

  it('stay readable whatever a text has in it', async () => {
    const pieces = fc.constantFrom(
      '[^a]',
      '[^a]: b [^a]',
      '![x](red.png)',
      '> ',
      '- ',
      '1. ',
      '\n\n',
      '\n',
      '| a | b |\n|---|---|\n',
      '[a](#b)',
      '[[',
      ']]',
      '@smith-2020',
      '[',
      ']',
      ';',
      '<b>',
      '</div>',
      '<details>',
      '\u0007',
      '\ud800',
      '\ufffe',
      ']]>',
      '&#0;',
      '&#x1F;',
      '\\',
      '    ',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 30 }), async (texts) => {
        const root = temporaryGuidance({
          ...FILES,
          'listen.md': GUIDANCE_TEXT.replace('## Why it matters', () => `${texts.join('')}\n\n## Why it matters`),
        });
        for (const file of (await wordCopies(root)).values()) {
          assert.equal(
            (await asHtml(file)).messages.some((message) => /error/i.test(message)),
            false,
          );
          assert.ok(!/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(file.main));
        }
        cleanUp();
      }),
      runs(25),
    );
  });

  it('never lead anywhere that is not for reading', async () => {
    const hostile =
      '[a](javascript:alert(1)) [b](data:text/html,x) [c](file:///etc/passwd) [d](../../outside.md) [e](vbscript:x) ![f](../../../etc/passwd) ![g](file:///etc/x.png) [h](\\\\host\\share) [i](https://) [j](mailto:x)';
    const root = temporaryGuidance({ ...FILES, 'plan.md': `${PLAN}\n${hostile}\n` });
    for (const file of (await wordCopies(root)).values()) {
      const relations = [...file.parts]
        .filter(([name]) => name.endsWith('.rels'))
        .map(([, text]) => text)
        .join('');
      assert.doesNotMatch(relations, /javascript|data:|file:|vbscript|passwd/i);
      for (const [, target] of relations.matchAll(/Target="([^"]*)" TargetMode="External"/g)) assert.match(target ?? '', /^https?:/);
    }
  });

  it('lead to the published page of a document that is not in them, where it has one', async () => {
    const addressOf = (thing: object) =>
      'document' in thing && thing.document === 'rules.md' ? 'https://example.org/g/rules.html' : undefined;
    const copies = await wordCopies(temporaryGuidance(FILES), { addressOf });
    const copy = copies.get('garden.docx') as WordFile;
    assert.match(
      (await asHtml(copy)).html,
      /The rules: <a href="https:\/\/example\.org\/g\/rules\.html">https:\/\/example\.org\/g\/rules\.html<\/a>/,
    );
  });

  it('stop between documents when they are asked to', async () => {
    const root = temporaryGuidance(FILES);
    let asked = 0;
    const throwIfCancelled = () => {
      if (++asked === 2) throw new Error('stopped');
    };
    await assert.rejects(wordCopies(root, { throwIfCancelled }), /^Error: stopped$/);
  });

  it('say what the site says, word for word', async () => {
    for (const [root, drafts] of [
      [GUIDANCE, false],
      [HARBOUR, true],
    ] as const) {
      const input = await wordInputOf(root, { drafts });
      const names = citationNames(input.snapshot);
      const sources = Object.fromEntries([...names].map(([key, label]) => [key, { label, reference: '', href: '', points: [] }]));
      const copies = await wordCopies(root, { drafts });
      for (const { key, path: own } of input.snapshot.applications) {
        const styleMap = [`p[style-name^='${COPY_STYLE}'] => !`, "p[style-name^='toc'] => !"];
        const made = wordsOf((await asHtml(copies.get(`${key}.docx`) as WordFile, { styleMap })).html);
        const documents = input.snapshot.markdown.filter((facts) => facts.path === own || applicationOf(facts) === key);
        assert.ok(documents.length > 3);
        for (const { path } of documents) {
          const text = input.textOf(path) ?? '';
          const options = { document: path, page: 'a.html', pageOf: () => 'b.html', wikiLinks: {}, sources, terms: [], withoutTitle: true };
          const { html: body } = renderBody(input.parser.parse(text), text, options);
          assert.ok(wordsOf(body).length > 200);
          assert.ok(made.includes(wordsOf(body.replace(/<a class="anchor-link".*?<\/a>/g, ''))), path);
        }
      }
    }
  });

  it('can be made of every application that there is', async () => {
    for (const [root, keys] of [
      [GUIDANCE, ['rasso']],
      [HARBOUR, ['small-craft']],
      [temporaryRoot(withSecondApplication()), ['rasso', 'tree-care']],
    ] as const) {
      const copies = await wordCopies(root, { drafts: true });
      assert.deepEqual([...copies.keys()].sort(), keys.flatMap((key) => [`${key}-table.docx`, `${key}.docx`]).sort());
      for (const file of copies.values()) assert.ok(paragraphsOf(file).length > 20);
    }
  });
});

/** The words of HTML, without the white space between them. */
function wordsOf(markup: string): string {
  return textOf(fromHtml(markup, { fragment: true })).replace(/\s+/g, '');
}

function textOf(node: Nodes): string {
  return node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';
}

/** A folder with these files alone. */
function temporaryRoot(files: Readonly<Record<string, string>>): string {
  return temporaryGuidance(files);
}
