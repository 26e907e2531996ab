import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { GUIDANCE, HARBOUR } from '../../support/exchange-input.js';
import { withSecondApplication } from '../../support/fixture-roots.js';
import { byLibreOffice, canOpenTexts } from '../../support/libre-office.js';
import { runs } from '../../support/property.js';
import { type WordFile, wordCopies } from '../../support/word-copies.js';
import { LOSSES } from '../../support/word-known-losses.js';
import { keptMarkdown } from '../../support/word-markdown-arbitrary.js';
import { repacked } from '../../support/word-package.js';
import { gardenCopies, gardenWith, readBack, readIntoGarden, removeRoots, rootWith, told } from '../../support/word-round-trip.js';

/** The guidance folders of the project, with their applications. */
const ROOTS: readonly (readonly [name: string, root: () => string, applications: readonly string[]])[] = [
  ['the project’s own guidance with a second application', () => rootWith(withSecondApplication()), ['rasso', 'tree-care']],
  ['a framework of another shape', () => HARBOUR, ['small-craft']],
];

/** Each kind of block that copies keep, in and out of lists. */
const EVERYTHING = `Words with *emphasis*, **weight**, \`code\` and [a link](plan.md#why-it-matters) that breaks\\
here[^1] [see @smith-2020, point 1.1].

- an item

  more of it

  > quoted in it

  \`\`\`
  code in it
    of two lines
  \`\`\`

  - deeper

    and more there

    > quoted there

- [x] done

3. three
4. four

> A quotation
>
> - with points
> - of its own

\`\`\`js
one();
\`\`\`

\`\`\`
two
\`\`\`

---

| One | Two |
| :-- | --: |
| a<br>b | **c** |

[^1]: A note.`;

describe('Word copies read back', function () {
  this.timeout(300_000);
  after(removeRoots);

  for (const [name, rootOf, applications] of ROOTS) {
    describe(`of ${name}`, () => {
      let root: string;
      let copies: Map<string, WordFile>;

      before(async () => {
        root = rootOf();
        copies = await wordCopies(root, { drafts: true });
        assert.deepEqual([...copies.keys()].sort(), applications.flatMap((key) => [`${key}-table.docx`, `${key}.docx`]).sort());
      });

      async function assertSame(key: string, file: string, bytes: Uint8Array): Promise<void> {
        assert.deepEqual(told(await readBack(root, key, bytes)), [], file);
      }

      it('say what the guidance says already: nothing is to be written, to be decided, or left out', async () => {
        for (const key of applications)
          for (const file of [`${key}.docx`, `${key}-table.docx`]) await assertSame(key, file, copies.get(file)?.bytes ?? new Uint8Array());
      });

      it('still do when LibreOffice has saved them', async function () {
        // It is a program that a machine has or has not, and nothing that this project installs.
        if (!canOpenTexts()) this.skip();
        for (const key of applications) {
          for (const file of [`${key}.docx`, `${key}-table.docx`]) {
            const saved = byLibreOffice(file, copies.get(file)?.bytes ?? '', 'docx');
            assert.ok(saved, `${file} could not be opened`);
            await assertSame(key, file, saved);
          }
        }
      });

      it('have no Markdown of the guidance in any part, and nothing of its front matter', () => {
        for (const [file, { parts }] of copies) {
          for (const [part, text] of parts) {
            // Tags aside: one word can be in several of them. What stands in tags are names and addresses.
            const words = text.replace(/<[^>]*>/g, '');
            for (const sign of ['[@', '](', '[[', '**', '## ']) assert.ok(!words.includes(sign), `${file}, ${part} has ${sign}`);
            for (const key of ['review_in', 'last_reviewed_on', 'criterion-guidance', 'application: ', 'serves:', 'because:', 'in-review'])
              assert.ok(!text.includes(key), `${file}, ${part} has ${key}`);
          }
        }
      });
    });
  }

  it('are the same for any text of what they keep', async () => {
    await fc.assert(
      fc.asyncProperty(keptMarkdown(), async (markdown) => {
        const files = gardenWith(markdown);
        for (const copy of await gardenCopies(files)) {
          const back = await readIntoGarden(files, copy);
          assert.ok(back.plan.documents.some(({ criterion, texts }) => criterion === 'listening' && texts.length > 0));
          assert.deepEqual([...told(back), ...back.resolved.waiting.map(({ accepted }) => accepted)], []);
        }
      }),
      runs(60),
    );
  });

  it('are the same with all that they keep when LibreOffice has saved them', async function () {
    // It is a program that a machine has or has not, and nothing that this project installs.
    if (!canOpenTexts()) this.skip();
    const files = gardenWith(EVERYTHING);
    for (const copy of await gardenCopies(files)) {
      assert.deepEqual(told(await readIntoGarden(files, copy)), []);
      const back = await readIntoGarden(files, byLibreOffice('copy.docx', copy, 'docx') ?? assert.fail('It could not be saved.'));
      assert.deepEqual([...told(back), ...back.resolved.waiting.map(({ accepted }) => accepted)], []);
    }
  });

  for (const { about, markdown, comesBack } of LOSSES) {
    it(`are known to change ${about}, and ask first`, async () => {
      const files = gardenWith(markdown);
      for (const copy of await gardenCopies(files)) {
        const { resolved } = await readIntoGarden(files, copy);
        assert.deepEqual([resolved.created, resolved.changed], [[], []]);
        assert.deepEqual(
          resolved.waiting.map(({ accepted }) => accepted),
          [gardenWith(comesBack)['listen.md']],
        );
      }
    });
  }

  describe('that somebody changed', () => {
    const TEXT = `Some words, [a link](https://example.org/old) and a place [@smith-2020, point 1.1].

### A part

- an item
- another

| One | Two |
| --- | --- |
| a cell | more |`;

    const CHANGES: readonly (readonly [what: string, part: string, from: string, to: string, now: string])[] = [
      ['a sentence', 'word/document.xml', 'Some words', 'Other words', 'Other words, [a link]'],
      ['a list item', 'word/document.xml', 'an item', 'a new item', '- a new item\n- another'],
      ['the locator of a citation', 'word/document.xml', 'point 1.1', 'point 1.2', '[@smith-2020, point 1.2]'],
      ['a heading', 'word/document.xml', 'A part', 'Another part', '### Another part\n'],
      ['the words of a link', 'word/document.xml', 'a link', 'the link', '[the link](https://example.org/old)'],
      [
        'where a link leads',
        'word/_rels/document.xml.rels',
        'https://example.org/old',
        'https://example.org/new',
        '[a link](https://example.org/new)',
      ],
      ['a cell of a table', 'word/document.xml', 'a cell', 'the cell', '| the cell | more'],
    ];

    for (const [what, part, from, to, now] of CHANGES) {
      it(`have ${what} wait, and nothing else`, async () => {
        const files = gardenWith(TEXT);
        const [copy] = await gardenCopies(files);
        const edited = repacked(copy ?? new Uint8Array(), { [part]: (xml) => xml.replace(from, to) });
        const back = await readIntoGarden(files, edited);
        assert.deepEqual(told(back), ['waits: listen.md: What this means']);
        const accepted = back.resolved.waiting[0]?.accepted ?? '';
        assert.ok(accepted.includes(now), accepted);
        assert.ok(!accepted.includes(from), accepted);
        // What nobody changed is as it was written.
        const before = (files['listen.md'] ?? '').split('\n\n');
        assert.equal(before.filter((block) => !accepted.includes(block.trim())).length, 1, accepted);
      });
    }

    it('have it wait in the project’s own guidance, in both copies, and when LibreOffice has saved them', async () => {
      const canSave = canOpenTexts();
      for (const [name, { bytes, main }] of await wordCopies(GUIDANCE)) {
        const [words = ''] = /People learn from what went wrong/.exec(main) ?? [];
        assert.notEqual(words, '', name);
        const edited = repacked(bytes, { 'word/document.xml': (xml) => xml.replace(words, 'Nobody learns from what went wrong') });
        const saved = canSave ? (byLibreOffice(name, edited, 'docx') ?? assert.fail(`${name} could not be saved`)) : edited;
        for (const file of [edited, saved]) {
          const back = await readBack(GUIDANCE, 'rasso', file);
          assert.deepEqual(told(back), ['waits: rasso/feedback-culture.md: What this means'], name);
          assert.match(back.resolved.waiting[0]?.accepted ?? '', /^Nobody learns from what went wrong/m);
        }
      }
    });
  });
});
