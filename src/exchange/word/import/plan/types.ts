import type { SectionText } from '../../../../language/scaffold/document.js';
import type { ProposedSource } from '../markdown/proposed-sources.js';
import type { Doubt } from '../types.js';

/** One document of the guidance as an import would have it. */
export interface PlannedDocument {
  /** From the guidance root. */
  readonly path: string;
  /** The key of the criterion that it is about; undefined for the application’s own document. */
  readonly criterion: string | undefined;
  /** What the Word document says for it, by sections. */
  readonly texts: readonly SectionText[];
  /** What stands before its first section; empty where there is nothing. */
  readonly opening: string;
  /** Whether the Word document has a heading for each of its sections: what it has none for was taken out, or never was in it. */
  readonly isWhole: boolean;
  /** The footnotes, numbered from 1. */
  readonly footnotes: string;
  /** The whole text that a new document would have. */
  readonly text: string;
}

/** A picture, under the name that it is kept by. */
export interface PlannedImage {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What becomes of a Word document. */
export interface ImportPlan {
  readonly documents: readonly PlannedDocument[];
  readonly images: readonly PlannedImage[];
  readonly sources: readonly ProposedSource[];
  readonly doubts: readonly Doubt[];
  /** What belongs to no criterion, as Markdown, with the place that it comes from. */
  readonly unplaced: readonly { readonly where: string; readonly text: string }[];
  /** The footnotes of what belongs to no criterion, numbered from 1. */
  readonly unplacedNotes: string;
  /** The criteria that the Word document says nothing about, by name. */
  readonly missing: readonly string[];
  readonly leftOut: readonly string[];
}
