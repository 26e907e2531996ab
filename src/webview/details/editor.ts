import type { DetailsState, FromDetailsPage } from '../../language/details/panel/messages.js';

/** What the editor gives to the scripts of its views. */
export interface Editor {
  postMessage(message: FromDetailsPage): void;
  getState(): unknown;
  setState(state: DetailsState): void;
}
