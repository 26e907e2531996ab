/** How long something has to stay before it is said: whoever passes over lines is not to hear each of them. In milliseconds. */
const PATIENCE = 400;

/** Says in a live region what is selected, once it stays so. */
export class PanelAnnouncer {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private last = '';

  constructor(private readonly region: HTMLElement) {}

  /** Says a text, unless it is what was said last. */
  say(text: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (text === this.last) return;
      this.last = text;
      this.region.textContent = text;
    }, PATIENCE);
  }
}
