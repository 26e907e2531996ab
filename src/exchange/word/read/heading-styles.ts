import { relatedPart } from './related-parts.js';
import type { WordPackage } from './types.js';
import { childOf, descendants, elementsOf, parseXml, type XmlElement } from './xml.js';

/** The level of a document’s title, above all headings. */
export const TITLE_LEVEL = 0;

/**
 * The levels of headings by the ids of their styles, from 1: Word translates the ids, and not the names.
 * Styles without a name or number of their own are told by their outline.
 */
export function headingStyles(parts: WordPackage): ReadonlyMap<string, number> {
  const name = relatedPart(parts, 'styles');
  const bytes = parts.get(name);
  const styles = bytes ? [...descendants(parseXml(bytes, name), 'w:style')] : [];
  return new Map(
    styles.flatMap((style) => {
      const level = levelOfName(childOf(style, 'w:name')?.attributes['val'] ?? '') ?? outlineLevel(childOf(style, 'w:pPr'));
      return level === undefined ? [] : [[style.attributes['styleId'] ?? '', level] as const];
    }),
  );
}

/** The level of a paragraph as a heading; undefined where it is none. */
export function headingLevel(paragraph: XmlElement, styles: ReadonlyMap<string, number>): number | undefined {
  const properties = elementsOf(paragraph).find(({ name }) => name === 'w:pPr');
  const style = childOf(properties, 'w:pStyle')?.attributes['val'] ?? '';
  return outlineLevel(properties) ?? styles.get(style) ?? levelOfName(style);
}

function levelOfName(name: string): number | undefined {
  if (/^title$/i.test(name)) return TITLE_LEVEL;
  const number = /^heading(?: ?(\d))?(?!\p{L})/iu.exec(name);
  return number ? Number(number[1] ?? 1) : undefined;
}

/** Levels are counted from 0, and 9 is that of a text. */
function outlineLevel(properties: XmlElement | undefined): number | undefined {
  const level = childOf(properties, 'w:outlineLvl')?.attributes['val'];
  return level !== undefined && /^[0-8]$/.test(level) ? Number(level) + 1 : undefined;
}
