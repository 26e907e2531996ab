import type { RootContent } from 'hast';
import { headingLevel, idsIn, isElement, plainTextOf } from '../hast.js';
import { type CriterionMatcher, type Match, nameOf } from '../match/match-criterion.js';
import { numberBefore } from '../match/number.js';
import type { Found, FoundText, Layout } from '../types.js';
import { partNamed } from './parts.js';

/** A heading that is a criterion’s must be this much like its title: less where it has the number as well. */
const ALIKE = 0.75;
const ALIKE_WITH_NUMBER = 0.5;
/** A longer paragraph in bold letters is no heading. */
const LONGEST_HEADING = 160;

/** A criterion’s heading and what stands below it. */
interface Place {
  readonly match: Match;
  readonly heading: RootContent;
  readonly blocks: RootContent[];
}

/**
 * What a document holds whose criteria have a heading each, or a line in bold letters.
 * @returns undefined where fewer than two criteria have one
 */
export function headingLayout(blocks: readonly RootContent[], criteria: CriterionMatcher): Omit<Layout, 'bookmarks'> | undefined {
  return layoutOf(blocks, criteria) ?? layoutOf(promoted(blocks, criteria), criteria);
}

function layoutOf(blocks: readonly RootContent[], criteria: CriterionMatcher): Omit<Layout, 'bookmarks'> | undefined {
  const matches = new Map(blocks.flatMap((block) => (headingLevel(block) > 0 ? pair(block, matchOf(block, criteria)) : [])));
  const level = commonLevel(matches);
  if (level === undefined) return undefined;
  const places: Place[] = [];
  const overview: RootContent[] = [];
  const strays: { readonly heading: RootContent; readonly after: number }[] = [];
  let place: Place | undefined;
  for (const block of blocks) {
    const own = headingLevel(block);
    const match = own === level ? matches.get(block) : undefined;
    if (match) {
      place = { match, heading: block, blocks: [] };
      places.push(place);
    } else if (place && (own === 0 || own > level)) place.blocks.push(block);
    else {
      place = undefined;
      overview.push(block);
      if (own === level) strays.push({ heading: block, after: places.length });
    }
  }
  // What stands before and behind all criteria is the application's; what stands among them may be a criterion that was not known.
  const among = strays.filter(({ after }) => after > 0 && after < places.length);
  const told = (heading: RootContent, says: string) => [{ about: `The heading “${plainTextOf(heading)}”`, says }];
  const doubts = [
    ...places.flatMap(({ match, heading }) => (match.doubt === undefined ? [] : told(heading, match.doubt))),
    ...among.flatMap(({ heading }) =>
      told(heading, 'It stands among the criteria and is like none of them. It was put into the overview.'),
    ),
    ...[...matches].flatMap(([heading, match]) => (headingLevel(heading) === level ? [] : told(heading, otherLevel(match, level)))),
  ];
  return { found: places.map((one) => foundAt(one, level)), overview, unplaced: [], doubts };
}

function otherLevel({ criterion }: Match, level: number): string {
  return `It could be that of criterion ${nameOf(criterion)}, but those of the criteria are of level ${level}. It was taken for one inside a text.`;
}

function pair(block: RootContent, match: Match | undefined): [RootContent, Match][] {
  return match ? [[block, match]] : [];
}

function matchOf(block: RootContent, criteria: CriterionMatcher): Match | undefined {
  const { number, title } = numberBefore(plainTextOf(block));
  const match = criteria.match(number, title);
  // A number alone says little: “1. Introduction” is no criterion’s.
  return match && (match.likeness >= (number ? ALIKE_WITH_NUMBER : ALIKE) || match.part) ? match : undefined;
}

/** The level at which most criteria have their headings; the higher one of two. */
function commonLevel(matches: ReadonlyMap<RootContent, Match>): number | undefined {
  const criteria = new Map<number, Set<string>>();
  for (const [heading, { criterion }] of matches) {
    const level = headingLevel(heading);
    criteria.set(level, (criteria.get(level) ?? new Set()).add(criterion.key));
  }
  const [most] = [...criteria].sort(([one, ones], [other, others]) => others.size - ones.size || one - other);
  return most && most[1].size >= 2 ? most[0] : undefined;
}

function foundAt({ match, heading, blocks }: Place, level: number): Found {
  const texts: FoundText[] = [];
  let text: { heading: string; level: number; blocks: RootContent[] } = { heading: '', level: level + 1, blocks: [] };
  const { criterion, part } = match;
  for (const block of blocks) {
    if (headingLevel(block) !== level + 1) {
      text.blocks.push(block);
      continue;
    }
    // A part is no section of its own: its heading stays in the text that says what the criterion means.
    const isPart = partNamed(plainTextOf(block), criterion.parts) !== undefined;
    if (isPart && text.heading === '') {
      text.level = level;
      text.blocks.push(block);
      continue;
    }
    if (text.heading !== '' || text.blocks.length > 0) texts.push(text);
    text = isPart ? { heading: '', level, blocks: [block] } : { heading: plainTextOf(block), level: level + 1, blocks: [] };
  }
  texts.push(text);
  return { criterion, part, texts, from: 'heading', where: `below the heading “${plainTextOf(heading)}”`, bookmarks: idsIn(heading) };
}

/** Paragraphs in bold letters as headings: those of criteria, and the others below them. */
function promoted(blocks: readonly RootContent[], criteria: CriterionMatcher): RootContent[] {
  return blocks.map((block) => {
    if (!isBold(block)) return block;
    return { ...block, tagName: matchOf(block, criteria) ? 'h1' : 'h2' } as RootContent;
  });
}

function isBold(block: RootContent): boolean {
  if (!isElement(block, 'p')) return false;
  const words = block.children.filter((child) => plainTextOf(child) !== '');
  return words.length > 0 && words.every((child) => isElement(child, 'strong')) && plainTextOf(block).length <= LONGEST_HEADING;
}
