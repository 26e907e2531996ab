import { compare } from '../../core/text/compare.js';
import type { Loaded, StartData } from './data.js';
import { slipsBetween, slipsFor } from './spelling.js';
import { stem, stemStart } from './words.js';

/** A word of the index that answers to a word of the query, and how well: 1 is the word itself. */
export interface FoundWord {
  readonly word: string;
  readonly weight: number;
  readonly postings: string;
}

/** The words that answer to one, or the files that have to be read before that is known. */
export interface FoundWords {
  readonly words: readonly FoundWord[];
  readonly missing: readonly string[];
  /** Whether these are only like what was typed. */
  readonly guessed: boolean;
}

/** What another form of a word counts, a longer word that begins with it, and one that is spelt a little differently. */
const [SAME_STEM, LONGER, GUESSED] = [0.9, 0.7, 0.6] as const;

/** How many shards are read for one beginning, and how many spellings are tried. */
const [MOST_SHARDS, MOST_GUESSES] = [4, 6] as const;

/**
 * Finds the words of the index that answer to a word of a query: the word itself, its other forms and, where it may be
 * unfinished, what begins with it. Where there is none, the words that are spelt most like it.
 */
export function findWords(typed: string, unfinished: boolean, loaded: Loaded): FoundWords {
  const start = loaded.start;
  if (!start) return { words: [], missing: [], guessed: false };
  const range = shardsFrom(stemStart(typed), typed, start);
  const missing = range.filter((shard) => !loaded.shards.has(shard));
  if (missing.length > 0) return { words: [], missing, guessed: false };
  const stemmed = stem(typed);
  const words: FoundWord[] = [];
  for (const shard of range) {
    for (const [word, postings] of loaded.shards.get(shard) ?? []) {
      const weight = weightOf(word, typed, stemmed, unfinished);
      if (weight > 0) words.push({ word, weight, postings });
    }
  }
  return words.length > 0 ? { words, missing: [], guessed: false } : guess(typed, unfinished, loaded, start);
}

function weightOf(word: string, typed: string, stemmed: string, unfinished: boolean): number {
  if (word === typed) return 1;
  if (stem(word) === stemmed) return SAME_STEM;
  // Of one letter alone nearly everything would be found.
  return unfinished && typed.length > 1 && word.startsWith(typed) ? LONGER * (typed.length / word.length) : 0;
}

/** The shards in which words with a beginning may stand: that of the word that was typed first of all. */
function shardsFrom(beginning: string, typed: string, { firstWords, shards }: StartData): string[] {
  const own = shardOf(typed, firstWords);
  const first = shardOf(beginning, firstWords);
  const last = shardOf(`${beginning}\uffff`, firstWords);
  const from = Math.max(first, own - 1);
  return shards.slice(from, Math.min(last + 1, from + MOST_SHARDS));
}

/** The number of the shard that has a word if any has. */
function shardOf(word: string, firstWords: readonly string[]): number {
  let low = 0;
  let high = firstWords.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (compare(firstWords[middle] ?? '', word) <= 0) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The words that are spelt most like one that the index does not have. */
function guess(typed: string, unfinished: boolean, loaded: Loaded, start: StartData): FoundWords {
  const limit = slipsFor(typed);
  if (limit === 0) return { words: [], missing: [], guessed: false };
  if (start.words !== '' && !loaded.words.has(start.words)) return { words: [], missing: [start.words], guessed: false };
  const near = nearestWords(typed, unfinished, limit, vocabularyOf(loaded, start));
  const shards = near.map(({ word }) => start.shards[shardOf(word, start.firstWords)] ?? '');
  const missing = [...new Set(shards)].filter((shard) => !loaded.shards.has(shard));
  if (missing.length > 0) return { words: [], missing, guessed: false };
  const words = near.map(({ word, slips }, index) => ({
    word,
    weight: GUESSED / slips,
    postings: loaded.shards.get(shards[index] ?? '')?.get(word) ?? '',
  }));
  return { words, missing: [], guessed: words.length > 0 };
}

function vocabularyOf(loaded: Loaded, start: StartData): Iterable<string> {
  return start.words === ''
    ? start.shards.flatMap((shard) => [...(loaded.shards.get(shard)?.keys() ?? [])])
    : (loaded.words.get(start.words) ?? []);
}

interface NearWord {
  readonly word: string;
  readonly slips: number;
}

function nearestWords(typed: string, unfinished: boolean, limit: number, vocabulary: Iterable<string>): NearWord[] {
  let near: NearWord[] = [];
  let best = limit;
  for (const word of vocabulary) {
    const slips = slipsBetween(typed, word, best, unfinished);
    if (slips > best) continue;
    if (slips < best) near = [];
    best = slips;
    near.push({ word, slips: Math.max(slips, 1) });
  }
  // The first letter is seldom wrong, and the shorter word is the likelier one.
  const order = ({ word }: NearWord) => (word[0] === typed[0] ? 0 : 100) + Math.abs(word.length - typed.length);
  return near.sort((a, b) => order(a) - order(b) || compare(a.word, b.word)).slice(0, MOST_GUESSES);
}
