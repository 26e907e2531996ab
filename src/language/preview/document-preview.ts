/** How a document is shown to be read, where a Markdown preview knows nothing of guidance: plain texts, of which nothing is markup. */
export interface DocumentPreview {
  /** The fields of its front matter, in their order. */
  readonly details: readonly PreviewDetail[];
  /** What stands in the text for something else. */
  readonly replacements: readonly Replacement[];
  /** The terms of the glossary that are in its words, as they are written there. */
  readonly terms: readonly PreviewTerm[];
}

/** A field with what it says, keys given by their titles. */
export interface PreviewDetail {
  readonly name: string;
  readonly values: readonly string[];
}

/** A stretch of the source, such as `[@key, point 1.2]` or `[[feedback-culture]]`, and what is shown for it. */
export interface Replacement {
  readonly written: string;
  readonly shown: string;
  /** More about it, as plain text. */
  readonly title: string;
  /** Where it leads, from the document. */
  readonly href: string | undefined;
}

/** A term with its meaning. */
export interface PreviewTerm {
  readonly written: string;
  readonly meaning: string;
}
