import type { DetailsState, DetailsWords, ShownDetails, ToDetailsPage } from '../../language/details/panel/messages.js';
import { pressButton } from './buttons.js';
import { Choosing, isChooser } from './choosing.js';
import { drawShown, isTextBox, show } from './draw.js';
import type { Editor } from './editor.js';
import { drawField } from './field.js';
import { keepFocus } from './focus.js';
import { HeldPointer } from './held-pointer.js';
import { type Step, takeHistory } from './history.js';
import { keptState } from './kept-state.js';
import { pressKey } from './keys.js';
import { pickOption, pickTick } from './picking.js';
import { Sending } from './sending.js';
import { formOf, stateOf, uriOf } from './shown.js';
import { Unfolded } from './unfolded.js';
import { Writing } from './writing.js';

declare function acquireVsCodeApi(): Editor;

/** Shows the form that the editor sends, and tells the editor what is changed in it. */
export function startDetails(page: Document): void {
  const place = page.getElementById('details');
  const said = page.getElementById('said');
  if (place && said) new DetailsPage(acquireVsCodeApi(), page, place, said).start();
}

class DetailsPage {
  private words: DetailsWords | undefined;
  private shown: ShownDetails | undefined;
  private readonly pointer = new HeldPointer(window);
  private readonly sending: Sending;
  private readonly choosing: Choosing;
  private readonly writing: Writing;
  private readonly unfolded: Unfolded;
  private kept: DetailsState;

  constructor(
    private readonly editor: Editor,
    private readonly page: Document,
    private readonly place: HTMLElement,
    private readonly said: HTMLElement,
  ) {
    this.kept = keptState(editor.getState());
    const shown = () => this.shown;
    this.sending = new Sending(editor, shown);
    this.choosing = new Choosing(page, { words: () => this.words as DetailsWords, shown, say: (text) => this.say(text) }, this.sending);
    this.writing = new Writing(this.sending, this.choosing);
    this.unfolded = new Unfolded(page);
  }

  start(): void {
    const { place } = this;
    window.addEventListener('message', ({ data }: MessageEvent<ToDetailsPage>) => this.pointer.afterClick(() => this.told(data)));
    place.addEventListener('click', ({ target }) => this.clicked(target));
    place.addEventListener('input', ({ target }) => this.writing.written(target));
    takeHistory(this.page, (which) => this.step(which));
    place.addEventListener('change', ({ target }) => this.changed(target));
    place.addEventListener('keydown', (event) => pressKey(event, this.choosing, this.writing));
    place.addEventListener('focusout', ({ target }) => this.left(target));
    keepFocus(this.page, place, this.pointer);
    place.addEventListener('toggle', ({ target }) => this.toggled(target), true);
    window.addEventListener('scroll', () => this.keep(), { passive: true });
    this.editor.postMessage({ type: 'ready' });
  }

  private told(message: ToDetailsPage): void {
    switch (message.type) {
      case 'words':
        this.words = message.words;
        this.draw();
        return;
      case 'show':
        this.show(message.shown);
        return;
      case 'done':
        this.sending.answered(message.id, message.outcome);
        this.say(message.text, message.outcome === 'refused');
    }
  }

  private show(shown: ShownDetails): void {
    const before = this.shown;
    const isOther = uriOf(before) !== uriOf(shown) || stateOf(before) !== stateOf(shown);
    if (isOther) this.begin(shown);
    else this.unfolded.openSpokenOf(shown);
    this.shown = shown;
    this.draw();
    if (isOther && shown.kind === 'details' && shown.uri === this.kept.uri) window.scrollTo(0, this.kept.scroll);
    this.unfolded.openAdded();
    this.keep();
  }

  /** Begins with another document. */
  private begin(shown: ShownDetails): void {
    this.writing.stop();
    this.choosing.list.close();
    this.place.replaceChildren();
    this.sending.clear();
    this.said.textContent = '';
    this.unfolded.begin(shown, uriOf(shown) === this.kept.uri ? this.kept.open : []);
  }

  private draw(): void {
    const { words, shown, unfolded } = this;
    if (!words || !shown) return;
    const drawing = {
      words,
      lists: formOf(shown)?.lists ?? {},
      readOnly: shown.kind === 'details' && shown.readOnly,
      field: drawField,
      open: unfolded.open,
      more: unfolded.more,
    };
    const waiting = this.sending.waiting();
    show(this.place, drawShown(shown, drawing), (control) => waiting.has(control.id) || this.writing.isIn(control));
  }

  private clicked(target: EventTarget | null): void {
    if (isChooser(target) && !this.choosing.list.isOpen) this.choosing.list.open(target, false);
    const button = target instanceof Element ? target.closest('button') : null;
    const { page, place, editor, sending, unfolded } = this;
    if (button) pressButton(button, { page, place, editor, sending, unfolded, uri: uriOf(this.shown) });
  }

  private changed(target: EventTarget | null): void {
    if (target instanceof HTMLSelectElement && target.id !== 'new-type') pickOption(target, this.shown, this.sending);
    else if (target instanceof HTMLInputElement && target.type === 'checkbox') pickTick(target, this.sending, this.unfolded);
    // A day changes with every digit of its year: it is taken over once it is whole.
    else if (isTextBox(target) && target.type !== 'date') this.writing.commit(target);
  }

  private left(target: EventTarget | null): void {
    if (isChooser(target)) this.choosing.left(target);
    else if (isTextBox(target)) this.writing.commit(target);
  }

  /** Takes back what is being written; where nothing is, the last change of the document. */
  private step(which: Step): void {
    const { activeElement } = this.page;
    const uri = uriOf(this.shown);
    this.choosing.list.close();
    if (this.writing.isIn(activeElement)) this.writing.restore(activeElement);
    else if (uri !== undefined) this.editor.postMessage({ type: which, uri });
  }

  private toggled(target: EventTarget | null): void {
    if (!(target instanceof HTMLDetailsElement)) return;
    this.unfolded.toggled(target);
    this.keep();
  }

  /** Read out, and where something was refused, shown too. */
  private say(text: string, refused = false): void {
    this.said.classList.toggle('refused', refused && text !== '');
    this.said.textContent = text;
  }

  private keep(): void {
    const uri = uriOf(this.shown);
    if (uri === undefined) return;
    this.kept = { uri, scroll: Math.round(window.scrollY), open: [...this.unfolded.open] };
    this.editor.setState(this.kept);
  }
}
