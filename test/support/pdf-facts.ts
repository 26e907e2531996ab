import { PDFDocument, PDFName } from '@cantoo/pdf-lib';

/** What a library for PDF says of a file. */
export interface PdfFacts {
  readonly pages: number;
  readonly title: string;
  /** Its language, as the file names it. */
  readonly language: string;
  /** The parts that say what is what (ISO 32000-1, 14.7 and 14.8) that it has not; none where it is tagged and has an outline. */
  readonly lacks: readonly string[];
  readonly created: Date | undefined;
}

/** Reads a PDF. @throws where it is none */
export async function pdfFacts(bytes: Uint8Array): Promise<PdfFacts> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  return {
    pages: pdf.getPageCount(),
    title: pdf.getTitle() ?? '',
    language: String(pdf.catalog.lookup(PDFName.of('Lang'))),
    lacks: ['StructTreeRoot', 'Outlines', 'MarkInfo'].filter((part) => !pdf.catalog.has(PDFName.of(part))),
    created: pdf.getCreationDate(),
  };
}
