/**
 * A document's front matter as a form, as plain data: what the server answers and what the panel draws. It stands alone,
 * so that a panel's script can know it without knowing the engine.
 */

/** The way to a field: `['serves', 0, 'basis']`. */
export type Path = readonly (string | number)[];

/** A single value as front matter has it. */
export type PlainValue = string | number | boolean | null;

/** The details of a document, or what keeps them from being shown. */
export type Details = DetailsForm | MissingDetails | UnreadableDetails | NoDetails;

/** Front matter that can be read. */
export interface DetailsForm {
  readonly state: 'form';
  /** What the type of the document is called, and what it is for. */
  readonly title: string;
  readonly help?: string;
  readonly fields: readonly Field[];
  /** What can be chosen in the fields, by the names that they go by there. */
  readonly lists: Readonly<Record<string, readonly Option[]>>;
  /** What is said of the front matter as a whole. */
  readonly problems: readonly Problem[];
}

/** No front matter, or nothing in it. */
export interface MissingDetails {
  readonly state: 'missing';
  /** The types that the document can have. */
  readonly types: readonly Option[];
}

/** Front matter that cannot be read. */
export interface UnreadableDetails {
  readonly state: 'unreadable';
  readonly problems: readonly Problem[];
}

/** A file of another kind, which has no form. */
export interface NoDetails {
  readonly state: 'none';
}

/** Something that the linter says, with fields named as the form names them. */
export interface Problem {
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  /** The other fields that it speaks of. */
  readonly about?: readonly Path[];
}

/** Something that can be chosen. */
export interface Option {
  readonly value: PlainValue;
  /** What people choose by. */
  readonly label: string;
  /** The same in fewer words, for a table. */
  readonly short?: string;
  /** A few words beside the label: its key, or what it is for. */
  readonly detail?: string;
  /** What else it can be found by. */
  readonly names?: string;
}

/** One field with its control. */
export interface Field {
  readonly path: Path;
  readonly label: string;
  readonly help?: string;
  readonly required: boolean;
  /** Whether it is in the front matter. */
  readonly present: boolean;
  readonly problems: readonly Problem[];
  readonly control: Control;
}

/** How a field is shown and edited. */
export type Control =
  | TextControl
  | ChoiceControl
  | ChoicesControl
  | DateControl
  | CheckboxControl
  | NumberControl
  | TextsControl
  | GroupControl
  | GroupsControl
  | GridControl
  | TextOnlyControl;

export interface TextControl {
  readonly kind: 'text';
  readonly value: string;
  /** Whether it is sentences. */
  readonly long: boolean;
  /** What others have written there. */
  readonly suggestions: readonly string[];
}

/** One of a list. */
export interface ChoiceControl {
  readonly kind: 'choice';
  readonly list: string;
  /** As it is in the list, where what is written can be found there under another name. */
  readonly value?: PlainValue;
}

/** Several of a list. */
export interface ChoicesControl {
  readonly kind: 'choices';
  readonly list: string;
  readonly values: readonly PlainValue[];
}

export interface DateControl {
  readonly kind: 'date';
  readonly value: string;
  /** Whether the value is a day that exists. */
  readonly valid: boolean;
}

export interface CheckboxControl {
  readonly kind: 'checkbox';
  readonly value: boolean;
}

export interface NumberControl {
  readonly kind: 'number';
  readonly value?: number;
  readonly whole: boolean;
  readonly least?: number;
}

/** A list of texts. */
export interface TextsControl {
  readonly kind: 'texts';
  readonly values: readonly string[];
}

/** A group of fields. */
export interface GroupControl {
  readonly kind: 'group';
  readonly fields: readonly Field[];
}

/** A list of groups of fields. */
export interface GroupsControl {
  readonly kind: 'groups';
  /** What one of them is called. */
  readonly item: string;
  readonly groups: readonly Group[];
}

/** One group of a list. */
export interface Group {
  readonly path: Path;
  /** What it says, in a few words; empty where it says nothing yet. */
  readonly summary: string;
  readonly fields: readonly Field[];
  readonly problems: readonly Problem[];
}

/** A list of groups that fill the cells of a grid. */
export interface GridControl {
  readonly kind: 'grid';
  readonly item: string;
  readonly rows: GridAxis;
  readonly columns: GridAxis;
  readonly groups: readonly GridGroup[];
}

/** One side of a grid: what it is called, and the list of what stands along it. */
export interface GridAxis {
  readonly label: string;
  readonly list: string;
}

/** A group with the cells that it fills: those of its row and its columns; with no column, the row as a whole. */
export interface GridGroup extends Group {
  readonly row?: PlainValue;
  readonly columns: readonly PlainValue[];
}

/** What can only be edited in the text. */
export interface TextOnlyControl {
  readonly kind: 'text-only';
  /** As YAML. */
  readonly text: string;
  /** Whether it can be taken out here. */
  readonly removable: boolean;
}
