import type { DetailsChange } from '../../language/details/panel/change.js';
import type { Path } from '../../language/details/panel/form.js';
import type { Editor } from './editor.js';
import { focusAbove, focusFirstProblem } from './focus.js';
import type { Sending } from './sending.js';
import type { Unfolded } from './unfolded.js';

/** What buttons reach. */
export interface ButtonReach {
  readonly page: Document;
  readonly place: HTMLElement;
  readonly editor: Editor;
  readonly sending: Sending;
  readonly unfolded: Unfolded;
  /** The document that is shown. */
  readonly uri: string | undefined;
}

/** Does what a button is there for, as its data says. */
export function pressButton(button: HTMLButtonElement, reach: ButtonReach): void {
  const { editor, uri } = reach;
  const { change, reveal, begin, go } = button.dataset;
  if (change !== undefined) makeChange(button, JSON.parse(change) as DetailsChange, reach);
  if (reveal !== undefined && uri !== undefined)
    editor.postMessage({ type: 'reveal', uri, ...(reveal === '' ? {} : { path: JSON.parse(reveal) as Path }) });
  if (begin === 'guidance' || begin === 'folder') editor.postMessage({ type: 'begin', what: begin });
  if (go === 'first') focusFirstProblem(reach.place);
}

function makeChange({ id }: HTMLButtonElement, change: DetailsChange, { page, sending, unfolded }: ButtonReach): void {
  if ('type' in change) {
    const type = page.querySelector<HTMLSelectElement>('#new-type')?.value ?? '';
    sending.send(id, { type });
    return;
  }
  if ('insert' in change) unfolded.expect(change.path, true);
  // The button goes with what it takes out: the focus goes to what holds it.
  if ('remove' in change) focusAbove(change.path, page);
  sending.send(id, change);
}
