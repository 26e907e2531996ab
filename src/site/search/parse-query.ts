import { compoundsOf, joinedForm, partsOf } from './words.js';

/** One thing that is asked for: it is there where all words of one of its ways to say it are there. */
export interface QueryUnit {
  readonly ways: readonly (readonly string[])[];
  /** Whether its last word may still be being typed. */
  readonly unfinished: boolean;
}

/** Words that nearly every page has; they count only where nothing else is asked for. The last are what an apostrophe cuts off. */
const COMMON = new Set(
  'a an and are as at be by do does for from how i in is it of on or that the this to was we what when where which who why will with s t'.split(
    ' ',
  ),
);

/**
 * What a query asks for.
 * @param text as it was typed
 * @param synonyms terms and what they stand for: either finds the other
 */
export function parseQuery(text: string, synonyms: readonly (readonly [string, string])[]): QueryUnit[] {
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
    units.push({
      unit: { ways: [...ways, ...others], unfinished: unfinished && at >= compounds.length },
      common: said.every((word) => COMMON.has(word)),
    });
  }
  const telling = units.filter(({ common }) => !common);
  return (telling.length > 0 ? telling : units).map(({ unit }) => unit);
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
