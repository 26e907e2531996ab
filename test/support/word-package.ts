import { strToU8, unzipSync, zipSync } from 'fflate';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TYPES = `<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const RELATIONS = `<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;

/** The main part of a document around the XML of its body. */
export function mainPart(body: string, prologue = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${prologue}<w:document ${W}><w:body>${body}</w:body></w:document>`;
}

/** Relationships with one in them. @param kind the last part of its type */
export function relations(kind: string, target: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/></Relationships>`;
}

/** A `.docx` as small as can be, for what no honest program writes. */
export function wordPackage(body: string, parts: Readonly<Record<string, string | Uint8Array>> = {}): Uint8Array {
  const all = { '[Content_Types].xml': TYPES, '_rels/.rels': RELATIONS, 'word/document.xml': mainPart(body), ...parts };
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part])));
}

/** A `.docx` with some parts replaced: what is done to each is told by its name. */
export function repacked(file: Uint8Array, changes: Readonly<Record<string, (part: string) => string>>): Uint8Array {
  const parts = unzipSync(file);
  for (const [name, change] of Object.entries(changes)) {
    const part = parts[name];
    if (!part) throw new Error(`There is no part ${name}: ${Object.keys(parts).join(', ')}`);
    const [before, after] = [new TextDecoder().decode(part), change(new TextDecoder().decode(part))];
    if (before === after) throw new Error(`Nothing was changed in ${name}`);
    parts[name] = strToU8(after);
  }
  return zipSync(parts);
}

/** A paragraph as XML; its words are XML already. */
export function rawParagraph(words: string): string {
  return `<w:p><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;
}

/** A table as XML, a cell the XML of its blocks. */
export function rawTable(rows: readonly (readonly string[])[], cellProperties = ''): string {
  const cells = (row: readonly string[]) => row.map((cell) => `<w:tc><w:tcPr>${cellProperties}</w:tcPr>${cell}</w:tc>`).join('');
  return `<w:tbl>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`;
}
