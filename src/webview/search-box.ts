import { element } from './element.js';

/** How often the script is asked for while somebody is in a box: a server that is away is not asked at every letter. */
const ATTEMPTS = 2;

/**
 * The search boxes of a page before anybody searches. What answers a search is a script of its own, which is added to the
 * page when a box gets the focus: most pages are read without it.
 */
export function startSearchBoxes(document: Document): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[role="search"][data-script]')) {
    const input = form.querySelector<HTMLInputElement>('input[name="q"]');
    if (!input) continue;
    goThere(form, input);
    loadWhenWanted(form, input);
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

/**
 * Focus comes first; what is typed then is there when the script looks. Typing tries again where it could not be read,
 * whether the letter came after that was known or before: somebody who types fast types no further letter.
 */
function loadWhenWanted(form: HTMLFormElement, input: HTMLInputElement): void {
  const notice = new Notice(form);
  let script: HTMLScriptElement | undefined;
  let attempts = 0;
  let typedMeanwhile = false;

  const tell = () => notice.show(input.value.trim() !== '');
  const load = () => {
    if (attempts === ATTEMPTS) return tell();
    attempts++;
    typedMeanwhile = false;
    script = addScript(form.dataset['script'] ?? '');
    script.onload = () => {
      attempts = 0;
      notice.show(false);
    };
    script.onerror = () => {
      script?.remove();
      script = undefined;
      if (typedMeanwhile) load();
      else tell();
    };
  };
  const start = () => {
    attempts = 0;
    if (!script) load();
  };
  input.addEventListener('focus', start);
  input.addEventListener('input', () => {
    if (script) typedMeanwhile = true;
    else load();
  });
  input.addEventListener('blur', () => notice.show(false));
  if (document.activeElement === input) start();
}

/** Adds a script to the page by an element: what `file://` allows, and a content security policy of `script-src 'self'`. */
function addScript(address: string): HTMLScriptElement {
  const script = document.createElement('script');
  script.src = address;
  document.head.append(script);
  return script;
}

/** Says below a box, to eyes and to screen readers, that there will be no answers. */
class Notice {
  private readonly popup = element('div', 'search-popup');

  constructor(form: HTMLFormElement) {
    this.popup.setAttribute('role', 'status');
    this.popup.hidden = true;
    form.append(this.popup);
  }

  show(shown: boolean): void {
    this.popup.hidden = !shown;
    // Only what changes while the element is there is read out.
    const said = shown ? [element('p', 'search-popup-summary', 'Search could not be loaded. Press Enter to try the search page.')] : [];
    if (this.popup.childElementCount !== said.length) this.popup.replaceChildren(...said);
  }
}
