import { type Extension, extensions } from 'vscode';

/** The extension that is tested, as VS Code has it. */
export function ourExtension(): Extension<unknown> {
  const found = extensions.all.find(({ packageJSON }) => packageJSON.name === 'destination-map');
  if (!found) throw new Error('The extension is not installed.');
  return found;
}

/** Waits until the extension has started of its own accord. */
export function activated(): Promise<void> {
  return eventually(() => {
    if (!ourExtension().isActive) throw new Error('The extension has not started.');
  });
}

/** How long to wait between two looks, in milliseconds. */
const PAUSE = 50;
/** How long to wait at most, in milliseconds: less than a test may take. */
const PATIENCE = 20_000;

/**
 * Waits until something holds that no event tells of.
 * @param check throws as long as it does not hold
 * @returns what it returned when it held
 * @throws what it threw last
 */
export async function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  for (const end = Date.now() + PATIENCE; ; ) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}
