/**
 * Knows whether the main button of a pointer is held down on the page, and puts off until it is let go whatever could move what is
 * under it: a browser makes a click only of a press and a release on the same element, and what becomes no click is lost silently.
 */
export class HeldPointer {
  private held = false;
  private timer = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(page: Window) {
    const press = (event: MouseEvent) => {
      // The list of a select opens at the press, and may swallow the release.
      if (event.button !== 0 || event.target instanceof HTMLSelectElement) return;
      page.clearTimeout(this.timer);
      this.held = true;
    };
    // The click comes after the release, and before anything else.
    const release = () => {
      page.clearTimeout(this.timer);
      this.timer = page.setTimeout(() => this.letGo());
    };
    // A finger has its pointer first, and presses with a mouse of its own when it is taken off.
    for (const type of ['pointerdown', 'mousedown'] as const) page.addEventListener(type, press, true);
    for (const type of ['pointerup', 'mouseup', 'pointercancel', 'dragend'] as const) page.addEventListener(type, release, true);
    // Somebody who lets go where the page does not hear of it comes back without the button, or goes on elsewhere.
    page.addEventListener('pointermove', ({ buttons }) => void ((buttons & 1) === 0 && this.letGo()), true);
    page.addEventListener('blur', () => this.letGo());
  }

  get isHeld(): boolean {
    return this.held;
  }

  /** Does something now, or where a pointer is held down, after the click that it is about to make. Everything is done in order. */
  afterClick(work: () => void): void {
    if (this.held) this.waiting.push(work);
    else work();
  }

  private letGo(): void {
    this.held = false;
    for (const work of this.waiting.splice(0)) work();
  }
}
