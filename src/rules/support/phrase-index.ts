/** A phrase to look for in prose, with whatever it stands for. */
export interface Phrase<T> {
  readonly text: string;
  /** Whether letter case counts. */
  readonly exact?: boolean;
  /** Whether an `s` may follow, as plurals have it. */
  readonly plural?: boolean;
  readonly means: T;
}

/** A phrase found in a text. */
export interface PhraseHit<T> {
  readonly phrase: Phrase<T>;
  readonly start: number;
  readonly end: number;
}

interface Entry<T> {
  readonly phrase: Phrase<T>;
  /** The phrase as it is compared: single spaces, plain hyphens and apostrophes, small letters unless it is exact. */
  readonly pattern: string;
  /** How many characters stand before its first word. */
  readonly lead: number;
}

const FILTER_SIZE = 1 << 13;
const SPACE = 32;

/**
 * Finds many phrases in one pass over a text: each word's hash is made while its letters are read, and only where a
 * phrase begins with that word is anything compared. The time does not depend on the number of phrases.
 *
 * Phrases match as whole words, across line breaks, with straight or curly apostrophes.
 */
export class PhraseIndex<T> {
  private readonly filter = new Uint8Array(FILTER_SIZE);
  private readonly byHash = new Map<number, Entry<T>[]>();

  constructor(phrases: Iterable<Phrase<T>>) {
    for (const phrase of phrases) this.add(phrase);
  }

  get empty(): boolean {
    return this.byHash.size === 0;
  }

  /** The phrases in a text or in a stretch of it that no phrase reaches out of, in order of their first words. */
  find(text: string, from = 0, length = text.length): PhraseHit<T>[] {
    const hits: PhraseHit<T>[] = [];
    const { filter } = this;
    let start = -1;
    let hash = 0;
    // The hot loop of all glossary rules: no calls for ASCII, and nothing made unless a first word is met.
    for (let at = from; at <= length; at++) {
      const code = at < length ? text.charCodeAt(at) : SPACE;
      const letter = code < 128 ? (ASCII[code] as number) : letterOf(code);
      if (letter !== 0) {
        if (start < 0) {
          start = at;
          hash = 0;
        }
        hash = (Math.imul(hash, 31) + letter) | 0;
      } else if (start >= 0) {
        if (filter[hash & (FILTER_SIZE - 1)] === 1) this.compareAt(text, start, hash, hits);
        start = -1;
      }
    }
    return hits;
  }

  private add(phrase: Phrase<T>): void {
    const plain = phrase.text.trim().replace(/\s+/g, ' ').replace(/[’‘]/g, "'").replace(/[‐‑]/g, '-');
    let lead = 0;
    while (lead < plain.length && letterAt(plain, lead) === 0) lead++;
    if (lead === plain.length) return;
    let hash = 0;
    for (let at = lead; at < plain.length && letterAt(plain, at) !== 0; at++) hash = (Math.imul(hash, 31) + letterAt(plain, at)) | 0;
    const entry = { phrase, pattern: phrase.exact ? plain : plain.toLowerCase(), lead };
    this.filter[hash & (FILTER_SIZE - 1)] = 1;
    const same = this.byHash.get(hash);
    if (same) same.push(entry);
    else this.byHash.set(hash, [entry]);
    // The plural of a phrase of one word is another word.
    if (phrase.plural && /^[\p{L}\p{N}]+$/u.test(plain)) this.add({ ...phrase, text: `${plain}s`, plural: false });
  }

  private compareAt(text: string, word: number, hash: number, hits: PhraseHit<T>[]): void {
    for (const entry of this.byHash.get(hash) ?? []) {
      const start = word - entry.lead;
      const end = start < 0 ? -1 : endOfMatch(text, start, entry);
      if (end >= 0 && isWhole(text, start, end)) hits.push({ phrase: entry.phrase, start, end });
    }
  }
}

/** Where a phrase ends that begins at a place; -1 where another text stands there. */
function endOfMatch<T>(text: string, start: number, { pattern, phrase }: Entry<T>): number {
  let at = start;
  for (let index = 0; index < pattern.length; index++) {
    const wanted = pattern.charCodeAt(index);
    if (text[at] === '\\') at++;
    const next = wanted === SPACE ? afterSpace(text, at) : afterCharacter(text, at, wanted, phrase.exact === true);
    if (next === at) return -1;
    at = next;
  }
  const more = at < text.length && letterAt(text, at) !== 0;
  if (!more) return at;
  const plural = phrase.plural === true && text[at] === 's' && (at + 1 >= text.length || letterAt(text, at + 1) === 0);
  return plural ? at + 1 : -1;
}

/** White space of any kind; a quotation's `>` at the start of a line is part of it. */
function afterSpace(text: string, at: number): number {
  let end = at;
  let newLine = false;
  for (; end < text.length; end++) {
    const character = text[end] ?? '';
    if (character === '\n') newLine = true;
    else if (!(newLine && character === '>') && character.trim() !== '') break;
  }
  return end;
}

function afterCharacter(text: string, at: number, wanted: number, exact: boolean): number {
  const found = text.charCodeAt(at);
  if (found === wanted) return text.startsWith('&amp;', at) ? at + 5 : at + 1;
  if (!exact && letterAt(text, at) === wanted) return at + 1;
  const apostrophe = wanted === 39 && (found === 0x2019 || found === 0x2018);
  const hyphen = wanted === 45 && (found === 0x2010 || found === 0x2011);
  return apostrophe || hyphen ? at + 1 : at;
}

/** Whether a stretch is words of a sentence, and not a piece of a longer word or of an address such as `team@center.org`. */
function isWhole(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? ' ';
  if ('@#_'.includes(before) || (isLetter(text, start) && isLetter(text, start - 1))) return false;
  if ('.&'.includes(before) && isLetter(text, start - 2)) return false;
  return text[end] !== '_' && !('.@&'.includes(text[end] ?? ' ') && isLetter(text, end + 1));
}

function isLetter(text: string, at: number): boolean {
  return at >= 0 && at < text.length && letterAt(text, at) !== 0;
}

/** Letters and digits of ASCII by their small letters; 0 for what is no part of a word. */
const ASCII = Uint16Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[A-Za-z0-9]/.test(character) ? character.toLowerCase().charCodeAt(0) : 0;
});
const OTHERS = new Map<number, number>();

function letterAt(text: string, at: number): number {
  return letterOf(text.charCodeAt(at));
}

function letterOf(code: number): number {
  if (code < 128) return ASCII[code] ?? 0;
  // Dashes, quotation marks and the like: no other characters beyond ASCII are as common in English.
  if (code >= 0x2000 && code <= 0x206f) return 0;
  return otherLetter(code);
}

function otherLetter(code: number): number {
  let letter = OTHERS.get(code);
  if (letter === undefined) {
    const character = String.fromCharCode(code);
    letter = /[\p{L}\p{N}\p{M}]/u.test(character) ? character.toLowerCase().charCodeAt(0) : 0;
    OTHERS.set(code, letter);
  }
  return letter;
}
