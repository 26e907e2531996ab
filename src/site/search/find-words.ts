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

/** Whether words count too that are longer than what was typed: never, only where it is no word itself, or always. */
export type Longer = 'never' | 'otherwise' | 'too';

/** What another form of a word counts, a longer word that begins with it, and one that is spelt a little differently. */
const [SAME_STEM, LONGER, GUESSED] = [0.9, 0.7, 0.6] as const;

/** How many shards are read for one beginning, and how many spellings are tried. */
const [MOST_SHARDS, MOST_GUESSES] = [4, 6] as const;

/** Shorter words stand at the beginning or end of too many others. */
const SHORTEST_PART = 4;

/**
 * Finds the words of the index that answer to a word of a query: the word itself, its other forms and, where longer ones
 * count, what begins with it.
 */
export function findWords(typed: string, longer: Longer, loaded: Loaded): FoundWords {
  const start = loaded.start;
  if (!start) return { words: [], missing: [], guessed: false };
  const range = shardsFrom(stemStart(typed), typed, start);
  const missing = range.filter((shard) => !loaded.shards.has(shard));
  if (missing.length > 0) return { words: [], missing, guessed: false };
  const stemmed = stem(typed);
  const same: FoundWord[] = [];
  const beginsSo: FoundWord[] = [];
  for (const shard of range) {
    for (const [word, postings] of loaded.shards.get(shard) ?? []) {
      if (word === typed) same.unshift({ word, weight: 1, postings });
      else if (stem(word) === stemmed) same.push({ word, weight: SAME_STEM, postings });
      // Of one letter alone nearly everything would be found.
      else if (typed.length > 1 && word.startsWith(typed)) beginsSo.push({ word, weight: LONGER * (typed.length / word.length), postings });
    }
  }
  if (longer === 'otherwise' && same.length === 0) return { words: beginsSo, missing: [], guessed: beginsSo.length > 0 };
  return { words: longer === 'too' ? [...same, ...beginsSo] : same, missing: [], guessed: false };
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
export function guessWords(typed: string, unfinished: boolean, loaded: Loaded): FoundWords {
  const { start } = loaded;
  const limit = slipsFor(typed);
  if (!start || limit === 0) return { words: [], missing: [], guessed: false };
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

/**
 * The ways to write a word of the query as two of the index: “bodyworn” as “body worn”.
 * @returns none for a short word; the file that has to be read first, where that is not there yet
 */
export function splitsOf(
  typed: string,
  loaded: Loaded,
): { readonly splits: readonly (readonly string[])[]; readonly missing: readonly string[] } {
  const { start } = loaded;
  if (!start || typed.length < 2 * SHORTEST_PART) return { splits: [], missing: [] };
  if (start.words !== '' && !loaded.words.has(start.words)) return { splits: [], missing: [start.words] };
  const places = Array.from({ length: typed.length - 2 * SHORTEST_PART + 1 }, (_, place) => place + SHORTEST_PART);
  const candidates = places.map((place) => [typed.slice(0, place), typed.slice(place)]);
  const wanted = new Set(candidates.flat());
  const there = new Set(vocabularyOf(loaded, start).filter((word) => wanted.has(word)));
  return { splits: candidates.filter((parts) => parts.every((part) => there.has(part))), missing: [] };
}

function vocabularyOf(loaded: Loaded, start: StartData): readonly string[] {
  return start.words === ''
    ? start.shards.flatMap((shard) => [...(loaded.shards.get(shard)?.keys() ?? [])])
    : (loaded.words.get(start.words) ?? []);
}

/** How many letters an ending has at most. */
const ENDING = 3;

/** Whether two words differ by more than one slip, all in their endings: “operation” and “operating” are two words. */
function hasOtherEnding(typed: string, word: string): boolean {
  return word.startsWith(typed.slice(0, -ENDING)) && slipsBetween(typed, word, 1, false) > 1;
}

interface NearWord {
  readonly word: string;
  readonly slips: number;
}

function nearestWords(typed: string, unfinished: boolean, limit: number, vocabulary: readonly string[]): NearWord[] {
  let near: NearWord[] = [];
  let best = limit;
  for (const word of vocabulary) {
    const slips = slipsBetween(typed, word, best, unfinished);
    if (slips > best || hasOtherEnding(typed, word)) continue;
    if (slips < best) near = [];
    best = slips;
    near.push({ word, slips: Math.max(slips, 1) });
  }
  // The first letter is seldom wrong, and the word that needs least beyond what was typed is the likeliest one.
  const order = ({ word }: NearWord) => (word[0] === typed[0] ? 0 : 100) + slipsBetween(typed, word, word.length + typed.length, false);
  near.sort((a, b) => order(a) - order(b) || compare(a.word, b.word));
  // One word in its forms, so that it can be said which one was taken.
  const taken = stem(near[0]?.word ?? '');
  return near.filter(({ word }) => stem(word) === taken).slice(0, MOST_GUESSES);
}
