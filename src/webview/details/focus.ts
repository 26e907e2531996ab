import type { Path } from '../../language/details/panel/form.js';
import { idOf } from './dom.js';
import type { HeldPointer } from './held-pointer.js';

/**
 * Goes on where somebody was before the focus went to the text: the editor gives it to the page, and to nothing on it. Who comes
 * with a pointer is somewhere else already, and nothing may scroll away under it.
 */
export function keepFocus(page: Document, place: HTMLElement, pointer: HeldPointer): void {
  let last = '';
  place.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement) last = target.id;
  });
  window.addEventListener('focus', () => {
    const { activeElement, body } = page;
    if (pointer.isHeld || (activeElement !== null && activeElement !== body)) return;
    page.getElementById(last)?.focus({ preventScroll: true });
  });
}

/** Gives the focus to what holds a thing that is about to go. */
export function focusAbove(path: Path, page: Document): void {
  const list = idOf(path.slice(0, -1));
  const next = page.getElementById(`${list}~add`) ?? page.getElementById(list) ?? page.getElementById(`${list}~0.0`);
  next?.focus({ preventScroll: true });
}

/** Goes to the first control that the linter says something of, errors before warnings. */
export function focusFirstProblem(place: HTMLElement): void {
  const field =
    place.querySelector('.field[data-severity="error"]') ?? place.querySelector('.field[data-severity="warning"], .item[data-severity]');
  for (let at = field; at; at = at.parentElement) if (at instanceof HTMLDetailsElement) at.open = true;
  field?.scrollIntoView({ block: 'center' });
  field?.querySelector<HTMLElement>('input, textarea, select, summary, button')?.focus({ preventScroll: true });
}
