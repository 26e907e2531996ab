import type { Piece } from '../site/search/passages.js';
import type { SearchHit } from '../site/search/query.js';
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

/** The address of a page of the site. */
export function addressOf(root: string, page: string): string {
  return root + page.split('/').map(encodeURIComponent).join('/');
}

function marked(pieces: readonly Piece[]): (Node | string)[] {
  return pieces.map(({ text, found }) => (found ? element('mark', '', text) : text));
}
