import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { diffOf } from '../../../src/review/diff.js';
import { CHANGE_KINDS, type Statement } from '../../../src/review/statement.js';
import { runs } from '../../support/property.js';
import { applied, changes, smallRoot } from '../../support/root-arbitrary.js';
import { revision } from '../../support/told.js';

const NONE = new Map<string, string>();

describe('the change in meaning', function () {
  this.timeout(60_000);

  it('of a revision compared with itself is nothing', () => {
    fc.assert(
      fc.property(smallRoot(), (files) => {
        assert.deepEqual(diffOf(revision(files), revision(files), NONE).statements, []);
      }),
      runs(80),
    );
  });

  it('of any change names files that are there, in lines that are there, in the order of its kinds', () => {
    fc.assert(
      fc.property(smallRoot(), changes(), (files, made) => {
        const later = made.reduce(applied, files);
        const { statements } = diffOf(revision(files), revision(later), NONE);
        const order = statements.map(({ kind }) => CHANGE_KINDS.indexOf(kind));
        assert.deepEqual(
          order,
          [...order].sort((a, b) => a - b),
        );
        for (const { text, path, line } of statements) {
          assert.match(text, /^[“A-Z].*\.$/s);
          if (path !== undefined) assert.ok(Object.hasOwn(later, path) || Object.hasOwn(files, path), path);
          if (line !== undefined) assert.ok(line <= (later[path ?? ''] ?? '').split(/\r\n|\n|\r/).length, text);
        }
      }),
      runs(120),
    );
  });

  it('turned round gives back what was lost, and takes what was gained', () => {
    const opposite = {
      'coverage-lost': 'coverage-gained',
      'cell-emptied': 'cell-filled',
      'claim-lost': 'claim-gained',
      'document-removed': 'document-added',
      'citation-lost': 'citation-gained',
    } as const;
    fc.assert(
      fc.property(smallRoot(), changes(), (files, made) => {
        const [before, after] = [revision(files), revision(made.reduce(applied, files))];
        // What a framework no longer knows is told as lost, and what it comes to know as the framework's own change.
        const count = (statements: readonly Statement[], kind: string) =>
          statements.filter((one) => one.kind === kind && !one.text.includes('framework')).length;
        const there = diffOf(before, after, NONE).statements;
        const back = diffOf(after, before, NONE).statements;
        for (const [lost, gained] of Object.entries(opposite)) assert.equal(count(there, lost), count(back, gained), lost);
      }),
      runs(120),
    );
  });
});
