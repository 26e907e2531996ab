import type { SearchAnswer } from '../site/search/query.js';

/** What is said of an answer, above it and to screen readers. */
export function summaryOf(answer: SearchAnswer, query: string): string {
  const { total, all, lacking, found, instead, onlyCommon } = answer;
  if (onlyCommon) return `Nearly every page has “${query}”. Add another word.`;
  if (total === 0) return `Nothing was found for “${query}”.`;
  const misspelt = instead.map(({ typed }) => typed);
  const have = total === 1 ? 'This page has' : 'These pages have';
  const some = all ? '' : 'some of ';
  if (lacking.length > 0) return `No page has ${quoted([...lacking, ...misspelt], 'or')}. ${have} ${some}${quoted(found, 'and')}.`;
  if (instead.length > 0) {
    const taken = all ? instead.map((one) => one.taken) : found;
    return `Nothing was found for ${quoted(misspelt, 'or')}. ${have} ${some}${quoted(taken, 'and')} instead.`;
  }
  const pages = total === 1 ? '1 page' : `${total.toLocaleString('en-GB')} pages`;
  return all ? `${pages} found for “${query}”.` : `No page has all of “${query}”. ${pages} ${total === 1 ? 'has' : 'have'} some of it.`;
}

function quoted(words: readonly string[], joint: string): string {
  const each = words.map((word) => `“${word}”`);
  const last = each.pop() ?? '';
  return each.length === 0 ? last : `${each.join(', ')} ${joint} ${last}`;
}
