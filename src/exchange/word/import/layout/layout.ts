import type { Element, RootContent } from 'hast';
import { isElement } from '../hast.js';
import { type CriterionMatcher, nameOf } from '../match/match-criterion.js';
import type { Doubt, Found, Layout } from '../types.js';
import { cardLayout } from './card-layout.js';
import { headingLayout } from './heading-layout.js';
import { tableLayout } from './table-layout.js';

/**
 * Takes a document apart by the criteria of a framework: from its tables of criteria, else from headings.
 * @returns undefined where it has neither
 */
export function layoutOf(blocks: readonly RootContent[], criteria: CriterionMatcher): Omit<Layout, 'bookmarks'> | undefined {
  const layout = tablesIn(blocks, criteria) ?? headingLayout(blocks, criteria);
  return layout && { ...layout, doubts: [...layout.doubts, ...comeTwice(layout.found)] };
}

function tablesIn(blocks: readonly RootContent[], criteria: CriterionMatcher): Omit<Layout, 'bookmarks'> | undefined {
  const layout = {
    found: [] as Found[],
    overview: [] as RootContent[],
    unplaced: [] as Layout['unplaced'][number][],
    doubts: [] as Doubt[],
  };
  const tables = blocks.filter((block) => isElement(block, 'table'));
  const cards = cardsIn(tables, criteria);
  for (const block of blocks) {
    const place = tables.indexOf(block as (typeof tables)[number]);
    const card = cards.get(block);
    const table =
      place < 0 ? undefined : card ? { found: [card], unplaced: [], doubts: [] } : tableLayout(block as Element, place + 1, criteria);
    if (!table) {
      layout.overview.push(block);
      continue;
    }
    layout.found.push(...table.found);
    layout.unplaced.push(...table.unplaced);
    layout.doubts.push(...table.doubts);
  }
  return layout.found.length > 0 ? layout : undefined;
}

/** The tables that are about one criterion each; a single one is more likely something else. */
function cardsIn(tables: readonly Element[], criteria: CriterionMatcher): Map<RootContent, Found> {
  const cards = tables.flatMap((table, place) => {
    const card = cardLayout(table, place + 1, criteria);
    return card ? [[table, card] as const] : [];
  });
  return new Map(cards.length > 1 ? cards : []);
}

/** Criteria that several places are about: their texts are put one behind the other, which a person should see. */
function comeTwice(found: readonly Found[]): Doubt[] {
  const places = new Map<string, Found[]>();
  for (const one of found) {
    const key = `${one.criterion.key} ${one.part?.key ?? ''}`;
    places.set(key, [...(places.get(key) ?? []), one]);
  }
  return [...places.values()].flatMap((all) => {
    const [first] = all;
    if (!first || all.length < 2) return [];
    const where = all.map((one) => one.where).join(' and ');
    return [{ about: nameOf(first.criterion), says: `It comes ${all.length} times: ${where}. The texts were put one behind the other.` }];
  });
}
