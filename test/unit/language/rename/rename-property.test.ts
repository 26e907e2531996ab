import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { isRefusal } from '../../../../src/language/rename/refusal.js';
import { prepareRename, renameAt } from '../../../../src/language/rename/rename.js';
import { changed, movedOffset } from '../../../support/change-files.js';
import { secondFramework } from '../../../support/fixture-roots.js';
import { type OpenRoot, openRoot } from '../../../support/marked-root.js';
import { runs } from '../../../support/property.js';
import { type Files, smallRoot } from '../../../support/root-arbitrary.js';

/** A place where something can be renamed. */
interface Place {
  readonly path: string;
  readonly offset: number;
  readonly name: string;
}

/** One place for each name that something can be renamed at, and each text that stands for it. */
function places(root: OpenRoot): Place[] {
  const found: Place[] = [];
  for (const path of Object.keys(root.files)) {
    if (!root.snapshot.facts(path)) continue;
    const document = root.document(path);
    for (let offset = 0; offset < document.source.text.length; offset++) {
      const start = prepareRename(document, offset, root.sourceFor);
      if (!start || isRefusal(start)) continue;
      found.push({ path, offset, name: start.placeholder });
      offset = Math.max(offset, start.range.end);
    }
  }
  return found;
}

/** How many findings there are of each rule in each file. */
function counts({ diagnostics }: OpenRoot): Map<string, number> {
  const found = new Map<string, number>();
  for (const { path, ruleId } of diagnostics) found.set(`${path} ${ruleId}`, (found.get(`${path} ${ruleId}`) ?? 0) + 1);
  return found;
}

/** What has more findings than before. A file keeps its address when its criterion gets another key: `file-name` offers the rest. */
function newFindings(before: OpenRoot, after: OpenRoot): string[] {
  const [old, now] = [counts(before), counts(after)];
  return [...now].filter(([key, count]) => count > (old.get(key) ?? 0) && !key.endsWith(' file-name')).map(([key]) => key);
}

/** Renames what is at a place; undefined where that is refused. */
function renamed(root: OpenRoot, { path, offset }: Place, to: string): { files: Files; back: number } | undefined {
  const change = renameAt(root.document(path), offset, to, root.sourceFor);
  if (!change || isRefusal(change)) return undefined;
  return { files: changed(root.files, change), back: movedOffset(offset, change, path) };
}

const NEW_NAMES = fc.constantFrom('hearing', 'quite-new-2031', 'p9', 'Something else', 'Zebra');

describe('a rename', () => {
  it('brings no new finding, and the way back gives the bytes from before', () => {
    let [tried, refused] = [0, 0];
    const roots = [secondFramework()].map((files) => openRoot(files, {}));
    const all = roots.flatMap((root) => places(root).map((place) => ({ root, place })));
    fc.assert(
      fc.property(fc.constantFrom(...all), NEW_NAMES, ({ root, place }, name) => {
        const result = renamed(root, place, name);
        if (!result) {
          refused++;
          return;
        }
        tried++;
        const after = openRoot(result.files, {});
        assert.deepEqual(newFindings(root, after), []);
        // The name at the place can have moved within its own edit: any place that has it will do.
        const there = places(after).find(
          ({ path, name: found, offset }) =>
            path === place.path && found === name && offset >= result.back - place.name.length - name.length,
        );
        assert.ok(there, `${name} in ${place.path}`);
        assert.deepEqual(renamed(after, there, place.name)?.files, root.files);
      }),
      runs(15),
    );
    assert.ok(tried > 5, `${tried} tried, ${refused} refused`);
  });

  it('brings no new finding where there are findings already', () => {
    let tried = 0;
    fc.assert(
      fc.property(smallRoot(), fc.nat(), NEW_NAMES, (files, index, name) => {
        const root = openRoot(files, {});
        const all = places(root);
        const place = all[index % all.length];
        const result = place && renamed(root, place, name);
        if (!result) return;
        tried++;
        assert.deepEqual(newFindings(root, openRoot(result.files, {})), []);
      }),
      runs(40),
    );
    assert.ok(tried > 10, String(tried));
  });
});
