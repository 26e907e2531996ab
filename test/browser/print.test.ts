import { strict as assert } from 'node:assert';
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { inContext } from '../support/browser.js';
import { guidanceSite } from './support/site.js';

/** The PDF of a page, as a reader prints it. */
async function pdfOf(address: string): Promise<PDFDocument> {
  const bytes = await inContext({}, async (context) => {
    const page = await context.newPage();
    await page.goto(address);
    await page.evaluate(() => document.fonts.ready);
    return page.pdf({ tagged: true, outline: true, format: 'A4', preferCSSPageSize: true });
  });
  return PDFDocument.load(bytes);
}

/** The elements of a kind in the structure of a PDF, by ISO 32000-1, 14.7. */
function structureOf(pdf: PDFDocument, kind: string): PDFDict[] {
  const objects = pdf.context.enumerateIndirectObjects().map(([, object]) => object);
  const dictionaries = objects.filter((object): object is PDFDict => object instanceof PDFDict);
  return dictionaries.filter((object) => object.lookup(PDFName.of('S')) === PDFName.of(kind));
}

function alternativeText(element: PDFDict): string {
  const text = element.lookup(PDFName.of('Alt'));
  return text instanceof PDFString || text instanceof PDFHexString ? text.decodeText() : '';
}

describe('the print page of an application, as a PDF', function () {
  this.timeout(120_000);
  let pdf: PDFDocument;
  let title: string;

  before(async () => {
    const site = await guidanceSite();
    const page = site.pages.find((path) => path.startsWith('print/'));
    assert.ok(page, 'there is a print page');
    pdf = await pdfOf(site.served(page));
    title = await inContext({}, async (context) => {
      const plain = await context.newPage();
      await plain.goto(site.served(page));
      return plain
        .locator('svg[role="img"] > title')
        .first()
        .evaluate((element) => element.textContent ?? '');
    });
  });

  it('is tagged, with its language, its title and an outline', () => {
    const { catalog } = pdf;
    assert.ok(catalog.has(PDFName.of('StructTreeRoot')), 'it has a structure');
    assert.ok(catalog.has(PDFName.of('Outlines')), 'it has an outline');
    const language = catalog.lookup(PDFName.of('Lang'));
    assert.match(language instanceof PDFString || language instanceof PDFHexString ? language.decodeText() : '', /^en/);
    assert.ok(structureOf(pdf, 'H1').length > 0, 'it has headings');
  });

  it('has the map as a figure with the map’s own alternative text', () => {
    assert.notEqual(title.trim(), '', 'the map on the page has a title');
    const texts = structureOf(pdf, 'Figure').map(alternativeText);
    assert.ok(
      texts.some((text) => text.includes(title.trim())),
      `“${title}” is none of: ${JSON.stringify(texts)}`,
    );
  });

  it('has no figure without an alternative text', () => {
    const empty = structureOf(pdf, 'Figure').filter((element) => alternativeText(element).trim() === '');
    assert.equal(empty.length, 0);
  });
});
