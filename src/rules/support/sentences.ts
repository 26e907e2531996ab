import type { OffsetRange } from '../../core/text/range.js';

/** A sentence with the number of its words: runs between spaces that hold a letter or a digit. */
export interface Sentence extends OffsetRange {
  readonly words: number;
}

/** A full stop after these is followed by a name or a number, or by the rest of the sentence. */
const NEVER_LAST = new Set(
  'e.g i.e eg ie cf viz vs v dr mr mrs ms mx prof rev hon sir st det insp supt ch sgt cllr messrs capt lt col gen'.split(' '),
);
/** These end a sentence unless a number follows. */
const BEFORE_NUMBERS = new Set(
  'al no nos p pp para paras fig figs vol vols ed eds art arts sec s ss cl reg regs tel ext app ca c'.split(' '),
);
const LONGEST_ABBREVIATION = 6;
const NEW_LINE = 10;

const OTHER = 0;
const WORD = 1;
const SPACE = 2;
const STOP = 3;
const ASCII = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[A-Za-z0-9]/.test(character)) return WORD;
  return /\s/.test(character) ? SPACE : '.!?'.includes(character) ? STOP : OTHER;
});

/**
 * The sentences of a stretch of a text, in one pass. Full stops of abbreviations, initials and numbers end none; a
 * hard line break ends one.
 * @param length the offset at which the stretch ends
 */
export function sentencesOf(text: string, from: number, length: number): Sentence[] {
  const sentences: Sentence[] = [];
  let start = firstCharacter(text, from, length);
  let words = 0;
  let inWord = false;
  // No closures and no calls for ordinary letters: every paragraph of every document comes through here.
  for (let at = start; at < length; at++) {
    const code = text.charCodeAt(at);
    const kind = code < 128 ? (ASCII[code] as number) : kindOf(code);
    if (kind === WORD) {
      if (!inWord) words++;
      inWord = true;
      continue;
    }
    if (kind === OTHER) continue;
    inWord = kind === STOP && inWord;
    if (kind === SPACE && (code !== NEW_LINE || !isHardBreak(text, at))) continue;
    const end = kind === STOP ? afterStop(text, at, length) : at;
    if (kind === STOP && !endsSentence(text, at, end, length)) {
      at = end - 1;
      continue;
    }
    if (end > start) sentences.push({ start, end, words });
    start = firstCharacter(text, end, length);
    at = start - 1;
    words = 0;
    inWord = false;
  }
  if (start < length) sentences.push({ start, end: length, words });
  return sentences;
}

function kindOf(code: number): number {
  if (code === 0xa0 || code === 0x2028 || code === 0x3000) return SPACE;
  if (code === 0x2026 || code === 0x3002) return STOP;
  return code < 0xc0 || (code >= 0x2000 && code <= 0x206f) ? OTHER : WORD;
}

/** Two spaces or a backslash before the end of a line. */
function isHardBreak(text: string, lineEnd: number): boolean {
  const before = text[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd;
  return text[before - 1] === '\\' || (text[before - 1] === ' ' && text[before - 2] === ' ');
}

/** The end of a run of stops with the quotation marks and brackets that close behind it. */
function afterStop(text: string, at: number, length: number): number {
  let end = at + 1;
  while (end < length && '.!?…'.includes(text[end] ?? '')) end++;
  while (end < length && `"'”’)]*_`.includes(text[end] ?? '')) end++;
  return end;
}

function firstCharacter(text: string, from: number, length: number): number {
  let at = from;
  while (at < length && (text[at] === '>' || isSpace(text.charCodeAt(at)))) at++;
  return at;
}

function isSpace(code: number): boolean {
  return (code < 128 ? ASCII[code] : kindOf(code)) === SPACE;
}

function endsSentence(text: string, stop: number, end: number, length: number): boolean {
  if (end < length && !isSpace(text.charCodeAt(end))) return false;
  let next = firstCharacter(text, end, length);
  while (next < length && `"'“‘([`.includes(text[next] ?? '')) next++;
  const after = next < length ? (text[next] ?? '') : '';
  if (after !== after.toUpperCase()) return false;
  if (text[stop] !== '.' || text[stop + 1] === '.') return true;
  const word = wordBefore(text, stop);
  if (word.length > LONGEST_ABBREVIATION) return true;
  const folded = word.toLowerCase();
  if (NEVER_LAST.has(folded) || (BEFORE_NUMBERS.has(folded) && /^\d/.test(after))) return false;
  // A single capital is an initial: “J. Smith”, “J.K. Smith”.
  return word === 'I' || word === '' || after === after.toLowerCase() || !/^(?:\p{Lu}\.)*\p{Lu}$/u.test(word);
}

/** The letters before a full stop, with the full stops between them. */
function wordBefore(text: string, stop: number): string {
  let start = stop;
  while (start > 0 && stop - start <= LONGEST_ABBREVIATION) {
    const code = text.charCodeAt(start - 1);
    if (code !== 46 && (code < 65 || (code > 90 && code < 97) || (code > 122 && code < 0xc0))) break;
    start--;
  }
  return text.slice(start, stop);
}
