import { shortened } from './place.js';
import { descendants, textOf, type XmlElement } from './xml.js';

/** What is not read of a document, by the local names of its elements. */
const SAYINGS: Readonly<Record<string, string>> = {
  altChunk: 'A document inside the document was left out. Open the file in Word, save it, and import again.',
  subDoc: 'A document that the document only refers to was left out. Put its text in, and import again.',
  ruby: 'Words with small letters above them were left out. Write them one after the other, with the small ones in brackets.',
  textpath: 'Words that are drawn as a picture (WordArt) were left out. Write them as text.',
  contentPart: 'Handwriting was left out. Write it as text.',
  OLEObject: 'An object of another program was left out. Put it in as a picture with alternative text.',
  control: 'A form field was left out.',
};

/** These are told elsewhere, with more to say about them. */
const TOLD = ['oMath', 'oMathPara'];

/** The beginnings of what mammoth warns of. */
const UNREAD = 'An unrecognised element was ignored: ';
const SIGN = /^A w:sym element with an unsupported character was ignored: char (\w{1,8}) in font (.{0,60})$/;
const PICTURE = /^(?:Could not find image file for|A v:imagedata element without)/;

/**
 * What was not read, each a sentence, once.
 * @param warnings what mammoth warns of
 * @param roots the parts that it has read: an element that it knows nothing of is only missed where it has words
 */
export function unreadIn(warnings: readonly string[], roots: readonly XmlElement[]): string[] {
  const different = [...new Set(warnings)];
  const names = new Set(different.flatMap((warning) => unreadName(warning) ?? []));
  const words = wordsOf(names, roots);
  return [...new Set(different.flatMap((warning) => saying(warning, words) ?? []))];
}

/** The local name of an element that mammoth knows nothing of. */
function unreadName(warning: string): string | undefined {
  return warning.startsWith(UNREAD) ? warning.slice(UNREAD.length).replace(/^(?:\{[^}]*\}|[^:]*:)/, '') : undefined;
}

function saying(warning: string, words: ReadonlyMap<string, string>): string | undefined {
  if (PICTURE.test(warning)) return 'A picture was left out that is not in the document. Put it in, and import again.';
  const [, , font] = SIGN.exec(warning) ?? [];
  if (font !== undefined) return `A sign of the font “${font}” was left out. Put in the sign itself, or a word.`;
  const name = unreadName(warning);
  if (name === undefined || TOLD.includes(name)) return undefined;
  if (Object.hasOwn(SAYINGS, name)) return SAYINGS[name];
  const said = words.get(name);
  return said === undefined ? undefined : `Words of a kind that is not read (“${name}”) were left out: “${said}”.`;
}

/** The first words that are in elements of each name, whatever their prefix. */
function wordsOf(names: ReadonlySet<string>, roots: readonly XmlElement[]): Map<string, string> {
  const found = new Map<string, string>();
  if (names.size === 0) return found;
  for (const root of roots)
    for (const element of descendants(root)) {
      const name = element.name.slice(element.name.indexOf(':') + 1);
      if (!names.has(name) || found.has(name)) continue;
      const words = shortened(textOf(element), 80);
      if (words !== '') found.set(name, words);
    }
  return found;
}
