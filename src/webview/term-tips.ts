/** How far a tip keeps from the edge of the window, in CSS pixels. */
const MARGIN = 8;

/**
 * Explanations of terms. Style sheets show them while the term is pointed at or has the focus; this lets Escape hide them
 * until the next time (WCAG 1.4.13), and keeps them inside the window.
 */
export function startTermTips(document: Document): void {
  const uses = [...document.querySelectorAll<HTMLElement>('.term-use')];
  if (uses.length === 0) return;
  for (const use of uses) {
    const show = () => {
      const tip = use.querySelector<HTMLElement>('[role="tooltip"]');
      if (tip) keepInside(tip);
    };
    const again = () => use.classList.remove('tip-hidden');
    use.addEventListener('pointerenter', show);
    use.addEventListener('focusin', show);
    use.addEventListener('pointerleave', again);
    use.addEventListener('focusout', again);
  }
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    for (const use of uses) if (use.matches(':hover, :focus-within')) use.classList.add('tip-hidden');
  });
}

/** Moves a tip sideways into the window, and below its term where there is no room above. */
function keepInside(tip: HTMLElement): void {
  for (const name of ['left', 'top', 'bottom']) tip.style.removeProperty(name);
  // On narrow screens it has its own place at the edge.
  if (getComputedStyle(tip).position !== 'absolute') return;
  const { left, right, top } = tip.getBoundingClientRect();
  const beyond = right - (document.documentElement.clientWidth - MARGIN);
  const shift = Math.min(Math.max(beyond, 0), left - MARGIN);
  if (shift !== 0) tip.style.left = `${tip.offsetLeft - shift}px`;
  if (top < MARGIN) {
    tip.style.bottom = 'auto';
    tip.style.top = '100%';
  }
}
