import type { Element } from 'hast';
import { headingLevel, idsIn } from '../hast.js';
import type { CriterionMatcher, Match } from '../match/match-criterion.js';
import { numberBefore, numberIn } from '../match/number.js';
import type { Found, FoundText } from '../types.js';
import { cellText } from './criteria-table.js';
import { type Grid, gridOf } from './grid.js';

/** A criterion’s title in a card must be this much like its own: less where it has the number as well. */
const ALIKE = 0.9;
const ALIKE_WITH_NUMBER = 0.5;
/** A longer cell is text, and no label. */
const LONGEST_LABEL = 60;

/**
 * What a card holds: a small table about one criterion, which its first row names, with a label and a text in each other row.
 * @returns undefined where a table is something else
 */
export function cardLayout(table: Element, place: number, criteria: CriterionMatcher): Found | undefined {
  const grid = gridOf(table);
  const [head, ...rows] = grid;
  if (!head || rows.length === 0 || grid.some((row) => row.length > 2)) return undefined;
  const match = subjectOf(head, criteria);
  const isLabelled = rows.every(([label, text]) => text && label !== text && isLabel(cellText(label)));
  if (!match || !isLabelled || rows.some((row) => subjectOf(row, criteria))) return undefined;
  const { criterion, part } = match;
  const texts = rows.map(([label, text]) => textOf(cellText(label), text));
  return {
    criterion,
    part,
    from: 'card',
    where: `table ${place}`,
    texts,
    bookmarks: idsIn(...new Set(head.filter((cell) => cell !== undefined))),
  };
}

/** The criterion that a row names: “12 | Feedback culture”, “Criterion | 12 Feedback culture”, or both in one cell. */
function subjectOf(row: Grid[number], criteria: CriterionMatcher): Match | undefined {
  const [first = '', second = ''] = [...new Set(row)].map(cellText);
  const apart = numberIn(first);
  const { number, title } = apart ? { number: apart, title: second } : numberBefore(second === '' ? first : second);
  const match = criteria.match(number, title);
  return match && match.likeness >= (number ? ALIKE_WITH_NUMBER : ALIKE) ? match : undefined;
}

function isLabel(text: string): boolean {
  return text !== '' && text.length <= LONGEST_LABEL && numberIn(text) === undefined;
}

function textOf(heading: string, cell: Element | undefined): FoundText {
  const blocks = (cell?.children ?? []) as FoundText['blocks'];
  const levels = blocks.map(headingLevel).filter((level) => level > 0);
  return { heading: heading.replace(/[:.]\s*$/, ''), level: levels.length > 0 ? Math.min(...levels) - 1 : 2, blocks };
}
