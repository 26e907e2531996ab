import type { WordPackage } from './types.js';
import { WordFileError } from './word-file-error.js';
import { elementsOf, parseXml, type XmlElement } from './xml.js';

/** The names of relationships (ECMA-376, part 1, section 15.2), transitional and strict. */
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships/';
const DOCUMENT = 'word/document.xml';

/** What a main part relates to and is read as markup. */
const MARKUP = ['comments', 'endnotes', 'footnotes', 'numbering', 'styles'] as const;

/** The name of the part that has the text: nearly always the same, but a package says itself which it is. */
export function mainPart(parts: WordPackage): string {
  const targets = relationsIn(parts, '_rels/.rels')
    .filter(({ Type }) => Type === `${RELATIONSHIPS}officeDocument` || Type === `${STRICT}officeDocument`)
    .map(({ Target = '' }) => nameFrom('', Target));
  return targets.find((name) => parts.has(name)) ?? DOCUMENT;
}

/** The name of a part that the main part relates to: as in what reads the text, only the transitional form can say another than the usual. */
export function relatedPart(parts: WordPackage, kind: (typeof MARKUP)[number]): string {
  const main = mainPart(parts);
  const names = relationsOf(parts, main)
    .filter(({ Type }) => Type === RELATIONSHIPS + kind)
    .map(({ Target = '' }) => nameFrom(folderOf(main), Target));
  return names.find((name) => parts.has(name)) ?? `word/${kind}.xml`;
}

/**
 * Limits hold for parts that are named as markup: what is read as such has to be so named.
 * @throws WordFileError where the text, or what belongs to it, is in another part
 */
export function assertNamedAsMarkup(parts: WordPackage): void {
  const main = mainPart(parts);
  const others = relationsOf(parts, main)
    .filter(({ Type = '' }) => MARKUP.some((kind) => Type.endsWith(`/${kind}`)))
    .map(({ Target = '' }) => nameFrom(folderOf(main), Target));
  for (const name of [main, ...others])
    if (!/\.xml$/i.test(name))
      throw new WordFileError(
        `is damaged: its part ${name} has not the name of one. Open it in Word, save it under another name, and try again`,
      );
}

/** The relationships of the package that say no more than where its text is. */
export function relationsTo(main: string): string {
  const target = main.replace(/[&<"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}officeDocument" Target="/${target}"/></Relationships>`;
}

/** The relationships of a part. */
export function relationsOf(parts: WordPackage, part: string): XmlElement['attributes'][] {
  const folder = folderOf(part);
  return relationsIn(parts, `${folder === '' ? '' : `${folder}/`}_rels/${part.slice(part.lastIndexOf('/') + 1)}.rels`);
}

function relationsIn(parts: WordPackage, name: string): XmlElement['attributes'][] {
  const bytes = parts.get(name);
  return elementsOf(bytes && parseXml(bytes, name)).map(({ attributes }) => attributes);
}

function folderOf(part: string): string {
  return part.slice(0, Math.max(0, part.lastIndexOf('/')));
}

function nameFrom(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  return folder === '' ? target : `${folder}/${target}`;
}
