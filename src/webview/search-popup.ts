import type { SearchAnswer } from '../site/search/query.js';
import { askIndex } from './ask-index.js';
import { element, link } from './element.js';
import type { IndexReader } from './index-reader.js';
import { hitList } from './search-results.js';
import { summaryOf } from './search-summary.js';

const MOST_HITS = 6;

/** How long a status waits for the typing to end before it is read out, in milliseconds. */
const READ_OUT_AFTER = 700;

/**
 * Answers below a search box while somebody types. It is a region of ordinary links that follows the box, so Tab goes
 * through them; the arrow keys do too, and Escape closes it. Enter in the box goes to the search page as without a script.
 */
export function startPopup(form: HTMLFormElement, input: HTMLInputElement, reader: IndexReader, root: string): void {
  const popup = element('div', 'search-popup');
  popup.hidden = true;
  const status = element('p', 'visually-hidden');
  status.setAttribute('role', 'status');
  form.append(popup, status);
  let asked = '';
  let waiting = 0;

  const close = () => {
    popup.hidden = true;
    asked = '';
    status.textContent = '';
  };
  const say = (text: string) => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => {
      if (!popup.hidden) status.textContent = text;
    }, READ_OUT_AFTER);
  };
  const open = (summary: string, ...content: readonly Node[]) => {
    popup.replaceChildren(element('p', 'search-popup-summary', summary), ...content);
    popup.hidden = false;
    say(summary);
  };
  const show = (query: string, answer: SearchAnswer) => {
    const all = link(
      `${form.action}?q=${encodeURIComponent(query)}`,
      'search-all',
      `See all ${answer.total.toLocaleString('en-GB')} results`,
    );
    // Whoever is in the list already stays where they are.
    if (popup.contains(document.activeElement)) return;
    // “The” may become “theory”: there is nothing to say yet.
    if (answer.onlyCommon) return close();
    open(summaryOf(answer, query), hitList(answer.hits, root, 1), ...(answer.total > answer.hits.length ? [all] : []));
  };
  const ask = () => {
    const query = input.value.trim();
    if (query === '') return close();
    asked = input.value;
    const current = () => asked === input.value;
    askIndex({ text: asked, limit: MOST_HITS, typing: true }, reader, current, (answer) => show(query, answer)).catch(() => {
      if (current()) open('Search could not be loaded. Reload the page, or press Enter to try the search page.');
    });
  };

  input.addEventListener('input', ask);
  const prepare = () => {
    reader.read(['start']).catch(() => undefined);
  };
  input.addEventListener('focus', prepare);
  form.addEventListener('keydown', (event) => onKey(event, input, popup, close));
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !form.contains(relatedTarget)) close();
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Node && !form.contains(target)) close();
  });
  // The box had the focus, and words in it perhaps, before this script was there.
  if (document.activeElement !== input) return;
  prepare();
  ask();
}

function onKey(event: KeyboardEvent, input: HTMLInputElement, popup: HTMLElement, close: () => void): void {
  if (popup.hidden) return;
  if (event.key === 'Escape') {
    event.preventDefault();
    close();
    input.focus();
    return;
  }
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const links = [...popup.querySelectorAll('a')];
  const stops: HTMLElement[] = [input, ...links];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return;
  event.preventDefault();
  stops[(at + step + stops.length) % stops.length]?.focus();
}
