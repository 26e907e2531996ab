import type { DetailsChange } from '../../language/details/panel/change.js';
import type { ShownDetails } from '../../language/details/panel/messages.js';
import { pathOf } from './dom.js';
import type { Sending } from './sending.js';
import { optionsFor } from './shown.js';
import type { Unfolded } from './unfolded.js';

/** Takes over what was chosen in a short list. */
export function pickOption(select: HTMLSelectElement, shown: ShownDetails | undefined, sending: Sending): void {
  const path = pathOf(select);
  const option = optionsFor(select, shown)[Number(select.value)];
  sending.send(select.id, select.value === '' || !option ? { path, remove: true } : { path, value: option.value });
}

/** Takes over a tick: a value of its own, an item of a list, or a cell of the grid. */
export function pickTick(box: HTMLInputElement, sending: Sending, unfolded: Unfolded): void {
  const { id, dataset, checked } = box;
  if (dataset['control'] === 'checkbox') {
    sending.send(id, { path: pathOf(box), value: checked });
    return;
  }
  const change = JSON.parse(dataset['change'] ?? 'null') as DetailsChange | null;
  if (!change) return;
  if ('filled' in change && change.filled) unfolded.expect(change.path, false);
  sending.send(id, change);
}
