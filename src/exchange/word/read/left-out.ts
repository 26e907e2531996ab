import { COPY_STYLE, NOTE_STYLE } from '../styles.js';
import { isLostOnTheLine } from './raised-signs.js';
import { mainPart, relatedPart, relationsOf } from './related-parts.js';
import type { WordPackage } from './types.js';
import { unreadIn } from './unread.js';
import { childOf, descendants, elementsOf, parseXml, textOf, type XmlElement } from './xml.js';

/** Fields whose text is made anew wherever it is read: nothing is lost with them. */
const PLAIN_FIELDS = new Set(['HYPERLINK', 'TOC', 'PAGE', 'NUMPAGES', 'PAGEREF', 'REF', 'NOTEREF', 'SEQ', 'TC', 'XE', 'STYLEREF']);

/**
 * What a Word document has that guidance does not keep, each a sentence.
 * @param warnings what mammoth warns of
 */
export function leftOutOf(parts: WordPackage, warnings: readonly string[]): string[] {
  const names = [mainPart(parts), relatedPart(parts, 'footnotes'), relatedPart(parts, 'endnotes')];
  const roots = names.flatMap((name) => {
    const bytes = parts.get(name);
    return bytes ? [parseXml(bytes, name)] : [];
  });
  // How a copy of guidance looks is this tool’s own doing.
  const looks = isCopy(parts) ? NOT_TEXT : [...LOOKS, ...NOT_TEXT];
  return [
    ...fieldNames(roots).map(
      (name) => `A field (${name}) was kept as the words that it last showed: it is not brought up to date any more.`,
    ),
    ...looks.flatMap(({ says, isOne }) => (roots.some((root) => has(root, isOne)) ? [says] : [])),
    ...raisedWords(roots),
    ...unreadIn(warnings, roots),
    ...headersAndFooters(parts),
    ...linkedPictures(parts),
    ...[...parts.keys()].filter((name) => /^word\/embeddings\//.test(name)).map(() => 'An embedded file was left out.'),
    ...([...parts.keys()].some((name) => /^word\/charts\//.test(name)) ? ['A chart was left out. Put a picture in its place.'] : []),
  ];
}

/** Whether the document is a copy that this tool made: it has the styles of one. */
function isCopy(parts: WordPackage): boolean {
  const name = relatedPart(parts, 'styles');
  const styles = parts.get(name);
  if (!styles) return false;
  return [...descendants(parseXml(styles, name), 'w:name')].some(({ attributes }) => attributes['val'] === NOTE_STYLE);
}

/** What a document can have, told once however often it has it. */
interface Kind {
  readonly says: string;
  readonly isOne: (element: XmlElement) => boolean;
}

/** What a text can look like. */
const LOOKS: readonly Kind[] = [
  { says: 'Fonts were left out: all guidance is set in the same.', isOne: ({ name }) => name === 'w:rFonts' },
  {
    says: 'Colours of letters, marks and cells were left out. Where they mean something, say it in words.',
    isOne: ({ name, attributes: { val, fill } }) =>
      name === 'w:highlight' || (name === 'w:color' && val !== 'auto') || (name === 'w:shd' && (fill ?? 'auto') !== 'auto'),
  },
];

/** What is no text. */
const NOT_TEXT: readonly Kind[] = [
  { says: 'An equation was left out. Put it in as a picture with alternative text.', isOne: ({ name }) => name === 'm:oMath' },
  { says: 'A diagram was left out. Put it in as a picture with alternative text.', isOne: ({ name }) => name === 'dgm:relIds' },
];

/** Words that were raised or lowered and that no characters show so. */
function raisedWords(roots: readonly XmlElement[]): string[] {
  const words = new Set<string>();
  for (const run of roots.flatMap((root) => [...descendants(root, 'w:r')])) {
    const position = childOf(childOf(run, 'w:rPr'), 'w:vertAlign')?.attributes['val'];
    if (position !== 'superscript' && position !== 'subscript') continue;
    // The numbers of notes are kept as what they are.
    const isNote = elementsOf(run).some(({ name }) => name === 'w:footnoteReference' || name === 'w:endnoteReference');
    const text = textOf(run).replace(/\s+/g, ' ').trim();
    if (!isNote && isLostOnTheLine(text)) words.add(text.length > 20 ? `${text.slice(0, 19)}…` : text);
  }
  if (words.size === 0) return [];
  const shown = [...words].slice(0, 5).map((text) => `“${text}”`);
  const listed = words.size > shown.length ? `${shown.join(', ')} and others` : shown.join(', ');
  return [`Raised or lowered letters were put on the line: ${listed}. Where that changes what they mean, say it in words.`];
}

function has(element: XmlElement, isOne: (element: XmlElement) => boolean): boolean {
  return isOne(element) || elementsOf(element).some((child) => has(child, isOne));
}

function fieldNames(roots: readonly XmlElement[]): string[] {
  const codes = [
    ...roots.flatMap((root) => [...descendants(root, 'w:instrText')]).map(({ children }) => children.join('')),
    ...roots.flatMap((root) => [...descendants(root, 'w:fldSimple')]).map(({ attributes }) => attributes['instr'] ?? ''),
  ];
  const names = codes.flatMap((code) => /^\s*([A-Z]{2,})\b/.exec(code)?.[1] ?? []);
  return [...new Set(names)].filter((name) => !PLAIN_FIELDS.has(name));
}

/** Pictures that a document only refers to are somewhere else: nothing outside the document is read. */
function linkedPictures(parts: WordPackage): string[] {
  const targets = relationsOf(parts, mainPart(parts)).flatMap(({ Type, Target, TargetMode }) =>
    TargetMode === 'External' && Type?.endsWith('/image') ? [Target ?? ''] : [],
  );
  return targets.map((target) => `A picture was left out that is not in the document, but at “${target}”. Put it in, and import again.`);
}

function headersAndFooters(parts: WordPackage): string[] {
  const texts = [...parts].flatMap(([name, bytes]) =>
    /^word\/(?:header|footer)\d*\.xml$/.test(name) ? ownWords(parseXml(bytes, name)) : [],
  );
  // A page number alone is nothing to tell of.
  const said = [...new Set(texts)].filter((text) => /\p{L}{3,}/u.test(text) && !/^page\b.{0,20}$/i.test(text));
  return said.map((text) => `A header or footer was left out: “${text.length > 80 ? `${text.slice(0, 79)}…` : text}”.`);
}

/** The words of a header or footer, without the paragraphs that a copy has for its readers: the ids of their styles have no blanks. */
function ownWords(part: XmlElement): string {
  const paragraphs = [...descendants(part, 'w:p')].filter((paragraph) => {
    const style = childOf(childOf(paragraph, 'w:pPr'), 'w:pStyle')?.attributes['val'] ?? '';
    return !style.startsWith(COPY_STYLE);
  });
  return paragraphs
    .map((paragraph) => textOf(paragraph))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}
