import type { DetailsChange } from '../../language/details/panel/change.js';
import type { Field, Option, Path, PlainValue } from '../../language/details/panel/form.js';
import type { DetailsState, DetailsWords, FromDetailsPage, ShownDetails, ToDetailsPage } from '../../language/details/panel/messages.js';
import { Chooser } from './chooser.js';
import { idOf } from './dom.js';
import { drawShown, isTextBox, show } from './draw.js';
import type { Drawing } from './drawing.js';
import { drawField } from './field.js';
import { moveInGrid } from './grid-keys.js';
import { HeldPointer } from './held-pointer.js';
import { type Step, takeHistory } from './history.js';
import { fieldsSpokenOf } from './problems.js';

/** How long somebody has to stop writing for a text to be taken over, in milliseconds: few steps to undo, and none lost. */
const PAUSE = 1500;
/** A year that is still being written is none. */
const FIRST_YEAR = 1000;

/** What the editor gives to the scripts of its views. */
interface Editor {
  postMessage(message: FromDetailsPage): void;
  getState(): unknown;
  setState(state: DetailsState): void;
}

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
  private readonly chooser: Chooser;
  private readonly pointer = new HeldPointer(window);
  private readonly open = new Set<string>();
  private more: ReadonlySet<string> = new Set();
  /** The fields that something is said of. */
  private spokenOf: ReadonlySet<string> = new Set();
  /** The controls of changes that the editor has not answered yet. */
  private readonly pending = new Map<number, string>();
  /** What was told of each control last, and not refused: leaving a control tells twice that it is another. */
  private readonly sent = new Map<string, string>();
  /** The list in which an entry that was added is to be opened, with how many it had, and whether it gets the focus. */
  private added: { readonly list: string; readonly count: number; readonly focus: boolean } | undefined;
  private changes = 0;
  private timer = 0;
  /** The id of the control that had the focus last. */
  private lastFocused = '';
  private kept: DetailsState;

  constructor(
    private readonly editor: Editor,
    private readonly page: Document,
    private readonly place: HTMLElement,
    private readonly said: HTMLElement,
  ) {
    this.kept = stateIn(editor.getState());
    this.chooser = new Chooser(page, {
      words: () => this.words as DetailsWords,
      optionsFor: (box) => this.optionsFor(box),
      chosen: (box, value) => this.chosen(box, value),
      say: (text) => this.say(text),
    });
  }

  start(): void {
    const { place } = this;
    window.addEventListener('message', ({ data }: MessageEvent<ToDetailsPage>) => this.pointer.afterClick(() => this.told(data)));
    place.addEventListener('click', (event) => this.clicked(event));
    place.addEventListener('input', ({ target }) => this.written(target));
    takeHistory(this.page, (which) => this.step(which));
    place.addEventListener('change', ({ target }) => this.changed(target));
    place.addEventListener('keydown', (event) => this.pressed(event));
    place.addEventListener('focusout', ({ target }) => this.left(target));
    place.addEventListener('focusin', ({ target }) => {
      if (target instanceof HTMLElement) this.lastFocused = target.id;
    });
    window.addEventListener('focus', () => this.focusAgain());
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
        if (message.outcome === 'refused') this.sent.delete(this.pending.get(message.id) ?? '');
        this.pending.delete(message.id);
        this.say(message.text, message.outcome === 'refused');
    }
  }

  private show(shown: ShownDetails): void {
    const before = this.shown;
    const isOther = uriOf(before) !== uriOf(shown) || stateOf(before) !== stateOf(shown);
    if (isOther) this.begin(shown);
    else this.openMore(shown);
    this.shown = shown;
    this.draw();
    if (isOther && shown.kind === 'details' && shown.uri === this.kept.uri) window.scrollTo(0, this.kept.scroll);
    this.openAdded();
    this.keep();
  }

  /** Begins with another document: what can be added to it stands apart for as long as it is shown. */
  private begin(shown: ShownDetails): void {
    window.clearTimeout(this.timer);
    this.chooser.close();
    this.place.replaceChildren();
    this.pending.clear();
    this.sent.clear();
    this.open.clear();
    this.said.textContent = '';
    if (shown.kind !== 'details' || shown.details.state !== 'form') return;
    const { fields } = shown.details;
    const spokenOf = fieldsSpokenOf(shown.details);
    const more = fields.filter((field) => !field.required && !field.present && !spokenOf.has(idOf(field.path)));
    this.more = new Set(more.map(({ path }) => idOf(path)));
    this.spokenOf = spokenOf;
    if (shown.uri === this.kept.uri) for (const id of this.kept.open) this.open.add(id);
  }

  /** Shows what stands apart as soon as something is said of it that was not said before. */
  private openMore(shown: ShownDetails): void {
    if (shown.kind !== 'details' || shown.details.state !== 'form') return;
    const spokenOf = fieldsSpokenOf(shown.details);
    const isNew = [...spokenOf].some((id) => this.more.has(id) && !this.spokenOf.has(id));
    this.spokenOf = spokenOf;
    const more = isNew ? this.page.getElementById('more') : null;
    if (!(more instanceof HTMLDetailsElement)) return;
    more.open = true;
    this.open.add('more');
  }

  private draw(): void {
    const { words, shown } = this;
    if (!words || !shown) return;
    const isForm = shown.kind === 'details' && shown.details.state === 'form';
    const drawing: Drawing = {
      words,
      lists: isForm && shown.details.state === 'form' ? shown.details.lists : {},
      readOnly: shown.kind === 'details' && shown.readOnly,
      field: drawField,
      open: this.open,
      more: this.more,
    };
    const waiting = new Set(this.pending.values());
    show(this.place, drawShown(shown, drawing), (control) => waiting.has(control.id) || this.isBeingWritten(control));
  }

  /** Opens what was just added, where somebody has to go on writing. */
  private openAdded(): void {
    const { added } = this;
    const items = added ? this.itemsOf(added.list) : [];
    const last = items[items.length - 1];
    if (!added || !last || items.length <= added.count) return;
    this.added = undefined;
    last.open = true;
    if (added.focus) last.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }

  private itemsOf(list: string): HTMLDetailsElement[] {
    const field = this.page.getElementById(`${list}~field`);
    return field ? [...field.querySelectorAll<HTMLDetailsElement>('details.item')].filter((item) => item.parentElement === field) : [];
  }

  private clicked(event: MouseEvent): void {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    const { target } = event;
    if (target instanceof HTMLInputElement && this.isChooser(target) && !this.chooser.isOpen) this.chooser.open(target, false);
    if (!button) return;
    const { change, reveal, begin, go } = button.dataset;
    if (change !== undefined) this.buttonChange(button, JSON.parse(change) as DetailsChange);
    if (reveal !== undefined) this.reveal(reveal === '' ? undefined : (JSON.parse(reveal) as Path));
    if (begin === 'guidance' || begin === 'folder') this.editor.postMessage({ type: 'begin', what: begin });
    if (go === 'first') this.goToFirst();
  }

  private buttonChange(button: HTMLElement, change: DetailsChange): void {
    if ('type' in change) {
      const type = this.page.querySelector<HTMLSelectElement>('#new-type')?.value ?? '';
      this.send(button.id, { type });
      return;
    }
    if ('insert' in change) this.expect(change.path, true);
    // The button goes with what it takes out: the focus goes to what holds it.
    if ('remove' in change) this.focusAbove(change.path);
    this.send(button.id, change);
  }

  private expect(path: Path, focus: boolean): void {
    const list = idOf(path);
    this.added = { list, count: this.itemsOf(list).length, focus };
  }

  private focusAbove(path: Path): void {
    const list = idOf(path.slice(0, -1));
    const next = this.page.getElementById(`${list}~add`) ?? this.page.getElementById(list) ?? this.page.getElementById(`${list}~0.0`);
    next?.focus({ preventScroll: true });
  }

  private reveal(path: Path | undefined): void {
    if (this.shown?.kind === 'details') this.editor.postMessage({ type: 'reveal', uri: this.shown.uri, ...(path ? { path } : {}) });
  }

  /** Goes to the first control that the linter says something of, errors before warnings. */
  private goToFirst(): void {
    const field =
      this.place.querySelector('.field[data-severity="error"]') ??
      this.place.querySelector('.field[data-severity="warning"], .item[data-severity]');
    for (let at = field; at; at = at.parentElement) if (at instanceof HTMLDetailsElement) at.open = true;
    field?.scrollIntoView({ block: 'center' });
    field?.querySelector<HTMLElement>('input, textarea, select, summary, button')?.focus({ preventScroll: true });
  }

  private written(target: EventTarget | null): void {
    window.clearTimeout(this.timer);
    if (!isTextBox(target)) return;
    this.sent.delete(target.id);
    const { control } = target.dataset;
    if (target instanceof HTMLInputElement && (control === 'combobox' || control === 'add')) {
      this.chooser.open(target, true);
      return;
    }
    // What has been emptied may be about to be filled again: that waits until it is left.
    if (control !== 'add-text' && target.value.trim() !== '') this.timer = window.setTimeout(() => this.commit(target), PAUSE);
  }

  private changed(target: EventTarget | null): void {
    if (target instanceof HTMLSelectElement && target.id !== 'new-type') {
      this.selected(target);
      return;
    }
    if (!(target instanceof HTMLInputElement) || target.type !== 'checkbox') {
      // A day changes with every digit of its year: it is taken over once it is whole.
      if (isTextBox(target) && target.type !== 'date') this.commit(target);
      return;
    }
    if (target.dataset['control'] === 'checkbox') {
      this.send(target.id, { path: pathOf(target), value: target.checked });
      return;
    }
    const change = JSON.parse(target.dataset['change'] ?? 'null') as DetailsChange | null;
    if (!change) return;
    if ('filled' in change && change.filled) this.expect(change.path, false);
    this.send(target.id, change);
  }

  private selected(select: HTMLSelectElement): void {
    const path = pathOf(select);
    const option = this.optionsFor(select)[Number(select.value)];
    this.send(select.id, select.value === '' || !option ? { path, remove: true } : { path, value: option.value });
  }

  private left(target: EventTarget | null): void {
    if (!isTextBox(target)) return;
    if (target instanceof HTMLInputElement && this.isChooser(target)) {
      this.chooser.close();
      const isCleared = target.dataset['control'] === 'combobox' && target.value.trim() === '' && target.defaultValue !== '';
      if (isCleared && target.dataset['required'] === undefined) this.send(target.id, { path: pathOf(target), remove: true });
      else target.value = target.defaultValue;
      return;
    }
    this.commit(target);
  }

  private pressed(event: KeyboardEvent): void {
    const { target, key } = event;
    if (target instanceof HTMLInputElement && target.dataset['control'] === 'cell') {
      moveInGrid(event, target);
      return;
    }
    if (!isTextBox(target) || event.isComposing) return;
    if (target instanceof HTMLInputElement && this.isChooser(target) && this.chooser.press(event, target)) {
      if (key === 'Escape') this.restore(target);
      event.preventDefault();
      return;
    }
    if (key === 'Escape' && target.value !== target.defaultValue) {
      this.restore(target);
      event.preventDefault();
    } else if (
      key === 'Enter' &&
      (target.dataset['line'] !== undefined || (!event.shiftKey && !(target.value.includes('\n') && !event.ctrlKey)))
    ) {
      event.preventDefault();
      this.commit(target);
    }
  }

  /**
   * Goes on where somebody was before the focus went to the text: the editor gives it to the page, and to nothing on it. Who comes
   * with a pointer is somewhere else already, and nothing may scroll away under it.
   */
  private focusAgain(): void {
    const { activeElement, body } = this.page;
    if (this.pointer.isHeld || (activeElement !== null && activeElement !== body)) return;
    this.page.getElementById(this.lastFocused)?.focus({ preventScroll: true });
  }

  /** Puts back what the document has. */
  private restore(box: HTMLInputElement | HTMLTextAreaElement): void {
    window.clearTimeout(this.timer);
    this.chooser.close();
    box.value = box.defaultValue;
  }

  /** Takes back what is being written; where nothing is, the last change of the document. */
  private step(which: Step): void {
    const { activeElement } = this.page;
    this.chooser.close();
    if (isTextBox(activeElement) && this.isBeingWritten(activeElement)) this.restore(activeElement);
    else if (this.shown?.kind === 'details') this.editor.postMessage({ type: which, uri: this.shown.uri });
  }

  /** Whether somebody is writing in a control: what is told already is not theirs any more. */
  private isBeingWritten(control: HTMLElement): boolean {
    const isWritten = control === document.activeElement && isTextBox(control) && control.value !== control.defaultValue;
    return isWritten && this.sent.get(control.id) !== control.value;
  }

  private isChooser({ dataset }: HTMLElement): boolean {
    return dataset['control'] === 'combobox' || dataset['control'] === 'add';
  }

  /** Takes over what is written, where it is another text than before. */
  private commit(box: HTMLInputElement | HTMLTextAreaElement): void {
    window.clearTimeout(this.timer);
    const control = box.dataset['control'];
    // What is one line stays one, though it is broken where there is no more room.
    const value = box.dataset['line'] === undefined ? box.value : box.value.replace(/\s*\n\s*/g, ' ');
    if (!box.isConnected || value === box.defaultValue || this.isChooser(box) || this.sent.get(box.id) === value) return;
    const path = pathOf(box);
    if (control === 'add-text') {
      box.value = '';
      if (value.trim() !== '') this.send(box.id, { path, insert: value });
      return;
    }
    const change = changeOf(box, value);
    if (!change) return;
    if (box.value !== value) box.value = value;
    this.sent.set(box.id, value);
    this.send(box.id, change);
  }

  private chosen(box: HTMLInputElement, value: PlainValue): void {
    const path = pathOf(box);
    if (box.dataset['control'] === 'add') {
      box.value = '';
      this.send(box.id, { path, insert: value });
      return;
    }
    const option = this.optionsFor(box).find((one) => one.value === value);
    box.defaultValue = option?.short ?? option?.label ?? '';
    box.value = box.defaultValue;
    this.send(box.id, { path, value });
  }

  private send(control: string, change: DetailsChange): void {
    if (this.shown?.kind !== 'details') return;
    const { uri, version } = this.shown;
    const id = ++this.changes;
    this.pending.set(id, control);
    this.editor.postMessage({ type: 'edit', id, uri, version, change });
  }

  private optionsFor(control: HTMLElement): readonly Option[] {
    const details = this.shown?.kind === 'details' ? this.shown.details : undefined;
    return details?.state === 'form' ? (details.lists[control.dataset['list'] ?? ''] ?? []) : [];
  }

  private toggled(target: EventTarget | null): void {
    if (!(target instanceof HTMLDetailsElement)) return;
    if (target.open) this.open.add(target.id);
    else this.open.delete(target.id);
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
    this.kept = { uri, scroll: Math.round(window.scrollY), open: [...this.open] };
    this.editor.setState(this.kept);
  }
}

/** What a text that is written changes; undefined as long as it is not whole. */
function changeOf(box: HTMLInputElement | HTMLTextAreaElement, value: string): DetailsChange | undefined {
  const path = pathOf(box);
  if (value.trim() === '') return { path, remove: true };
  if (box.dataset['control'] === 'number') return Number.isFinite(Number(value)) ? { path, value: Number(value) } : undefined;
  const isYoung = box.type === 'date' && Number(value.slice(0, 4)) < FIRST_YEAR;
  return isYoung ? undefined : { path, value: value + (box.dataset['end'] ?? '') };
}

function pathOf({ dataset }: HTMLElement): Field['path'] {
  return JSON.parse(dataset['path'] ?? '[]') as Path;
}

function uriOf(shown: ShownDetails | undefined): string | undefined {
  return shown?.kind === 'details' ? shown.uri : undefined;
}

function stateOf(shown: ShownDetails | undefined): string {
  return shown?.kind === 'details' ? shown.details.state : (shown?.why ?? '');
}

/** What was kept, as far as it makes sense. */
function stateIn(kept: unknown): DetailsState {
  const { uri, scroll, open } = (typeof kept === 'object' && kept !== null ? kept : {}) as Partial<Record<keyof DetailsState, unknown>>;
  return {
    uri: typeof uri === 'string' ? uri : '',
    scroll: typeof scroll === 'number' ? scroll : 0,
    open: Array.isArray(open) ? open.filter((id): id is string => typeof id === 'string') : [],
  };
}
