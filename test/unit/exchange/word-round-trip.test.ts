import { strict as assert } from 'node:assert';
import type { ResolvedImport } from '../../../src/exchange/word/index.js';
import { HARBOUR } from '../../support/exchange-input.js';
import { withSecondApplication } from '../../support/fixture-roots.js';
import { byLibreOffice, canOpenTexts } from '../../support/libre-office.js';
import { type WordFile, wordCopies } from '../../support/word-copies.js';
import { readBack, removeRoots, rootWith } from '../../support/word-round-trip.js';

/** The guidance folders of the project, with their applications. */
const ROOTS: readonly (readonly [name: string, root: () => string, applications: readonly string[]])[] = [
  ['the project’s own guidance with a second application', () => rootWith(withSecondApplication()), ['rasso', 'tree-care']],
  ['a framework of another shape', () => HARBOUR, ['small-craft']],
];

/** What an import would do, a line each. */
function told({ created, changed, waiting, sources }: ResolvedImport): string[] {
  return [
    ...created.map(({ path }) => `creates ${path}`),
    ...changed.map(({ path }) => `changes ${path}`),
    ...waiting.map((one) => `waits: ${one.path}: ${one.changed.join('; ')}`),
    ...sources.map((key) => `proposes the source ${key}`),
  ];
}

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
        const { resolved, plan } = await readBack(root, key, bytes);
        assert.deepEqual(told(resolved), [], file);
        assert.deepEqual([plan.doubts, plan.unplaced, plan.leftOut], [[], [], []], file);
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
    });
  }
});
