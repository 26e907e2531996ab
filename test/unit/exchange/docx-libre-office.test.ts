import { strict as assert } from 'node:assert';
import { GUIDANCE } from '../../support/exchange-input.js';
import { byLibreOffice, canOpenTexts, pagesWithWords } from '../../support/libre-office.js';
import { openWord, paragraphsOf, wordCopies } from '../../support/word-copies.js';

describe('Word copies in LibreOffice', function () {
  this.timeout(300_000);

  before(function () {
    // It is a program that a machine has or has not, and nothing that this project installs.
    if (!canOpenTexts()) this.skip();
  });

  it('open, and have words on every page', async () => {
    const copies = await wordCopies(GUIDANCE);
    assert.deepEqual([...copies.keys()], ['rasso.docx', 'rasso-table.docx']);
    for (const [name, { bytes }] of copies) {
      const pdf = byLibreOffice(name, bytes, 'pdf');
      assert.ok(pdf, `${name} could not be opened`);
      assert.ok(pagesWithWords(pdf) > (name === 'rasso.docx' ? 20 : 5), name);
    }
  });

  it('keep their bookmarks and the names of their styles when LibreOffice saves them: import goes by them', async () => {
    for (const [name, copy] of await wordCopies(GUIDANCE)) {
      const saved = byLibreOffice(name, copy.bytes, 'docx');
      assert.ok(saved, name);
      const again = openWord(saved);
      const bookmarks = ({ main }: typeof copy) =>
        [...main.matchAll(/<w:bookmarkStart [^>]*w:name="(g_[^"]*)"/g)].map(([, id]) => id).sort();
      assert.deepEqual(bookmarks(again), bookmarks(copy));
      // It counts the paragraphs of contents and lists in its own way, and writes “Normal” where Word leaves it out.
      const styled = (file: typeof copy) =>
        paragraphsOf(file).flatMap(({ style, text }) => (text === '' || /^toc|^normal$/i.test(style) ? [] : [`${style}: ${text}`]));
      assert.deepEqual(styled(again), styled(copy));
    }
  });
});
