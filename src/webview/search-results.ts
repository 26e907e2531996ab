import type { Piece } from '../site/search/passages.js';
import type { SearchAnswer, SearchHit } from '../site/search/query.js';
import { element, link } from './element.js';

/** A list of what was found. Everything in it that comes from a document is put in as text. */
export function hitList(hits: readonly SearchHit[], root: string, passages: number): HTMLOListElement {
  const list = element('ol', 'search-hits', ...hits.map((hit) => hitItem(hit, root, passages)));
  // Some screen readers take a list without markers for none.
  list.setAttribute('role', 'list');
  return list;
}

function hitItem(hit: SearchHit, root: string, passages: number): HTMLLIElement {
  const href = addressOf(root, hit.page);
  const kind = [hit.typeTitle, hit.application].filter((part) => part !== '').join(' · ');
  const item = element('li', 'search-hit', link(href, 'search-hit-title', hit.title));
  if (kind !== '') item.append(' ', element('span', 'search-hit-kind', kind));
  const shown = hit.passages.slice(0, passages);
  if (hit.summary !== '' && shown.length === 0) item.append(element('p', 'search-hit-summary', hit.summary));
  for (const { id, heading, text } of shown) {
    const passage = element('div', 'search-passage');
    if (id !== '' && heading.length > 0)
      passage.append(link(`${href}#${encodeURIComponent(id)}`, 'search-passage-heading', ...marked(heading)));
    if (text.length > 0) passage.append(element('p', 'search-passage-text', ...marked(text)));
    item.append(passage);
  }
  return item;
}

/** What is said of an answer, above it and to screen readers. */
export function summaryOf(answer: SearchAnswer, query: string): string {
  const pages = answer.total === 1 ? '1 page' : `${answer.total.toLocaleString('en-GB')} pages`;
  if (answer.total === 0) return `Nothing was found for “${query}”. Check the spelling, or try fewer or more general words.`;
  if (!answer.all) return `No page has all of “${query}”. ${pages} ${answer.total === 1 ? 'has' : 'have'} some of it.`;
  if (answer.instead.length === 0) return `${pages} found for “${query}”.`;
  const quoted = (words: readonly string[], joint: string) => words.map((word) => `“${word}”`).join(` ${joint} `);
  const typed = answer.instead.map((one) => one.typed);
  const taken = answer.instead.map((one) => one.taken);
  return `Nothing was found for ${quoted(typed, 'or')}. ${pages} found with ${quoted(taken, 'and')} instead.`;
}

/** The address of a page of the site. */
export function addressOf(root: string, page: string): string {
  return root + page.split('/').map(encodeURIComponent).join('/');
}

function marked(pieces: readonly Piece[]): (Node | string)[] {
  return pieces.map(({ text, found }) => (found ? element('mark', '', text) : text));
}
