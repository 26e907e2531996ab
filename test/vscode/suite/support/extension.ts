import { type Extension, extensions } from 'vscode';
import { eventually } from './eventually.js';

/** The extension that is tested, as VS Code has it. */
export function ourExtension(): Extension<unknown> {
  const found = extensions.all.find(({ packageJSON }) => packageJSON.name === 'destination-map');
  if (!found) throw new Error('The extension is not installed.');
  return found;
}

/**
 * Waits until the extension has started of its own accord.
 * @throws where it has failed to
 */
export async function activated(): Promise<void> {
  await eventually(() => {
    if (!ourExtension().isActive) throw new Error('The extension has not started.');
  });
  // One that failed counts as active. What starts it here says why.
  await ourExtension().activate();
}
