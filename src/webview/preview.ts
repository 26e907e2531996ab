/** The script that a preview adds to its pages: loads a page again when it has changed, and shows what the linter says of it. */
import { findingsPanel, type PageFindings, stoppedPanel } from './findings-panel.js';
import { addPreviewStyles } from './preview-styles.js';

const page = decodeURIComponent(location.pathname);
const query = `?page=${encodeURIComponent(page)}`;
const SCROLL = `preview-scroll ${page}`;

/** Loads the page again, and remembers where its reader was. */
function reload(): void {
  sessionStorage.setItem(SCROLL, String(window.scrollY));
  location.reload();
}

/** Goes back to where the reader was. */
function restoreScroll(): void {
  const kept = sessionStorage.getItem(SCROLL);
  if (kept === null) return;
  sessionStorage.removeItem(SCROLL);
  window.scrollTo({ top: Number(kept), behavior: 'instant' });
}

let shown: HTMLElement | undefined;

async function showFindings(): Promise<void> {
  const response = await fetch(`/__preview/findings${query}`);
  if (!response.ok) return;
  showPanel(findingsPanel((await response.json()) as PageFindings, shown));
}

function showPanel(panel: HTMLElement): void {
  if (shown) shown.replaceWith(panel);
  else document.body.append(panel);
  shown = panel;
}

function start(): void {
  addPreviewStyles(document);
  restoreScroll();
  showFindings().catch(() => undefined);
  const events = new EventSource(`/__preview/events${query}`);
  let lost = false;
  events.addEventListener('reload', reload);
  events.addEventListener('findings', () => showFindings().catch(() => undefined));
  // The browser goes on trying; said once, it is not read out with every try.
  events.addEventListener('error', () => {
    if (!lost) showPanel(stoppedPanel());
    lost = true;
  });
  // The server is there again: nobody knows what has changed meanwhile.
  events.addEventListener('open', () => {
    if (lost) reload();
  });
  // An open stream would count against the few connections that a browser has for one server.
  window.addEventListener('pagehide', () => events.close());
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else start();
