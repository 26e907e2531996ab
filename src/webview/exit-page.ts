import { PRESSES_TO_LEAVE, shiftCounter } from './shift-presses.js';

/**
 * “Exit this page”: a link that works without this script; with it, the page is hidden at once, does not stay in the
 * history, and Shift pressed three times does the same.
 */
export function startExitPage(document: Document): void {
  const exit = document.querySelector<HTMLAnchorElement>('a[data-exit]');
  if (!exit || !/^https?:$/.test(exit.protocol)) return;
  const leave = () => {
    document.body.hidden = true;
    document.body.style.display = 'none';
    document.title = '';
    location.replace(exit.href);
  };
  exit.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  const status = document.createElement('span');
  status.className = 'visually-hidden';
  status.setAttribute('role', 'status');
  exit.after(status);
  const pressed = shiftCounter();
  document.addEventListener('keydown', (event) => {
    const count = pressed(event);
    if (count >= PRESSES_TO_LEAVE) return leave();
    const left = PRESSES_TO_LEAVE - count;
    status.textContent = count === 0 ? '' : `Press Shift ${left} more ${left === 1 ? 'time' : 'times'} to exit this page.`;
  });
  // A browser may bring the page back as it was left.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload();
  });
}
