/**
 * Answers a query from what has been read of an index. It reads nothing itself: where a file is missing, the answer names
 * it, and is asked for again once the file is there. So it is the same in a page as in a test.
 */
import type { CardData, Loaded, StartData } from './data.js';
import { parseQuery } from './parse-query.js';
import { bestPassages, type Passage } from './passages.js';
import type { SectionText } from './types.js';
import { type UnitScores, unitScores } from './unit-scores.js';
import { plainQuery } from './words.js';

/** An answer, as far as it can be given. */
export interface SearchAnswer {
  /** The files without which there are no hits yet. */
  readonly missing: readonly string[];
  /** The files that would add passages to the hits. */
  readonly missingTexts: readonly string[];
  /** How many pages were found. */
  readonly total: number;
  /** Whether the pages have all that is found on any page, not only some of it. */
  readonly all: boolean;
  /** What no page has, as it was typed. */
  readonly lacking: readonly string[];
  /** What there are pages with, as it stands in them. */
  readonly found: readonly string[];
  /** Words that were not found, with the word that was taken instead. */
  readonly instead: readonly { readonly typed: string; readonly taken: string }[];
  /** Whether only such words were asked for as “the”, which say nothing. */
  readonly onlyCommon: boolean;
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

const NOTHING: SearchAnswer = {
  missing: [],
  missingTexts: [],
  total: 0,
  all: true,
  lacking: [],
  found: [],
  instead: [],
  onlyCommon: false,
  hits: [],
};

/**
 * The best `limit` answers to a query.
 * @param typing whether more of the last word may come: it finds longer words then too, and otherwise only where it is none itself
 */
export function search(text: string, loaded: Loaded, limit: number, typing = true): SearchAnswer {
  const start = loaded.start;
  if (!start) return NOTHING;
  const query = parseQuery(text, start.synonyms);
  if (query.onlyCommon) return { ...NOTHING, onlyCommon: true };
  const units = query.units.map((unit) => unitScores(unit, typing, loaded));
  const missing = [...new Set(units.flatMap((unit) => unit.missing))];
  if (missing.length > 0) return { ...NOTHING, missing };
  return { ...NOTHING, ...whatIsThere(units), ...hitsOf(units, registersFor(text, start), limit, loaded, start) };
}

/** What of a query there is at all. */
function whatIsThere(units: readonly UnitScores[]): Pick<SearchAnswer, 'lacking' | 'found' | 'instead'> {
  const there = units.filter(({ scores }) => scores.size > 0);
  return {
    lacking: units.filter(({ scores }) => scores.size === 0).map(({ typed }) => typed),
    found: there.map(({ found }) => found),
    instead: there.flatMap(({ instead }) => instead),
  };
}

/** The registers that are to stand behind other pages: all but those that explain just what is asked for. */
function registersFor(text: string, { registers }: StartData): ReadonlySet<number> {
  const query = plainQuery(text);
  return new Set(registers.filter(([, explains]) => !explains.includes(query)).map(([page]) => page));
}

function hitsOf(
  units: readonly UnitScores[],
  last: ReadonlySet<number>,
  limit: number,
  loaded: Loaded,
  start: StartData,
): Pick<SearchAnswer, 'missing' | 'missingTexts' | 'total' | 'all' | 'hits'> {
  const { ranked, all } = rankedPages(units, last);
  const shown = ranked.slice(0, limit);
  const cardFiles = shown.map((page) => start.cards[Math.floor(page / start.cardsPerFile)] ?? '');
  const missingCards = [...new Set(cardFiles)].filter((file) => !loaded.cards.has(file));
  if (missingCards.length > 0) return { missing: missingCards, missingTexts: [], total: ranked.length, all, hits: [] };
  const cards = shown.flatMap((page, at) => {
    const card = loaded.cards.get(cardFiles[at] ?? '')?.[page % start.cardsPerFile];
    return card ? [card] : [];
  });
  const missingTexts = [...new Set(cards.map((card) => card[5]))].filter((file) => !loaded.texts.has(file));
  const wanted = units.map((unit) => new Set(unit.words));
  return { missing: [], missingTexts, total: ranked.length, all, hits: cards.map((card) => hitOf(card, wanted, loaded)) };
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

/**
 * Pages that have all that is asked for and found, best first; where there are none, those that have some of it.
 * @param last the pages that stand behind the others, however well they answer
 */
function rankedPages(units: readonly UnitScores[], last: ReadonlySet<number>): { ranked: number[]; all: boolean } {
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
  const wanted = units.filter(({ scores }) => scores.size > 0).length;
  const complete = found.filter(([, sum]) => sum.units === wanted);
  const ranked = complete.length > 0 ? complete : found;
  const behind = (page: number) => (last.has(page) ? 1 : 0);
  ranked.sort(([a, one], [b, other]) => behind(a) - behind(b) || other.units * other.score - one.units * one.score || a - b);
  return { ranked: ranked.map(([page]) => page), all: complete.length > 0 || found.length === 0 };
}
