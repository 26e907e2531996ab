import type { RootContent } from 'hast';

/** The parts of a Word document (ECMA-376, part 2) by their names, unpacked. */
export type WordPackage = ReadonlyMap<string, Uint8Array>;

/** A Word document as far as guidance is concerned with it. */
export interface WordDocument {
  /** Its text, all changes accepted. Pictures have addresses of the form `word-image:0`, by their places in `images`. */
  readonly blocks: readonly RootContent[];
  /** Footnotes and endnotes by the ids that references to them have. */
  readonly notes: ReadonlyMap<string, readonly RootContent[]>;
  readonly images: readonly WordImage[];
  readonly comments: readonly WordComment[];
  readonly changes: readonly WordChange[];
  /** What was left out or could not be kept, each a sentence. */
  readonly leftOut: readonly string[];
}

export interface WordImage {
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

/** Who wrote something, and when. */
export interface Authored {
  readonly author: string;
  /** The day, `YYYY-MM-DD`, where it is known. */
  readonly date: string | undefined;
  /** The words above that say where it is: the headings that it stands below, “First › Nearest”, or the first cells of a row. */
  readonly near: string;
}

export interface WordComment extends Authored {
  readonly text: string;
  /** The words that it is about; empty for a place between words. */
  readonly about: string;
  /** Whether it was marked as resolved. */
  readonly resolved: boolean;
  /** Whether it answers the comment before it. */
  readonly isReply: boolean;
}

/** A tracked change that nobody had accepted or rejected. */
export interface WordChange extends Authored {
  readonly kind: 'added' | 'removed' | 'moved';
  readonly text: string;
}
