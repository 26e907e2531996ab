import { strict as assert } from 'node:assert';
import { GUIDANCE } from '../../support/exchange-input.js';
import { canOpenTexts, pagesWithWords, pdfByLibreOffice } from '../../support/libre-office.js';
import { wordCopies } from '../../support/word-copies.js';

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
      const pdf = pdfByLibreOffice(name, bytes);
      assert.ok(pdf, `${name} could not be opened`);
      assert.ok(pagesWithWords(pdf) > (name === 'rasso.docx' ? 20 : 5), name);
    }
  });
});
