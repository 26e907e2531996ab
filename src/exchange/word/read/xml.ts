import { strFromU8 } from 'fflate';
import { SaxesParser } from 'saxes';
import { WordFileError } from './word-file-error.js';

/** An element of a part of a Word document. Names of WordprocessingML begin with `w:`, whatever prefix the file has for it. */
export interface XmlElement {
  readonly name: string;
  /** By name without prefix: where an element has two of one name, its own one. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** WordprocessingML, transitional and strict (ECMA-376, part 1, annex A). */
const WORD = ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main'];
const DEEPEST = 400;

/**
 * Reads a part. There are no document types in Word documents, and none is read: entities could grow without end.
 * @throws WordFileError where it is not well formed
 */
export function parseXml(bytes: Uint8Array, part: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const root = { name: '', attributes: {}, children: [] as (XmlElement | string)[] };
  const open: { name: string; children: (XmlElement | string)[] }[] = [root];
  const refuse = () => {
    throw new WordFileError(`is damaged: its part ${part} cannot be read. Open it in Word, save it under another name, and try again`);
  };
  parser.on('doctype', refuse);
  parser.on('error', refuse);
  parser.on('opentag', ({ name, local, uri, attributes }) => {
    if (open.length > DEEPEST) refuse();
    const isWord = WORD.includes(uri);
    // Its own attributes come last: those of other vocabularies cannot stand in for them.
    const rank = (of: string) => (of === '' ? 1 : isWord && WORD.includes(of) ? 2 : 0);
    const values = Object.values(attributes).sort((one, other) => rank(one.uri) - rank(other.uri));
    const element = {
      name: isWord ? `w:${local}` : name,
      attributes: Object.fromEntries(values.map((attribute) => [attribute.local, attribute.value] as const)),
      children: [],
    };
    open[open.length - 1]?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => open[open.length - 1]?.children.push(text));
  parser.write(decode(bytes)).close();
  const [first] = root.children.filter((child) => typeof child !== 'string');
  return first ?? refuse();
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return elementsOf(element).find((child) => child.name === name);
}

/** The elements directly below. */
export function elementsOf(element: XmlElement | undefined): XmlElement[] {
  return (element?.children ?? []).filter((child) => typeof child !== 'string');
}

/** All elements below, of that name where one is given, at any depth, in order. */
export function* descendants(element: XmlElement, name?: string): Generator<XmlElement> {
  for (const child of elementsOf(element)) {
    if (name === undefined || child.name === name) yield child;
    yield* descendants(child, name);
  }
}

/** The text of runs, a paragraph a line; what is deleted is left out unless it is asked for. */
export function textOf(element: XmlElement, options: { readonly deleted?: boolean } = {}): string {
  if (element.name === 'w:t' || (element.name === 'w:delText' && options.deleted)) return element.children.join('');
  if (element.name === 'w:tab') return ' ';
  if (element.name === 'w:br' || element.name === 'w:cr') return '\n';
  if ((element.name === 'w:del' || element.name === 'w:moveFrom') && !options.deleted) return '';
  const inner = elementsOf(element)
    .map((child) => textOf(child, options))
    .join('');
  return element.name === 'w:p' ? `${inner}\n` : inner;
}

/** Parts are in UTF-8 or UTF-16 (ECMA-376, part 2, section 6.2.5). */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isLittle = first === 0xff && second === 0xfe;
  if (!isLittle && !(first === 0xfe && second === 0xff)) return strFromU8(bytes);
  const units: string[] = [];
  for (let at = 2; at + 1 < bytes.length; at += 2) {
    const [low, high] = isLittle ? [bytes[at], bytes[at + 1]] : [bytes[at + 1], bytes[at]];
    units.push(String.fromCharCode((low ?? 0) + (high ?? 0) * 256));
  }
  return units.join('');
}
