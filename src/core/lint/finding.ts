import type { OffsetRange, TextEdit } from '../text/range.js';
import type { FieldEdit } from '../yaml/edit-yaml.js';
import type { FieldPart } from '../yaml/locate-yaml.js';
import type { FieldPath } from '../yaml/value.js';

/** A field of a document's front matter or of a data file: where it stands is looked up only if it is reported. */
export interface FieldLocation {
  readonly field: FieldPath;
  readonly part?: FieldPart;
}

/** Where a finding is: a stretch of the text, or a field. */
export type Location = OffsetRange | FieldLocation;

/** The very start of a file, for what concerns all of it. */
export const START: OffsetRange = { start: 0, end: 0 };

/** One change of a fix, in the document that the finding is in. */
export type FixEdit = TextEdit | FieldEdit | { readonly renameTo: string };

/** A change that mends a finding and is safe to make without asking. */
export interface Fix {
  /** What it does, as an offer: “Write “organisational””. */
  readonly title: string;
  readonly edits: readonly FixEdit[];
}

/** Another place that belongs to a finding. */
export interface RelatedPlace {
  readonly path: string;
  readonly at: Location;
  readonly message: string;
}

/** What a rule reports; JSON, so that it can be cached. */
export interface Finding {
  readonly messageId: string;
  /** What the message's `{names}` stand for. */
  readonly data?: Readonly<Record<string, string | number>>;
  readonly at: Location;
  readonly related?: readonly RelatedPlace[];
  readonly fix?: Fix;
  /** Changes that would mend it and that somebody has to choose: “did you mean”. */
  readonly suggestions?: readonly Fix[];
}

/** A finding with the rule that made it. */
export interface RuleFinding extends Finding {
  readonly ruleId: string;
}

/** How severe a diagnostic is. */
export type Severity = 'error' | 'warning' | 'info';

/** A finding in a file, told in words. */
export interface Diagnostic {
  readonly ruleId: string;
  readonly messageId: string;
  readonly message: string;
  readonly data: Readonly<Record<string, string | number>>;
  readonly severity: Severity;
  readonly path: string;
  readonly at: Location;
  readonly related: readonly RelatedPlace[];
  readonly fix?: Fix;
  readonly suggestions?: readonly Fix[];
}

/** A diagnostic whose place is known by line and column, from 1. */
export interface LocatedDiagnostic extends Omit<Diagnostic, 'at' | 'related'> {
  readonly range: OffsetRange;
  /** The field that it is about, there or not; absent where it is about a stretch of the text. */
  readonly field?: FieldPath;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly related: readonly LocatedPlace[];
}

/** A related place by line and column, from 1. */
export interface LocatedPlace {
  readonly path: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
}
