import type { SectionText } from './types.js';
import { placesOf } from './words.js';

/** A stretch of text; `found` is what was asked for. */
export interface Piece {
  readonly text: string;
  readonly found: boolean;
}

/** A section that answers a query, with the words around what was found. */
export interface Passage {
  /** The section's anchor; empty for the beginning of the page. */
  readonly id: string;
  readonly heading: readonly Piece[];
  readonly text: readonly Piece[];
}

/** How many passages a page shows, and how long each is, in characters. */
const [MOST_PASSAGES, LENGTH] = [2, 170] as const;

/** A word in a heading counts as many as this in the text. */
const HEADING = 2;

/** A word of a text that was asked for: where it stands, and by which part of the query. */
interface Mark {
  readonly start: number;
  readonly end: number;
  readonly unit: number;
}

/**
 * The sections of a page that answer a query best, in the order of the page.
 * @param wanted for each thing that is asked for, the words that it was found as
 */
export function bestPassages(sections: readonly SectionText[], wanted: readonly ReadonlySet<string>[]): Passage[] {
  const rated = sections.map(([id, title, body], place) => {
    const section: SectionText = [id, title, tidy(body)];
    const [heading, text] = [marksIn(section[1], wanted), marksIn(section[2], wanted)];
    return { section, place, heading, text, score: distinct(heading) * HEADING + distinct(text) + Math.min(text.length, 9) / 10 };
  });
  return rated
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .slice(0, MOST_PASSAGES)
    .sort((a, b) => a.place - b.place)
    .map(({ section: [id, title, body], heading, text }) => ({
      id,
      heading: piecesOf(title, heading, 0, title.length),
      text: excerpt(body, text),
    }));
}

/** A text without the spaces that a citation has left before a full stop. */
function tidy(text: string): string {
  return text.replace(/\s+([.,;:!?])(?=\s|$)/g, '$1');
}

function distinct(marks: readonly Mark[]): number {
  return new Set(marks.map(({ unit }) => unit)).size;
}

function marksIn(text: string, wanted: readonly ReadonlySet<string>[]): Mark[] {
  return placesOf(text).flatMap(({ start, end, words }) => {
    const unit = wanted.findIndex((set) => words.some((word) => set.has(word)));
    return unit < 0 ? [] : [{ start, end, unit }];
  });
}

/** The part of a text that has the most of what was asked for, with … where it was cut. */
function excerpt(text: string, marks: readonly Mark[]): Piece[] {
  let best = marks.slice(0, 1);
  for (let first = 0; first < marks.length; first++) {
    const from = marks[first]?.start ?? 0;
    const within = marks.slice(first, first + 20).filter((mark) => mark.end <= from + LENGTH - 40);
    if (distinct(within) > distinct(best)) best = within;
  }
  const middle = ((best[0]?.start ?? 0) + (best[best.length - 1]?.end ?? 0)) / 2;
  let start = Math.max(0, Math.min(Math.round(middle - LENGTH / 2), text.length - LENGTH));
  if (start > 0) start = wordStart(text, start, best[0]?.start ?? start);
  let end = Math.min(text.length, start + LENGTH);
  if (end < text.length) end = wordEnd(text, end, best[best.length - 1]?.end ?? end);
  const pieces = piecesOf(text, marks, start, end);
  if (start > 0) pieces.unshift({ text: '… ', found: false });
  if (end < text.length) pieces.push({ text: ' …', found: false });
  return pieces;
}

/** The beginning of the next word after a place, but not beyond `most`. */
function wordStart(text: string, at: number, most: number): number {
  const space = text.indexOf(' ', at);
  return space < 0 || space + 1 > most ? Math.min(at, most) : space + 1;
}

/** The end of the last word before a place, but not before `least`. */
function wordEnd(text: string, at: number, least: number): number {
  const space = text.lastIndexOf(' ', at);
  return space < least ? Math.max(at, least) : space;
}

function piecesOf(text: string, marks: readonly Mark[], from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  const add = (start: number, end: number, found: boolean) => {
    if (end > start) pieces.push({ text: text.slice(start, end), found });
  };
  let at = from;
  for (const { start, end } of marks) {
    if (start < at || end > to) continue;
    add(at, start, false);
    add(start, end, true);
    at = end;
  }
  add(at, to, false);
  return pieces;
}
