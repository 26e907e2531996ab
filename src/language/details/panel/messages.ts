import type { DetailsChange } from './change.js';
import type { Details, Path } from './form.js';

/** What the details view tells its page. */
export type ToDetailsPage =
  | { readonly type: 'words'; readonly words: DetailsWords }
  | { readonly type: 'show'; readonly shown: ShownDetails }
  /** What has become of a change. */
  | { readonly type: 'done'; readonly id: number; readonly outcome: 'saved' | 'refused'; readonly text: string };

/** What the page tells the details view. */
export type FromDetailsPage =
  | { readonly type: 'ready' }
  | { readonly type: 'edit'; readonly id: number; readonly uri: string; readonly version: number | null; readonly change: DetailsChange }
  /** Shows a field in the text; without a path, what keeps front matter from being read. */
  | { readonly type: 'reveal'; readonly uri: string; readonly path?: Path }
  /** Takes back the last change of the document, or makes it again. */
  | { readonly type: 'undo' | 'redo'; readonly uri: string }
  | { readonly type: 'begin'; readonly what: 'guidance' | 'folder' };

/** What the page shows. */
export type ShownDetails =
  | {
      readonly kind: 'details';
      readonly uri: string;
      readonly version: number | null;
      /** The name of the file. */
      readonly name: string;
      readonly readOnly: boolean;
      readonly details: Details;
    }
  /** No document is edited, or one that is no guidance; with no guidance open at all there is none to choose either. */
  | { readonly kind: 'nothing'; readonly why: 'no-document' | 'not-guidance' | 'no-guidance' | 'failed'; readonly name?: string };

/** What the page keeps for when it is made anew. */
export interface DetailsState {
  readonly uri: string;
  readonly scroll: number;
  /** The ids of what is open. */
  readonly open: readonly string[];
}

/** What the page says itself. The numbers in braces are filled in there. */
export type DetailsWords = Readonly<Record<DetailsWord, string>>;

/** The names of those words. */
export type DetailsWord =
  | 'required'
  | 'moreFields'
  | 'notChosen'
  | 'unknownValue'
  | 'search'
  | 'addOne'
  | 'noMatch'
  | 'matches'
  | 'add'
  | 'remove'
  | 'removeItem'
  | 'moveUp'
  | 'moveDown'
  | 'newItem'
  | 'wholeRow'
  | 'gridHelp'
  | 'reasons'
  | 'goToReason'
  | 'editInText'
  | 'textOnly'
  | 'error'
  | 'warning'
  | 'note'
  | 'problems'
  | 'oneProblem'
  | 'noProblems'
  | 'firstProblem'
  | 'unreadable'
  | 'unreadableHelp'
  | 'showMe'
  | 'missing'
  | 'missingHelp'
  | 'type'
  | 'addFrontMatter'
  | 'dataFile'
  | 'noDocument'
  | 'notGuidance'
  | 'noGuidance'
  | 'failed'
  | 'newGuidance'
  | 'newFolder'
  | 'readOnly';
