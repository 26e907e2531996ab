import type { WorkspaceEdit } from 'vscode-languageserver';
import type { DetailsChange } from '../../language/details/panel/change.js';
import type { Details, Path } from '../../language/details/panel/form.js';

/** What a client asks that shows the front matter of a document as a form. */
export const DETAILS_REQUESTS = {
  /** `DetailsParams` → `DetailsResult | null`: the form; null where the document is no part of any guidance. */
  details: 'destination-map/details',
  /** `EditDetailsParams` → `EditDetailsResult | null`: a change of the form as a change of the text. */
  edit: 'destination-map/editDetails',
  /** `DetailsPlaceParams` → `Range | null`: where a field is in the text, or what keeps it from being read. */
  place: 'destination-map/detailsPlace',
} as const;

/** Which document is asked about. */
export interface DetailsParams {
  readonly uri: string;
}

/** The answer to `DETAILS_REQUESTS.details`. */
export interface DetailsResult {
  /** The version of the document that the form shows; null where the client does not have it open. */
  readonly version: number | null;
  readonly details: Details;
}

/** A change that somebody makes in a form. */
export interface EditDetailsParams {
  readonly uri: string;
  /** The version of the document that the form showed. */
  readonly version: number | null;
  readonly change: DetailsChange;
}

/** The answer to `DETAILS_REQUESTS.edit`. */
export type EditDetailsResult =
  /** To be made as it is; null where everything is so already. */
  | { readonly edit: WorkspaceEdit | null }
  /** The document is another one by now: whoever asked has to look again. */
  | { readonly stale: true }
  /** Why the change cannot be made, as a sentence. */
  | { readonly refused: string };

/** A field of a document; the first problem of its front matter where no path is given. */
export interface DetailsPlaceParams {
  readonly uri: string;
  readonly path?: Path;
}
