/**
 * Answers a query from what has been read of an index. It reads nothing itself: where a file is missing, the answer names
 * it, and is asked for again once the file is there. So it is the same in a page as in a test.
 */
import type { CardData, Loaded } from './data.js';
import { findWords } from './find-words.js';
import { scoreOf } from './grade.js';
import { parseQuery, type QueryUnit } from './parse-query.js';
import { bestPassages, type Passage } from './passages.js';
import { decodePostings } from './postings.js';
import type { SectionText } from './types.js';

/** An answer, as far as it can be given. */
export interface SearchAnswer {
  /** The files without which there are no hits yet. */
  readonly missing: readonly string[];
  /** The files that would add passages to the hits. */
  readonly missingTexts: readonly string[];
  /** How many pages were found. */
  readonly total: number;
  /** Whether the pages have everything that was asked for, not only some of it. */
  readonly all: boolean;
  /** Words that were not found, with the word that was taken instead. */
  readonly instead: readonly { readonly typed: string; readonly taken: string }[];
  readonly hits: readonly SearchHit[];
}

/** A page that was found, with the passages that say why. */
export interface SearchHit {
  /** From the root of the site. */
  readonly page: string;
  readonly title: string;
  readonly summary: string;
  readonly typeTitle: string;
  readonly application: string;
  readonly passages: readonly Passage[];
}

/** The scores of one thing that is asked for, by page. */
interface UnitScores {
  readonly scores: ReadonlyMap<number, number>;
  readonly missing: readonly string[];
  readonly instead: SearchAnswer['instead'];
  /** The words of the index that it was found as. */
  readonly words: readonly string[];
}

/** The best `limit` answers to a query. */
export function search(text: string, loaded: Loaded, limit: number): SearchAnswer {
  const nothing: SearchAnswer = { missing: [], missingTexts: [], total: 0, all: true, instead: [], hits: [] };
  const start = loaded.start;
  if (!start) return nothing;
  const units = parseQuery(text, start.synonyms).map((unit) => unitScores(unit, loaded));
  const missing = [...new Set(units.flatMap((unit) => unit.missing))];
  if (missing.length > 0) return { ...nothing, missing };
  const { ranked, all } = rankedPages(units);
  const shown = ranked.slice(0, limit);
  const cardFiles = shown.map((page) => start.cards[Math.floor(page / start.cardsPerFile)] ?? '');
  const missingCards = [...new Set(cardFiles)].filter((file) => !loaded.cards.has(file));
  const instead = units.flatMap((unit) => unit.instead);
  if (missingCards.length > 0) return { ...nothing, missing: missingCards, total: ranked.length, all, instead };
  const cards = shown.flatMap((page, at) => {
    const card = loaded.cards.get(cardFiles[at] ?? '')?.[page % start.cardsPerFile];
    return card ? [card] : [];
  });
  const missingTexts = [...new Set(cards.map((card) => card[5]))].filter((file) => !loaded.texts.has(file));
  const wanted = units.map((unit) => new Set(unit.words));
  return { missing: [], missingTexts, total: ranked.length, all, instead, hits: cards.map((card) => hitOf(card, wanted, loaded)) };
}

function hitOf(
  [page, title, summary, typeTitle, application, file, at]: CardData,
  wanted: readonly ReadonlySet<string>[],
  loaded: Loaded,
): SearchHit {
  const sections = loaded.texts.get(file)?.[at] ?? [];
  // The heading that is the page's title is shown already.
  const parts = sections.map((section): SectionText => (section[1] === title ? ['', '', section[2]] : section));
  const passages = bestPassages(parts, wanted);
  return { page, title, summary, typeTitle, application, passages };
}

/** Pages that have all that is asked for, best first; where there are none, those that have some of it. */
function rankedPages(units: readonly UnitScores[]): { ranked: number[]; all: boolean } {
  const sums = new Map<number, { score: number; units: number }>();
  for (const { scores } of units) {
    for (const [page, score] of scores) {
      const sum = sums.get(page);
      if (sum) {
        sum.score += score;
        sum.units++;
      } else sums.set(page, { score, units: 1 });
    }
  }
  const found = [...sums];
  const complete = found.filter(([, sum]) => sum.units === units.length);
  const ranked = complete.length > 0 ? complete : found;
  ranked.sort(([a, one], [b, other]) => other.units * other.score - one.units * one.score || a - b);
  return { ranked: ranked.map(([page]) => page), all: complete.length > 0 || found.length === 0 };
}

/** How well each page has one thing that is asked for: by the way to say it that it has best. */
function unitScores({ ways, unfinished }: QueryUnit, loaded: Loaded): UnitScores {
  const tried = ways.map((way) =>
    way.map((word, at) => ({ typed: word, ...findWords(word, unfinished && at === way.length - 1, loaded) })),
  );
  const missing = tried.flatMap((way) => way.flatMap((word) => word.missing));
  // Guesses are for where nothing is found as it was typed; of several ways to say it the first was typed.
  const certain = tried.filter((way) => way.every((word) => word.words.length > 0 && !word.guessed));
  const used = certain.length > 0 ? certain : tried.slice(0, 1);
  const scores = new Map<number, number>();
  for (const way of used) {
    for (const [page, score] of scoresOfWay(way.map((word) => wordScores(word.words, loaded)))) {
      scores.set(page, Math.max(scores.get(page) ?? 0, score));
    }
  }
  const found = used.flat();
  const instead = found.flatMap(({ guessed, typed, words }) => (guessed && words[0] ? [{ typed, taken: words[0].word }] : []));
  return { scores, missing, instead, words: found.flatMap(({ words }) => words.map(({ word }) => word)) };
}

/** The pages that have every word of a way to say something, with the mean of the words' scores. */
function scoresOfWay([first, ...others]: readonly ReadonlyMap<number, number>[]): Map<number, number> {
  const scores = new Map<number, number>();
  for (const [page, score] of first ?? []) {
    if (!others.every((other) => other.has(page))) continue;
    const sum = others.reduce((so, other) => so + (other.get(page) ?? 0), score);
    scores.set(page, sum / (others.length + 1));
  }
  return scores;
}

/** The scores of one word of a query by page: rare words count more (BM25's inverse document frequency). */
function wordScores(found: readonly { readonly weight: number; readonly postings: string }[], { start }: Loaded): Map<number, number> {
  const scores = new Map<number, number>();
  for (const { weight, postings } of found) {
    decodePostings(postings, (page, grade) => {
      const score = weight * scoreOf(grade);
      if (score > (scores.get(page) ?? 0)) scores.set(page, score);
    });
  }
  const rarity = Math.log(1 + ((start?.pages ?? 0) - scores.size + 0.5) / (scores.size + 0.5));
  for (const [page, score] of scores) scores.set(page, score * rarity);
  return scores;
}
