import morphdom from 'morphdom';
import { resultText } from '../matching.js';
import type { Panel } from './panel.js';
import { panelHtml } from './panel-html.js';
import { setOff } from './set-off.js';

/**
 * Shows a panel in a place, by changing only what is another than before: focus, scroll positions and what somebody has opened
 * stay as they are.
 */
export function draw(place: HTMLElement, panel: Panel): void {
  const made = document.createElement('template');
  made.innerHTML = panelHtml(panel);
  const counts = setOff(made.content, panel);
  const result = made.content.querySelector('[data-dm-result]');
  if (result && counts) result.textContent = resultText(counts.shown, counts.all);
  const next = place.cloneNode(false) as HTMLElement;
  next.append(made.content);
  const focused = document.activeElement;
  const key = focused && place.contains(focused) ? nameOf(focused) : undefined;
  morphdom(place, next, {
    getNodeKey: (node) => (node instanceof Element ? nameOf(node) : undefined),
    onBeforeElUpdated: (from, to) => {
      // An opening or closing that has not been told yet is the reader's, and newer.
      if (from instanceof HTMLDetailsElement && to instanceof HTMLDetailsElement) to.open = from.open;
      return !from.isEqualNode(to);
    },
  });
  // What had the focus may have had to be moved: then it is given back.
  if (key !== undefined && focused !== document.activeElement) named(place, key)?.focus();
}

/** What an element is known by when it stands somewhere else: its id; a shape by its drawing and where it leads. */
function nameOf(element: Element): string | undefined {
  if (element.id !== '') return element.id;
  const drawing = element instanceof SVGElement ? element.closest('.dm-wide,.dm-compact') : null;
  const href = drawing && element.getAttribute('href');
  return href ? `${drawing.classList.contains('dm-wide') ? 'wide' : 'compact'} ${href}` : undefined;
}

function named(place: Element, key: string): HTMLElement | SVGElement | undefined {
  return [...place.querySelectorAll<HTMLElement | SVGElement>('[id], svg a')].find((element) => nameOf(element) === key);
}
