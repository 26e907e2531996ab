import { compoundsAsWritten, compoundsOf, joinedForm, partsOf } from './words.js';

/** One thing that is asked for: it is there where all words of one of its ways to say it are there. */
export interface QueryUnit {
  /** As it was typed. */
  readonly typed: string;
  /** The first is what was typed. */
  readonly ways: readonly (readonly string[])[];
  /** Whether its last word is where the query ends, and may still be being typed. */
  readonly unfinished: boolean;
}

/** What a query asks for; nothing where it has only words that nearly every page has. */
export interface ParsedQuery {
  readonly units: readonly QueryUnit[];
  readonly onlyCommon: boolean;
}

/** Words that nearly every page has, so that they say nothing. The last are what an apostrophe cuts off. */
const COMMON = new Set(
  (
    'a an and are as at be but by do does for from had has have how i if in into is it its not of on or our so than that the ' +
    'their them then there these they this those to was we were what when where which who why will with you your s t'
  ).split(' '),
);

/**
 * What a query asks for.
 * @param text as it was typed
 * @param synonyms terms and what they stand for: either finds the other
 */
export function parseQuery(text: string, synonyms: readonly (readonly [string, string])[]): ParsedQuery {
  const written = compoundsAsWritten(text);
  const compounds = compoundsOf(text);
  const pairs = synonyms.flatMap(([term, expansion]) => {
    const [short, long] = [compoundsOf(term), compoundsOf(expansion)];
    return [
      { said: short, other: long },
      { said: long, other: short },
    ];
  });
  const unfinished = /[^\s.,;:!?]$/.test(text);
  const units: { unit: QueryUnit; common: boolean }[] = [];
  for (let at = 0; at < compounds.length; ) {
    const found = pairs.filter(({ said }) => said.length > 0 && said.every((word, offset) => compounds[at + offset] === word));
    const taken = Math.max(1, ...found.map(({ said }) => said.length));
    const said = compounds.slice(at, at + taken);
    at += taken;
    const others = found.filter((pair) => pair.said.length === taken && pair.other.length > 0).map(({ other }) => wordsThatCount(other));
    const ways = said.length === 1 ? waysOf(said[0] ?? '') : [wordsThatCount(said)];
    // Folding can make two words of one character.
    const typed = (written.length === compounds.length ? written.slice(at - taken, at) : said).join(' ');
    units.push({
      unit: { typed, ways: [...ways, ...others], unfinished: unfinished && at >= compounds.length },
      common: said.every((word) => COMMON.has(word)),
    });
  }
  const telling = units.filter(({ common }) => !common);
  return { units: telling.map(({ unit }) => unit), onlyCommon: units.length > 0 && telling.length === 0 };
}

/** The ways to write a compound: as its parts and as one word. */
function waysOf(compound: string): string[][] {
  const parts = partsOf(compound);
  const joined = joinedForm(compound);
  if (joined === undefined) return [parts];
  // The letters of “L&D” stand on every page.
  return parts.every((part) => part.length === 1) ? [[joined]] : [parts, [joined]];
}

function wordsThatCount(compounds: readonly string[]): string[] {
  const words = compounds.flatMap(partsOf);
  const telling = words.filter((word) => !COMMON.has(word));
  return telling.length > 0 ? telling : words;
}
