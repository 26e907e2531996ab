/**
 * The search boxes of a page before anybody searches. What answers a search is a script of its own, which is added to the
 * page when a box gets the focus: most pages are read without it.
 */
export function startSearchBoxes(document: Document): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[role="search"][data-script]')) {
    const input = form.querySelector<HTMLInputElement>('input[name="q"]');
    if (!input) continue;
    goThere(form, input);
    const load = scriptLoader(document, form.dataset['script'] ?? '');
    // Focus comes first; what is typed then is there when the script looks. Typing tries again where it could not be read.
    input.addEventListener('focus', load);
    input.addEventListener('input', load);
    if (document.activeElement === input) load();
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

/** Adds a script to the page once, by an element: what `file://` allows, and a content security policy of `script-src 'self'`. */
function scriptLoader(document: Document, address: string): () => void {
  let script: HTMLScriptElement | undefined;
  return () => {
    if (script) return;
    script = document.createElement('script');
    script.src = address;
    script.onerror = () => {
      script?.remove();
      script = undefined;
    };
    document.head.append(script);
  };
}
