/** A step in the changes of the document. */
export type Step = 'undo' | 'redo';

/**
 * Takes the keys and commands that go back and forth in what was changed: the browser knows nothing of the document, and would fill
 * old values into boxes in an order of its own.
 * @param step what to do instead
 */
export function takeHistory(page: Document, step: (which: Step) => void): void {
  page.addEventListener('keydown', (event) => {
    const which = stepOf(event);
    if (!which) return;
    event.preventDefault();
    // The editor listens further out, and would ask the browser for the step.
    event.stopPropagation();
    step(which);
  });
  page.addEventListener('beforeinput', (event) => {
    if (event.inputType.startsWith('history')) event.preventDefault();
  });
  // This is how the editor asks for it when it is chosen from its menu.
  const execute = page.execCommand.bind(page);
  page.execCommand = (command, ...more) => {
    if (command !== 'undo' && command !== 'redo') return execute(command, ...more);
    step(command);
    return true;
  };
}

function stepOf({ key, code, ctrlKey, metaKey, altKey, shiftKey, isComposing }: KeyboardEvent): Step | undefined {
  const isMac = navigator.platform.startsWith('Mac');
  if (isComposing || altKey || (isMac ? !metaKey || ctrlKey : !ctrlKey || metaKey)) return undefined;
  // Where the keyboard has no Latin letters, the place of the key counts.
  const letter = /^[a-z]$/i.test(key) ? key.toLowerCase() : code.replace(/^Key/, '').toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' && !shiftKey ? 'redo' : undefined;
}
