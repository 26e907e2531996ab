import type { PlainValue } from '../../language/details/panel/form.js';
import type { DetailsWords, ShownDetails } from '../../language/details/panel/messages.js';
import { Chooser } from './chooser.js';
import { pathOf } from './dom.js';
import type { Sending } from './sending.js';
import { optionsFor } from './shown.js';

/** What is asked of the form. */
interface Form {
  readonly words: () => DetailsWords;
  readonly shown: () => ShownDetails | undefined;
  readonly say: (text: string) => void;
}

/** Whether this is a box in which a list is searched. */
export function isChooser(element: unknown): element is HTMLInputElement {
  const control = element instanceof HTMLInputElement ? element.dataset['control'] : undefined;
  return control === 'combobox' || control === 'add';
}

/** The boxes in which lists are searched, and what becomes of a choice. */
export class Choosing {
  readonly list: Chooser;

  constructor(
    page: Document,
    private readonly form: Form,
    private readonly sending: Sending,
  ) {
    this.list = new Chooser(page, {
      words: form.words,
      optionsFor: (box) => optionsFor(box, form.shown()),
      chosen: (box, value) => this.chosen(box, value),
      say: form.say,
    });
  }

  /** What is searched for is no choice: a box that is left has the one before, or none where it was emptied. */
  left(box: HTMLInputElement): void {
    this.list.close();
    const isCleared = box.dataset['control'] === 'combobox' && box.value.trim() === '' && box.defaultValue !== '';
    if (isCleared && box.dataset['required'] === undefined) this.sending.send(box.id, { path: pathOf(box), remove: true });
    else box.value = box.defaultValue;
  }

  private chosen(box: HTMLInputElement, value: PlainValue): void {
    const path = pathOf(box);
    if (box.dataset['control'] === 'add') {
      box.value = '';
      this.sending.send(box.id, { path, insert: value });
      return;
    }
    const option = optionsFor(box, this.form.shown()).find((one) => one.value === value);
    box.defaultValue = option?.short ?? option?.label ?? '';
    box.value = box.defaultValue;
    this.sending.send(box.id, { path, value });
  }
}
