import { cut, fold, joinedForm, LONGEST_WORD } from './words.js';

const SEED = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

/** Numbers for words, from 0 in the order in which they were first met. Words are looked up where they stand in a text, without cutting them out. */
export class Vocabulary {
  readonly words: string[] = [];
  private hashes = new Int32Array(512);
  private slots = new Int32Array(1024);

  /** The number of the word that stands in a text from `start` to `end`; `hash` is that of its code units. */
  at(text: string, start: number, end: number, hash: number): number {
    const mask = this.slots.length - 1;
    for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const id = (this.slots[slot] ?? 0) - 1;
      if (id < 0) return this.add(text.slice(start, end), hash, slot);
      if (this.hashes[id] === hash && isAt(this.words[id] ?? '', text, start, end)) return id;
    }
  }

  /** The number of a word. */
  of(word: string): number {
    return this.at(word, 0, word.length, hashOf(word));
  }

  private add(word: string, hash: number, slot: number): number {
    const id = this.words.push(word) - 1;
    this.slots[slot] = id + 1;
    if (id >= this.hashes.length) this.hashes = grown(this.hashes);
    this.hashes[id] = hash;
    if (this.words.length * 2 > this.slots.length) this.rehash();
    return id;
  }

  private rehash(): void {
    this.slots = new Int32Array(this.slots.length * 4);
    const mask = this.slots.length - 1;
    for (let id = 0; id < this.words.length; id++) {
      const hash = this.hashes[id] ?? 0;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = id + 1;
    }
  }
}

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}

function hashOf(text: string): number {
  let hash = SEED;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return hash;
}

/**
 * Finds the words of a text, the same as `wordsOf`, and calls `found` with the number of each. Its cost is most of that of
 * indexing, which is why it looks at code units and not at expressions.
 */
export function scanWords(text: string, vocabulary: Vocabulary, found: (word: number) => void): void {
  const folded = fold(text);
  let start = -1;
  let compound = -1;
  let hash = SEED;
  for (let at = 0; at <= folded.length; at++) {
    const code = at < folded.length ? folded.charCodeAt(at) : SPACE;
    if (isWord(code)) {
      if (start < 0) {
        start = at;
        hash = SEED;
      }
      hash = Math.imul(hash ^ code, PRIME);
    } else if (start >= 0) {
      found(at - start > LONGEST_WORD ? vocabulary.of(cut(folded.slice(start, at))) : vocabulary.at(folded, start, at, hash));
      if (isJoint(code) && at + 1 < folded.length && isWord(folded.charCodeAt(at + 1))) {
        if (compound < 0) compound = start;
      } else if (compound >= 0) {
        const joined = joinedForm(folded.slice(compound, at));
        if (joined !== undefined) found(vocabulary.of(joined));
        compound = -1;
      }
      start = -1;
    }
  }
}

/** Finds the words of a list with single spaces between, which have been folded and cut already. */
export function scanList(list: string, vocabulary: Vocabulary, found: (word: number) => void): void {
  let start = 0;
  let hash = SEED;
  for (let at = 0; at <= list.length; at++) {
    const code = at < list.length ? list.charCodeAt(at) : SPACE;
    if (code !== SPACE) {
      hash = Math.imul(hash ^ code, PRIME);
      continue;
    }
    if (at > start) found(vocabulary.at(list, start, at, hash));
    start = at + 1;
    hash = SEED;
  }
}

const SPACE = 32;
/** Whether a character joins two words into a compound: a hyphen, `&`. */
function isJoint(code: number): boolean {
  return code === 0x2d || code === 0x26 || code === 0x2010 || code === 0x2011;
}

/** Whether each code unit belongs to a word: 1 yes, 2 no, 0 not asked yet. */
const KNOWN = new Uint8Array(0x10000);

function isWord(code: number): boolean {
  return (KNOWN[code] || learn(code)) === 1;
}

function learn(code: number): number {
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  const word = surrogate || /[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(code));
  KNOWN[code] = word ? 1 : 2;
  return word ? 1 : 2;
}
