import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { identityOf } from '../../../src/core/lint/identity.js';
import { lintInMemory } from '../../../src/platform/memory/memory-workspace.js';
import { remarkParser } from '../../../src/platform/remark-parser.js';
import { introducedFindings, type RevisionFindings } from '../../../src/review/introduced.js';
import { rules } from '../../../src/rules/index.js';
import { runs } from '../../support/property.js';
import { applied, changes, type Files, smallRoot } from '../../support/root-arbitrary.js';

const parser = remarkParser();

function findingsIn(files: Files): RevisionFindings {
  const { diagnostics } = lintInMemory(files, { rules, parser, today: '2026-09-01' });
  return { diagnostics, line: (path, line) => (files[path] ?? '').split(/\r\n|\n|\r/)[line - 1] ?? '' };
}

const samePath = (path: string) => path;

describe('the findings that a change causes', function () {
  this.timeout(60_000);

  it('are none where nothing changes', () => {
    fc.assert(
      fc.property(smallRoot(), (files) => {
        const found = findingsIn(files);
        assert.deepEqual(introducedFindings(found, found, samePath), []);
      }),
      runs(60),
    );
  });

  it('are some of those after it, in order: of each kind as many as were added', () => {
    fc.assert(
      fc.property(smallRoot(), changes(), (files, made) => {
        const before = findingsIn(files);
        const after = findingsIn(made.reduce(applied, files));
        const introduced = introducedFindings(before, after, samePath);
        assert.deepEqual(
          introduced,
          after.diagnostics.filter((one) => introduced.includes(one)),
        );
        const counted = (all: RevisionFindings['diagnostics'], name: string) =>
          all.filter((one) => identityOf(one, one.path) === name).length;
        for (const name of new Set(after.diagnostics.map((one) => identityOf(one, one.path)))) {
          const added = Math.max(0, counted(after.diagnostics, name) - counted(before.diagnostics, name));
          assert.equal(counted(introduced, name), added);
        }
      }),
      runs(60),
    );
  });
});
