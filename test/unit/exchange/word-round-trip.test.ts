import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { HARBOUR } from '../../support/exchange-input.js';
import { withSecondApplication } from '../../support/fixture-roots.js';
import { byLibreOffice, canOpenTexts } from '../../support/libre-office.js';
import { runs } from '../../support/property.js';
import { type WordFile, wordCopies } from '../../support/word-copies.js';
import { keptMarkdown } from '../../support/word-markdown-arbitrary.js';
import { gardenCopies, gardenWith, readBack, readIntoGarden, removeRoots, rootWith, told } from '../../support/word-round-trip.js';

/** The guidance folders of the project, with their applications. */
const ROOTS: readonly (readonly [name: string, root: () => string, applications: readonly string[]])[] = [
  ['the project’s own guidance with a second application', () => rootWith(withSecondApplication()), ['rasso', 'tree-care']],
  ['a framework of another shape', () => HARBOUR, ['small-craft']],
];

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
          assert.deepEqual([...told(back), ...back.resolved.waiting.map(({ accepted }) => accepted)], []);
        }
      }),
      runs(60),
    );
  });
});
