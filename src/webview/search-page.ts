import type { SearchAnswer } from '../site/search/query.js';
import { askIndex } from './ask-index.js';
import { element } from './element.js';
import type { IndexReader } from './index-reader.js';
import { hitList } from './search-results.js';
import { summaryOf } from './search-summary.js';

/** How many results are shown at first, and by how many more each time. */
const STEP = 20;

/** How long the results wait for the typing to end, in milliseconds, so that what is read out keeps still. */
const ASK_AFTER = 250;

/** The results of the search page: those of the address first, then of what is typed. */
export function startSearchPage(form: HTMLFormElement, input: HTMLInputElement, reader: IndexReader, root: string): void {
  const results = document.querySelector<HTMLElement>('[data-search-results]');
  const status = document.querySelector<HTMLElement>('[data-search-status]');
  if (!results || !status) return;
  let asked = 0;
  let waiting = 0;
  // What comes with the address, or is sent, is whole.
  let typing = false;

  const ask = (limit: number, shown: (answer: SearchAnswer) => void = () => undefined) => {
    const query = input.value.trim();
    const number = ++asked;
    keepInAddress(query);
    if (query === '') {
      results.replaceChildren();
      status.textContent = '';
      return;
    }
    const show = (answer: SearchAnswer) => {
      status.textContent = summaryOf(answer, query);
      results.replaceChildren(hitList(answer.hits, root, 2));
      if (answer.total > limit) results.append(moreButton(limit));
      shown(answer);
    };
    askIndex({ text: input.value, limit, typing }, reader, () => number === asked, show).catch(() => {
      if (number === asked) status.textContent = 'Search could not be loaded. Reload the page to try again.';
    });
  };
  const moreButton = (limit: number) => {
    const button = element('button', 'search-more', 'Show more results');
    button.type = 'button';
    button.addEventListener('click', () =>
      ask(limit + STEP, () => results.querySelectorAll<HTMLElement>('.search-hit-title')[limit]?.focus()),
    );
    return button;
  };

  const query = new URLSearchParams(location.search).get('q');
  if (query !== null) input.value = query;
  if (input.value.trim() !== '') ask(STEP);
  input.addEventListener('input', () => {
    window.clearTimeout(waiting);
    typing = true;
    waiting = window.setTimeout(() => ask(STEP), ASK_AFTER);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    window.clearTimeout(waiting);
    typing = false;
    ask(STEP);
  });
}

/** Keeps the query in the address, so that it can be shared and survives a reload. */
function keepInAddress(query: string): void {
  const address = new URL(location.href);
  if (query === '') address.searchParams.delete('q');
  else address.searchParams.set('q', query);
  if (address.href === location.href) return;
  try {
    history.replaceState(history.state, '', address);
  } catch {
    // Some browsers refuse it for file://: the results are there all the same.
  }
}
