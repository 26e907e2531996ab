import type { NearCitation } from '../markdown/near-citations.js';
import type { Suppression } from '../markdown/suppressions.js';
import type { Annotation } from '../schema/annotations.js';
import type { Violation } from '../schema/violations.js';
import type { OffsetRange } from '../text/range.js';
import type { Position, UnreadableReason } from '../text/source-text.js';
import type { YamlProblem } from '../yaml/parse-yaml.js';
import type { Mapping } from '../yaml/value.js';

/**
 * The fields of a document: its front matter, or the whole of a YAML file.
 *
 * Unreadable, missing, empty, malformed and parsed are five different things, each with a diagnostic of its own.
 */
export type Fields =
  | { readonly state: 'unreadable'; readonly reason: UnreadableReason; readonly detail: string; readonly place?: Position }
  | { readonly state: 'missing' }
  | { readonly state: 'empty'; readonly range: OffsetRange }
  | { readonly state: 'malformed'; readonly range: OffsetRange; readonly problems: readonly YamlProblem[] }
  | {
      readonly state: 'parsed';
      /** Where the YAML stands in the file: paths into `value` are resolved against it. */
      readonly range: OffsetRange;
      readonly value: Mapping;
      /** Values that other tools read as something else. */
      readonly coerced: readonly YamlProblem[];
      readonly violations: readonly Violation[];
      readonly annotations: readonly Annotation[];
    };

/** A heading of the document itself (not one inside a quotation or a list), with the section below it. */
export interface Heading extends OffsetRange {
  readonly depth: number;
  readonly text: string;
  /** Its anchor, as GitHub makes it: unique within the document. */
  readonly slug: string;
  /** The offset at which its section ends: the next heading of the same depth or less. */
  readonly sectionEnd: number;
  /** Whether the section says anything: a comment or a leftover placeholder does not count. */
  readonly filled: boolean;
  /** Whether a block directly below it is a leftover placeholder. */
  readonly placeholder?: true;
}

/** An ordinary Markdown link or image. */
export interface LinkReference extends OffsetRange {
  readonly via: 'link' | 'image';
  /** The address as written, without escapes. */
  readonly url: string;
  /** Where the address stands, if it stands in the text as it is. */
  readonly urlRange?: OffsetRange;
  /** The file that is meant, from the guidance root; absent for addresses of the web and for places outside the root. */
  readonly path?: string;
  /** The anchor that is meant; absent where the whole document is. */
  readonly fragment?: string;
  /** Whether a relative address leaves the guidance root. */
  readonly outside?: true;
}

/** A `[[wiki link]]`. */
export interface WikiReference extends OffsetRange {
  readonly via: 'wiki-link';
  readonly target: string;
  readonly heading?: string;
  readonly label?: string;
  /** Whether it is written `![[…]]`: the content is wanted in this place, and not a link to it. */
  readonly embed?: true;
}

/** A work cited in the text. */
export interface CitationReference extends OffsetRange {
  readonly via: 'citation';
  readonly source: string;
  readonly locator?: string;
  readonly points: readonly string[];
  /** Where the key stands, without its `@`. */
  readonly key: OffsetRange;
  /** The index of the heading whose section holds it; -1 before the first. */
  readonly section: number;
}

/** Everything in a document's text that refers to something. */
export type Reference = LinkReference | WikiReference | CitationReference;

/** A framework element that the text names by its number, as in “criterion 10a”, and that is no link there. */
export interface Mention extends OffsetRange {
  readonly kind: 'criterion';
  /** As written, with the letter of a part: “10a”. */
  readonly number: string;
}

/** What is known about one file of a guidance root: small, JSON, and enough for every workspace rule. */
export interface DocumentFacts {
  /** From the guidance root, with `/`: the document's name as long as it has no `id`. */
  readonly path: string;
  readonly format: 'markdown' | 'yaml';
  /** The type that its fields are checked against; undefined where they name none that is known. */
  readonly type: string | undefined;
  readonly fields: Fields;
  readonly headings: readonly Heading[];
  /** Places that links can lead to and that are no headings of the document itself: HTML anchors, headings in quotations. */
  readonly anchors: readonly string[];
  readonly references: readonly Reference[];
  readonly mentions: readonly Mention[];
  /** What looks like a citation and is none; absent where there is nothing of the kind. */
  readonly nearCitations?: readonly NearCitation[];
  readonly suppressions: readonly Suppression[];
}
