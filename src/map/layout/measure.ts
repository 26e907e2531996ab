/** Widths of characters in a sans-serif typeface, as parts of the font size; a little wider than those that pages use. */
const WIDTHS: readonly (readonly [characters: string, width: number])[] = [
  ["ijl|'.,:;!", 0.31],
  ['ftrI()[]{}/\\-` "*', 0.4],
  ['cksvxyzJ^', 0.55],
  ['mw', 0.88],
  ['MW@%&', 1],
  ['ABCDEGHKLNOPQRSTUVXYZ+=<>~#', 0.76],
];
const LETTER = 0.62;
const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\p{Emoji_Presentation}]/u;
const MARK = /[\p{Mn}\p{Me}\p{Cf}]/u;
const BOLD = 1.07;

const known = new Map(WIDTHS.flatMap(([characters, width]) => [...characters].map((character) => [character, width] as const)));

/** An upper estimate of how wide a text is drawn, in the unit of `size`: no browser is asked, so that every face draws the same. */
export function widthOf(text: string, size: number, bold = false): number {
  let width = 0;
  for (const character of text) width += known.get(character) ?? otherWidth(character);
  return width * size * (bold ? BOLD : 1);
}

function otherWidth(character: string): number {
  if (/[a-z0-9]/.test(character)) return LETTER;
  if (MARK.test(character)) return 0;
  // A letter of a script that is not known here may be wide: too much room does no harm, too little does.
  return WIDE.test(character) ? 1.1 : 0.85;
}

/** How a text is set. */
export interface TextStyle {
  readonly size: number;
  readonly bold?: boolean;
}

/** A text in lines no wider than `width`, broken between words; a word that is too long is broken inside. */
export function wrapText(text: string, width: number, { size, bold = false }: TextStyle): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.trim().split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer, size, bold) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = brokenWord(word, width, size, bold);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}

function brokenWord(word: string, width: number, size: number, bold: boolean): string[] {
  if (widthOf(word, size, bold) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && widthOf(piece + character, size, bold) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}

/** The width of the widest of some lines. */
export function widestOf(lines: readonly string[], { size, bold = false }: TextStyle): number {
  return Math.max(0, ...lines.map((line) => widthOf(line, size, bold)));
}
