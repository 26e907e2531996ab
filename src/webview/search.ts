import { IndexReader } from './index-reader.js';
import { startSearchPage } from './search-page.js';
import { startPopup } from './search-popup.js';

/** Lets the search forms of a page answer at once. Nothing of the index is read before somebody wants to search. */
export function startSearch(document: Document): void {
  const root = document.documentElement.dataset['root'] ?? '';
  let reader: IndexReader | undefined;
  const theReader = () => {
    reader ??= new IndexReader(document, root);
    return reader;
  };
  for (const form of document.querySelectorAll<HTMLFormElement>('form[role="search"]')) {
    const input = form.querySelector<HTMLInputElement>('input[name="q"]');
    if (!input) continue;
    if ('searchPage' in form.dataset) startSearchPage(form, input, theReader(), root);
    else {
      startPopup(form, input, theReader, root);
      goThere(form, input);
    }
  }
}

/** Opens the search page without sending the form: a page that is opened as a file may not be allowed to send one. */
function goThere(form: HTMLFormElement, input: HTMLInputElement): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const query = input.value.trim();
    location.assign(query === '' ? form.action : `${form.action}?q=${encodeURIComponent(query)}`);
  });
}
