import { type Chosen, FIELDS, resultText, showMatching } from './matching.js';

/** Lets the form of filters show only some criteria, in map, matrix and list alike. What is chosen is kept in the page's address. */
export function startMapFilters(page: Document): void {
  const form = page.querySelector<HTMLFormElement>('form[data-dm-filters]');
  if (!form) return;
  fill(form, readAddress(page));
  const update = () => {
    const chosen = chosenIn(form);
    apply(page, form, chosen);
    writeAddress(page, chosen);
  };
  form.addEventListener('change', update);
  // The fields have their first values only once the event is over.
  form.addEventListener('reset', () => setTimeout(update));
  // “Show all” is the form's one button, and each choice takes effect at once: what is submitted is the wish to begin again.
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    form.reset();
  });
  apply(page, form, chosenIn(form));
}

function chosenIn(form: HTMLFormElement): Chosen {
  const selects = [...form.querySelectorAll('select')].filter((select) => select.value !== '' && select.name in FIELDS);
  return new Map(selects.map((select) => [select.name, select.value]));
}

/** Puts chosen values into the form; what the form does not offer is left out. */
function fill(form: HTMLFormElement, chosen: Chosen): void {
  for (const select of form.querySelectorAll('select')) {
    const value = chosen.get(select.name);
    if (value !== undefined && [...select.options].some((option) => option.value === value)) select.value = value;
  }
}

function apply(page: Document, form: HTMLFormElement, chosen: Chosen): void {
  const shown = showMatching(page, chosen);
  for (const shape of page.querySelectorAll<SVGElement>('.dm-svg [data-criterion]')) keepFromKeyboard(shape);
  const application = chosen.get('application');
  for (const view of page.querySelectorAll<HTMLElement>('[data-dm-view]')) {
    view.hidden = application !== undefined && view.dataset['application'] !== application;
  }
  announce(form, shown, chosen);
}

/** A shape that does not match is out of the way of the keyboard. */
function keepFromKeyboard(shape: SVGElement): void {
  if (shape.hasAttribute('data-hidden')) shape.setAttribute('tabindex', '-1');
  else shape.removeAttribute('tabindex');
}

/** Says how many are shown; at first, with nothing chosen, there is nothing to say. */
function announce(form: HTMLFormElement, { shown, all }: { shown: number; all: number }, chosen: Chosen): void {
  const result = form.querySelector('[data-dm-result]');
  if (result) result.textContent = chosen.size === 0 && result.textContent === '' ? '' : resultText(shown, all);
}

function readAddress(page: Document): Chosen {
  const { search, hash } = page.location;
  const inHash = /^#\?(.*)$/.exec(hash)?.[1] ?? '';
  return new Map([...new URLSearchParams(search), ...new URLSearchParams(inHash)].filter(([name]) => name in FIELDS));
}

/** Keeps what is chosen in the query; where a browser does not let a file's address change, behind the `#`. */
function writeAddress(page: Document, chosen: Chosen): void {
  const view = page.defaultView;
  const { pathname, search, hash } = page.location;
  const others = [...new URLSearchParams(search)].filter(([name]) => !(name in FIELDS));
  const query = new URLSearchParams([...others, ...chosen]).toString();
  const anchor = hash.startsWith('#?') ? '' : hash;
  try {
    view?.history.replaceState(null, '', `${pathname}${query === '' ? '' : `?${query}`}${anchor}`);
  } catch {
    page.location.replace(`#?${new URLSearchParams([...chosen]).toString()}`);
  }
}
