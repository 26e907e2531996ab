import { strict as assert } from 'node:assert';
import { fileRenameChange } from '../../../../src/language/rename/rename-files.js';
import { changed } from '../../../support/change-files.js';
import { openRoot } from '../../../support/marked-root.js';
import type { Files } from '../../../support/root-arbitrary.js';

const FILES: Files = {
  'index.md': '# Home\n\n[Plan](plans/one.md#why), ![map](pictures/map.png), ![[pictures/map.png]] and [[one]].\n',
  'plans/one.md': '# One\n\n## Why\n\n[Home](../index.md), [two](two.md)\n',
  'plans/two.md': '# Two\n',
  'pictures/map.png': '',
};

/** The files once some have been moved, as an editor would do it. */
function moved(...renames: (readonly [from: string, to: string])[]): Files {
  const root = openRoot(FILES);
  const { edits } = fileRenameChange(
    root.snapshot,
    renames.map(([from, to]) => ({ from, to })),
    root.sourceFor,
  );
  const inFolders = renames.flatMap(([from, to]) =>
    Object.keys(root.files).flatMap((path) =>
      path === from || path.startsWith(`${from}/`) ? [{ from: path, to: to + path.slice(from.length) }] : [],
    ),
  );
  return changed(root.files, { edits, renames: inFolders });
}

/** How many references lead nowhere. */
function broken(files: Files): number {
  const about = new Set(['link-target', 'link-heading', 'wiki-link-target', 'internal/configuration', 'link-inside-root']);
  return openRoot(files, {}).diagnostics.filter(({ ruleId }) => about.has(ruleId)).length;
}

describe('moving files', () => {
  it('takes links, wiki links and its own links along', () => {
    const files = moved(['plans/one.md', 'first.md']);
    assert.equal(files['index.md'], '# Home\n\n[Plan](first.md#why), ![map](pictures/map.png), ![[pictures/map.png]] and [[first]].\n');
    assert.equal(files['first.md'], '# One\n\n## Why\n\n[Home](index.md), [two](plans/two.md)\n');
  });

  it('takes a whole folder along', () => {
    const files = moved(['plans', 'later/plans']);
    assert.match(files['index.md'] ?? '', /\[Plan\]\(later\/plans\/one\.md#why\)/);
    assert.match(files['later/plans/one.md'] ?? '', /\[Home\]\(\.\.\/\.\.\/index\.md\), \[two\]\(two\.md\)/);
    assert.equal(broken(files), broken(openRoot(FILES).files));
  });

  it('takes images along, embedded ones too', () => {
    const files = moved(['pictures/map.png', 'map.png']);
    assert.match(files['index.md'] ?? '', /!\[map\]\(map\.png\), !\[\[map\.png\]\]/);
  });

  it('takes data files along in the manifest', () => {
    const files = moved(['sources.yml', 'data/register.yml'], ['framework.yml', 'data/framework.yml']);
    assert.match(files['guidance.yml'] ?? '', /frameworks: \[data\/framework\.yml\]\nsources: data\/register\.yml\n/);
    assert.equal(broken(files), broken(openRoot(FILES).files));
  });

  it('changes nothing where nothing refers to what moves', () => {
    const root = openRoot(FILES);
    const { edits } = fileRenameChange(root.snapshot, [{ from: 'glossary-notes.txt', to: 'b.txt' }], root.sourceFor);
    assert.equal(edits.size, 0);
  });
});
