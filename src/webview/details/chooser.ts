import type { Option, PlainValue } from '../../language/details/panel/form.js';
import type { DetailsWords } from '../../language/details/panel/messages.js';
import { filled, make } from './dom.js';

/** The longest list that is drawn: with another letter there are fewer. */
const MOST = 60;

/** What a chooser asks of the form. */
interface Form {
  readonly words: () => DetailsWords;
  readonly optionsFor: (box: HTMLInputElement) => readonly Option[];
  readonly chosen: (box: HTMLInputElement, value: PlainValue) => void;
  readonly say: (text: string) => void;
}

/** The list below a box that is searched: as ARIA's combobox with a list has it, so that arrow keys, Enter and Escape work. */
export class Chooser {
  private readonly list = make('ul', { id: 'choices', role: 'listbox', hidden: true });
  private box: HTMLInputElement | undefined;
  private shown: readonly Option[] = [];
  private at = -1;

  constructor(
    page: Document,
    private readonly form: Form,
  ) {
    page.body.append(this.list);
    // The box keeps the focus while something in the list is chosen.
    this.list.addEventListener('pointerdown', (event) => event.preventDefault());
    this.list.addEventListener('click', ({ target }) => {
      const item = target instanceof Element ? target.closest('[role="option"]') : null;
      if (item) this.choose(this.items().indexOf(item));
    });
    window.addEventListener('resize', () => this.close());
  }

  get isOpen(): boolean {
    return !this.list.hidden;
  }

  /** Opens the list for a box, or draws it anew for what is written there now. */
  open(box: HTMLInputElement, searched: boolean): void {
    this.box = box;
    const words = searched ? wordsIn(box.value) : [];
    const has: readonly PlainValue[] = JSON.parse(box.dataset['has'] ?? '[]');
    const all = this.form.optionsFor(box).filter((option) => !has.includes(option.value));
    const fitting = all.filter((option) => fits(option, words));
    const isNone = fitting.length === 0;
    // Where nothing matches, everything there is leads on.
    this.shown = (isNone ? all : fitting).slice(0, MOST);
    this.at = -1;
    const items = this.shown.map((option, index) => drawOption(option, index));
    const none = make('li', { class: 'none', role: 'option', 'aria-disabled': 'true' }, filled(this.form.words().noMatch, box.value));
    this.list.replaceChildren(...(isNone ? [none] : []), ...items);
    this.place(box);
    box.setAttribute('aria-expanded', 'true');
    box.setAttribute('aria-controls', 'choices');
    if (searched) this.form.say(isNone ? (none.textContent ?? '') : filled(this.form.words().matches, fitting.length));
    if (searched && !isNone) this.mark(0);
  }

  close(): void {
    this.list.hidden = true;
    this.box?.setAttribute('aria-expanded', 'false');
    this.box?.removeAttribute('aria-activedescendant');
    this.box = undefined;
  }

  /** Takes a key that is meant for the list. @returns whether it was */
  press(event: KeyboardEvent, box: HTMLInputElement): boolean {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      if (!this.isOpen) this.open(box, false);
      this.mark((this.at + step + this.shown.length) % Math.max(1, this.shown.length));
      return true;
    }
    if (!this.isOpen || (event.key !== 'Enter' && event.key !== 'Escape')) return false;
    if (event.key === 'Enter' && this.at >= 0) this.choose(this.at);
    else this.close();
    return true;
  }

  /** What can be chosen in the list. */
  private items(): Element[] {
    return [...this.list.querySelectorAll('[role="option"]:not([aria-disabled])')];
  }

  private choose(index: number): void {
    const { box } = this;
    const option = this.shown[index];
    this.close();
    if (box && option) this.form.chosen(box, option.value);
  }

  private mark(index: number): void {
    this.list.querySelector('[aria-selected="true"]')?.setAttribute('aria-selected', 'false');
    const item = this.items()[index];
    if (!item) return;
    this.at = index;
    item.setAttribute('aria-selected', 'true');
    item.scrollIntoView({ block: 'nearest' });
    this.box?.setAttribute('aria-activedescendant', item.id);
  }

  /** Below the box, or above it where there is more room. */
  private place(box: HTMLInputElement): void {
    const { left, top, bottom, width } = box.getBoundingClientRect();
    const below = window.innerHeight - bottom;
    const isBelow = below > 160 || below > top;
    this.list.hidden = false;
    Object.assign(this.list.style, {
      left: `${left + window.scrollX}px`,
      width: `${width}px`,
      maxHeight: `${Math.min(320, (isBelow ? below : top) - 8)}px`,
      top: isBelow ? `${bottom + window.scrollY + 2}px` : '',
      bottom: isBelow ? '' : `${window.innerHeight - top - window.scrollY + 2}px`,
    });
  }
}

function drawOption({ label, detail }: Option, index: number): HTMLElement {
  const item = make('li', { role: 'option', id: `choice-${index}`, 'aria-selected': 'false' }, make('span', {}, label));
  if (detail !== undefined) item.append(make('span', { class: 'detail' }, detail));
  return item;
}

function wordsIn(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[\s:,]+/)
    .filter((word) => word !== '');
}

/** Every word that is written begins a word of what an option can be found by. */
function fits({ label, names = '', detail = '' }: Option, words: readonly string[]): boolean {
  const own = wordsIn(`${label} ${names} ${detail}`.replace(/[-_]/g, ' '));
  return words.every((word) => own.some((one) => one.startsWith(word) || (word.includes('-') && names.toLowerCase().includes(word))));
}
