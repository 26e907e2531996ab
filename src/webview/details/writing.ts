import type { DetailsChange } from '../../language/details/panel/change.js';
import { type Choosing, isChooser } from './choosing.js';
import { pathOf } from './dom.js';
import { isTextBox, type TextBox } from './draw.js';
import type { Sending } from './sending.js';

/** How long somebody has to stop writing for a text to be taken over, in milliseconds: few steps to undo, and none lost. */
const PAUSE = 1500;
/** A year that is still being written is none. */
const FIRST_YEAR = 1000;

/** The texts that are being written, until they are taken over or taken back. */
export class Writing {
  private timer = 0;

  constructor(
    private readonly sending: Sending,
    private readonly choosing: Choosing,
  ) {}

  /** Somebody has written a letter. */
  written(target: EventTarget | null): void {
    this.stop();
    if (!isTextBox(target)) return;
    this.sending.forgetText(target);
    if (isChooser(target)) {
      this.choosing.list.open(target, true);
      return;
    }
    // What has been emptied may be about to be filled again: that waits until it is left.
    const isWaited = target.dataset['control'] !== 'add-text' && target.value.trim() !== '';
    if (isWaited) this.timer = window.setTimeout(() => this.commit(target), PAUSE);
  }

  /** Takes over what is written, where it is another text than before. */
  commit(box: TextBox): void {
    this.stop();
    // What is one line stays one, though it is broken where there is no more room.
    const value = box.dataset['line'] === undefined ? box.value : box.value.replace(/\s*\n\s*/g, ' ');
    if (!box.isConnected || value === box.defaultValue || isChooser(box) || this.sending.hasTold(box, value)) return;
    if (box.dataset['control'] === 'add-text') {
      box.value = '';
      if (value.trim() !== '') this.sending.send(box.id, { path: pathOf(box), insert: value });
      return;
    }
    const change = changeOf(box, value);
    if (!change) return;
    if (box.value !== value) box.value = value;
    this.sending.sendText(box, value, change);
  }

  /** Puts back what the document has. */
  restore(box: TextBox): void {
    this.stop();
    this.choosing.list.close();
    box.value = box.defaultValue;
  }

  /** Whether somebody is writing in a control: what is told already is not theirs any more. */
  isIn(control: Element | null): control is TextBox {
    if (!isTextBox(control) || control !== document.activeElement) return false;
    return control.value !== control.defaultValue && !this.sending.hasTold(control, control.value);
  }

  /** Takes nothing over any more of its own accord. */
  stop(): void {
    window.clearTimeout(this.timer);
  }
}

/** What a text that is written changes; undefined as long as it is not whole. */
function changeOf(box: TextBox, value: string): DetailsChange | undefined {
  const path = pathOf(box);
  if (value.trim() === '') return { path, remove: true };
  if (box.dataset['control'] === 'number') return Number.isFinite(Number(value)) ? { path, value: Number(value) } : undefined;
  const isYoung = box.type === 'date' && Number(value.slice(0, 4)) < FIRST_YEAR;
  return isYoung ? undefined : { path, value: value + (box.dataset['end'] ?? '') };
}
