import { type Choosing, isChooser } from './choosing.js';
import { isTextBox, type TextBox } from './draw.js';
import { moveInGrid } from './grid-keys.js';
import type { Writing } from './writing.js';

/** Takes a key: in the grid and in lists it goes about; elsewhere Enter takes over what is written, and Escape takes it back. */
export function pressKey(event: KeyboardEvent, choosing: Choosing, writing: Writing): void {
  const { target, key } = event;
  if (target instanceof HTMLInputElement && target.dataset['control'] === 'cell') {
    moveInGrid(event, target);
    return;
  }
  if (!isTextBox(target) || event.isComposing) return;
  if (isChooser(target) && choosing.list.press(event, target)) {
    if (key === 'Escape') writing.restore(target);
    event.preventDefault();
  } else if (key === 'Escape' && target.value !== target.defaultValue) {
    writing.restore(target);
    event.preventDefault();
  } else if (key === 'Enter' && takesOver(event, target)) {
    event.preventDefault();
    writing.commit(target);
  }
}

/** In a text of several lines Enter begins another. */
function takesOver({ shiftKey, ctrlKey }: KeyboardEvent, { dataset, value }: TextBox): boolean {
  return dataset['line'] !== undefined || (!shiftKey && !(value.includes('\n') && !ctrlKey));
}
