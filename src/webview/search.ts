/** The script that answers searches: the search page has it from the start, other pages when somebody wants to search. */
import { IndexReader } from './index-reader.js';
import { startSearchPage } from './search-page.js';
import { startPopup } from './search-popup.js';

const root = document.documentElement.dataset['root'] ?? '';
const reader = new IndexReader(document, root);
for (const form of document.querySelectorAll<HTMLFormElement>('form[role="search"]')) {
  const input = form.querySelector<HTMLInputElement>('input[name="q"]');
  if (!input) continue;
  if ('searchPage' in form.dataset) startSearchPage(form, input, reader, root);
  else startPopup(form, input, reader, root);
}
