import type { Path, PlainValue } from './form.js';

/** A change that somebody makes in the form, as plain data. */
export type DetailsChange =
  /** Gives a field a value. */
  | { readonly path: Path; readonly value: PlainValue }
  /** Takes out a field, or an item of a list. */
  | { readonly path: Path; readonly remove: true }
  /** Adds an item to a list: a value, or with null an empty group of fields. */
  | { readonly path: Path; readonly insert: PlainValue }
  /** Gives an item of a list another position. */
  | { readonly path: Path; readonly moveTo: number }
  /** Fills or empties a cell of a grid; without a column, the row as a whole. */
  | { readonly path: Path; readonly row: PlainValue; readonly column: PlainValue; readonly filled: boolean }
  /** Adds front matter for a type. */
  | { readonly type: string };
