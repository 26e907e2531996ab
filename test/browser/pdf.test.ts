import { strict as assert } from 'node:assert';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { findBrowser } from '../../scripts/tasks/ensure-browser.mjs';
import { buildOnce, dmap, PROJECT } from '../support/cli.js';
import { pdfFacts } from '../support/pdf-facts.js';

describe('dmap export --format pdf', function () {
  this.timeout(180_000);
  let place: string;
  let browser: string;

  before(async () => {
    buildOnce();
    place = mkdtempSync(join(tmpdir(), 'dmap-pdf-'));
    browser = (await findBrowser()) ?? assert.fail('There is a browser.');
  });
  after(() => rmSync(place, { recursive: true, force: true }));

  function run(out: string, args: readonly string[] = [], program = browser) {
    const command = ['export', join(place, out), 'guidance', '--format', 'pdf', '--no-cache', '--today', '2026-09-01', ...args];
    return { ...dmap(PROJECT, command, { env: { DMAP_CHROMIUM: program, TMPDIR: place } }), file: join(place, out, 'rasso.pdf') };
  }

  /** The addresses that a PDF leads to. */
  function addressesIn(pdf: PDFDocument): string[] {
    return pdf.context.enumerateIndirectObjects().flatMap(([, object]) => {
      if (!(object instanceof PDFDict)) return [];
      const action = object.get(PDFName.of('A'));
      const uri = (action instanceof PDFDict ? action : object).get(PDFName.of('URI'));
      return uri instanceof PDFString || uri instanceof PDFHexString ? [uri.decodeText()] : [];
    });
  }

  it('gives all of an application, tagged, with an outline, its language and its title', async () => {
    const { code, err, file } = run('one');
    assert.deepEqual([code, err], [0, '']);
    const { pages, title, language, lacks, created } = await pdfFacts(readFileSync(file));
    assert.deepEqual(lacks, []);
    assert.match(title, /^The Destination Map applied to RASSO investigation/);
    assert.match(language, /en/);
    assert.ok(pages > 20);
    assert.equal(created?.toISOString(), '2026-09-01T00:00:00.000Z');
  });

  it('is the same each time, says nothing of this machine, and leaves nothing behind', async () => {
    const [first, second] = [run('two'), run('three')].map(({ file }) => readFileSync(file));
    assert.ok(first && second && first.equals(second));
    const addresses = addressesIn(await PDFDocument.load(first));
    assert.deepEqual(
      addresses.filter((address) => !/^https?:\/\//.test(address) || address.includes('guidance.invalid')),
      [],
    );
    assert.deepEqual(
      readdirSync(place).filter((name) => name.startsWith('dmap-') || name.startsWith('.')),
      [],
    );
  });

  it('leads to the site where that has an address', async () => {
    const { code, err, file } = run('four', ['--address', 'https://example.org/x/']);
    assert.deepEqual([code, err], [0, '']);
    const addresses = addressesIn(await PDFDocument.load(readFileSync(file)));
    assert.ok(addresses.includes('https://example.org/x/resources/case-reviews.html'), addresses.slice(0, 5).join());
  });

  it('says what to do where there is no browser, or none that starts', () => {
    const none = run('five', [], join(place, 'nothing'));
    assert.equal(none.code, 2);
    assert.match(
      none.err,
      /^dmap: DMAP_CHROMIUM names “.*nothing”, and there is no such file\. Name the program of Chromium, Chrome or Edge\.\n$/,
    );
    const wrong = run('five', [], process.execPath);
    assert.equal(wrong.code, 2);
    assert.match(wrong.err, /did not start, or stopped on the way/);
    assert.ok(!existsSync(join(place, 'five')));
  });
});
