import { strict as assert } from 'node:assert';
import { type KeyPress, PRESSES_TO_LEAVE, shiftCounter } from '../../../src/webview/shift-presses.js';

/** The counts after each of the presses, given as `key@milliseconds`, with `…` where the key is held down. */
function counts(...presses: readonly string[]): number[] {
  const counter = shiftCounter();
  return presses.map((press) => {
    const [key = '', time = '', held] = press.split(/[@…]/);
    const event: KeyPress = { key, repeat: held !== undefined, timeStamp: Number(time) };
    return counter(event);
  });
}

describe('Shift, pressed to leave a page', () => {
  it('counts to three', () => {
    assert.deepEqual(counts('Shift@0', 'Shift@400', 'Shift@900'), [1, 2, PRESSES_TO_LEAVE]);
  });

  it('starts again with any other key, such as the capital that it makes', () => {
    assert.deepEqual(counts('Shift@0', 'A@100', 'Shift@200', 'B@300', 'Shift@400'), [1, 0, 1, 0, 1]);
  });

  it('starts again after a while', () => {
    assert.deepEqual(counts('Shift@0', 'Shift@4900', 'Shift@10000'), [1, 2, 1]);
  });

  it('counts once while it is held down', () => {
    assert.deepEqual(counts('Shift@0', 'Shift@500…', 'Shift@530…', 'Shift@900'), [1, 1, 1, 2]);
  });
});
