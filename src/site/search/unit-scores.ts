import type { Loaded } from './data.js';
import { type FoundWord, type FoundWords, findWords, guessWords, type Longer, splitsOf } from './find-words.js';
import { scoreOf } from './grade.js';
import type { QueryUnit } from './parse-query.js';
import { decodePostings } from './postings.js';
import { stem } from './words.js';

/** The scores of one thing that is asked for, by page. */
export interface UnitScores {
  readonly typed: string;
  /** As it stands in the pages, where that is another form of one word or a guess; otherwise as it was typed. */
  readonly found: string;
  readonly scores: ReadonlyMap<number, number>;
  readonly missing: readonly string[];
  readonly instead: readonly { readonly typed: string; readonly taken: string }[];
  /** The words of the index that it was found as. */
  readonly words: readonly string[];
}

/** What another way to say something counts beside the one that was typed. */
const OTHER_WAY = 0.8;

/** A way to say something, as the words of the index that answer to each of its own. */
interface Way {
  readonly words: readonly FoundWords[];
  readonly scores: ReadonlyMap<number, number>;
}

/** How well each page has one thing that is asked for: by the way to say it that it has best. */
export function unitScores(unit: QueryUnit, typing: boolean, loaded: Loaded): UnitScores {
  const longer: Longer = !unit.unfinished ? 'never' : typing ? 'too' : 'otherwise';
  const ways = unit.ways.map((way, at) => wayOf(way, longer, at === 0 ? 1 : OTHER_WAY, loaded));
  const missing = missingOf(ways);
  if (missing.length > 0) return { ...nothingOf(unit), missing };
  const found = ways.filter(({ scores }) => scores.size > 0);
  const certain = found.filter(({ words }) => words.every(({ guessed }) => !guessed));
  if (certain.length > 0) return foundAs(certain, unit, loaded);
  if (found.length > 0) return begun(found, unit, loaded);
  // What stands nowhere as it was typed may be two words that were written as one, or be misspelt.
  return split(unit, loaded) ?? guess(unit, loaded);
}

function nothingOf({ typed }: QueryUnit): UnitScores {
  return { typed, found: typed, scores: new Map(), missing: [], instead: [], words: [] };
}

function foundAs(ways: readonly Way[], unit: QueryUnit, loaded: Loaded): UnitScores {
  const words = ways.flatMap((way) => way.words.flatMap((one) => one.words.map(({ word }) => word)));
  const [best] = words;
  const asked = onlyWord(unit);
  const found = best !== undefined && asked !== undefined && stem(best) === stem(asked) ? best : unit.typed;
  return { typed: unit.typed, found, scores: byRarity(ways, loaded), missing: [], instead: [], words };
}

/** What begins with what was typed, which is no word itself. */
function begun(ways: readonly Way[], unit: QueryUnit, loaded: Loaded): UnitScores {
  const scores = foundAs(ways, unit, loaded);
  const [first = '', ...others] = scores.words;
  const found = onlyWord(unit) !== undefined && others.every((word) => stem(word) === stem(first)) ? first : `${unit.typed}…`;
  return { ...scores, found, instead: [{ typed: unit.typed, taken: found }] };
}

/** What was typed as one word, as the two that it is written as; undefined where no page has both. */
function split(unit: QueryUnit, loaded: Loaded): UnitScores | undefined {
  const only = onlyWord(unit);
  if (only === undefined) return undefined;
  const { splits, missing } = splitsOf(only, loaded);
  if (missing.length > 0) return { ...nothingOf(unit), missing };
  const ways = splits.map((way) => ({ said: way.join(' '), ...wayOf(way, 'never', 1, loaded) }));
  const stillMissing = missingOf(ways);
  if (stillMissing.length > 0) return { ...nothingOf(unit), missing: stillMissing };
  const best = ways.find(({ scores }) => scores.size > 0);
  return best && { ...foundAs([best], unit, loaded), found: best.said, instead: [{ typed: unit.typed, taken: best.said }] };
}

/** What is spelt nearly as what was typed; of several ways to say it the first was. */
function guess(unit: QueryUnit, loaded: Loaded): UnitScores {
  const [typed = []] = unit.ways;
  const words = typed.map((word, at) => {
    const found = findWords(word, 'never', loaded);
    return found.words.length > 0 ? found : guessWords(word, unit.unfinished && at === typed.length - 1, loaded);
  });
  const missing = words.flatMap((one) => one.missing);
  if (missing.length > 0) return { ...nothingOf(unit), missing };
  const way: Way = { words, scores: scoresOfWay(words, 1) };
  if (way.scores.size === 0) return nothingOf(unit);
  const found = words.flatMap(({ words: [best] }) => (best ? [best.word] : [])).join(' ');
  return { ...foundAs([way], unit, loaded), found, instead: [{ typed: unit.typed, taken: found }] };
}

function onlyWord({ ways: [first = []] }: QueryUnit): string | undefined {
  return first.length === 1 ? first[0] : undefined;
}

function wayOf(way: readonly string[], longer: Longer, weight: number, loaded: Loaded): Way {
  const words = way.map((word, at) => findWords(word, at === way.length - 1 ? longer : 'never', loaded));
  return { words, scores: scoresOfWay(words, weight) };
}

function missingOf(ways: readonly Way[]): string[] {
  return ways.flatMap(({ words }) => words.flatMap(({ missing }) => missing));
}

/** The pages that have every word of a way to say something, with the mean of the words' scores. */
function scoresOfWay(words: readonly FoundWords[], weight: number): Map<number, number> {
  const [first, ...others] = words.map((one) => wordScores(one.words));
  const scores = new Map<number, number>();
  for (const [page, score] of first ?? []) {
    if (!others.every((other) => other.has(page))) continue;
    const sum = others.reduce((so, other) => so + (other.get(page) ?? 0), score);
    scores.set(page, (weight * sum) / (others.length + 1));
  }
  return scores;
}

/** The scores of one word of a query by page. */
function wordScores(found: readonly FoundWord[]): Map<number, number> {
  const scores = new Map<number, number>();
  for (const { weight, postings } of found) {
    decodePostings(postings, (page, grade) => {
      const score = weight * scoreOf(grade);
      if (score > (scores.get(page) ?? 0)) scores.set(page, score);
    });
  }
  return scores;
}

/** Each page's best score; what is rare, in whatever way it is said, counts more (BM25's inverse document frequency). */
function byRarity(ways: readonly Way[], { start }: Loaded): Map<number, number> {
  const best = new Map<number, number>();
  for (const { scores } of ways) for (const [page, score] of scores) best.set(page, Math.max(best.get(page) ?? 0, score));
  const rarity = Math.log(1 + ((start?.pages ?? 0) - best.size + 0.5) / (best.size + 0.5));
  for (const [page, score] of best) best.set(page, score * rarity);
  return best;
}
