/** The fields of the form, with the attribute of an element that each goes by. */
const FIELDS: Readonly<Record<string, string>> = {
  application: 'application',
  domain: 'domains',
  audience: 'audiences',
  status: 'status',
  state: 'state',
  lacks: 'lacks',
};

type Chosen = ReadonlyMap<string, string>;

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
  for (const item of page.querySelectorAll<HTMLElement>('[data-dm-item]')) item.hidden = !matches(item, chosen);
  for (const shape of page.querySelectorAll<SVGElement>('.dm-svg [data-criterion]')) dim(shape, !matches(shape, chosen));
  for (const cell of page.querySelectorAll<HTMLElement>('.dm-matrix td')) {
    const none = cell.querySelector<HTMLElement>('[data-dm-none]');
    if (none) none.hidden = cell.querySelector('[data-dm-item]:not([hidden])') !== null;
  }
  const application = chosen.get('application');
  for (const view of page.querySelectorAll<HTMLElement>('[data-dm-view]')) {
    view.hidden = application !== undefined && view.dataset['application'] !== application;
  }
  announce(page, form, chosen);
}

function matches(element: HTMLElement | SVGElement, chosen: Chosen): boolean {
  return [...chosen].every(([name, value]) => {
    const own = element.dataset[FIELDS[name] ?? ''] ?? '';
    // Status and keys of one word alike: the lists are words with a space between them.
    return own === value || own.split(' ').includes(value.replace(/\s+/g, '_'));
  });
}

/** A shape that does not match stays where it is, so that the map keeps its form, and is out of the way of the keyboard. */
function dim(shape: SVGElement, hidden: boolean): void {
  shape.toggleAttribute('data-hidden', hidden);
  if (hidden) shape.setAttribute('tabindex', '-1');
  else shape.removeAttribute('tabindex');
}

/** Says how many are shown; at first, with nothing chosen, there is nothing to say. */
function announce(page: Document, form: HTMLFormElement, chosen: Chosen): void {
  const result = form.querySelector('[data-dm-result]');
  const all = [...page.querySelectorAll<HTMLElement>('[data-dm-item="criterion"]')];
  const shown = all.filter((item) => !item.hidden).length;
  const text = shown === 0 ? 'No criterion matches. Choose “All” somewhere.' : `Showing ${shown} of ${all.length} criteria.`;
  if (result) result.textContent = chosen.size === 0 && result.textContent === '' ? '' : text;
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
