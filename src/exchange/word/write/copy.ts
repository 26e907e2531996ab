import { type IPropertiesOptions, Paragraph } from 'docx';
import { citationNames } from '../citation-names.js';
import type { CitedSources } from './citation-text.js';
import { Lists } from './lists.js';
import { Targets } from './targets.js';
import type { WordInput } from './types.js';

/** A heading as the contents name it. */
export interface ContentsEntry {
  readonly title: string;
  readonly level: number;
  /** The bookmark in it. */
  readonly href: string;
}

/** The place for text on a page, in twentieths of a point. */
export interface TextSpace {
  readonly width: number;
  readonly height: number;
}

/** A copy in the middle of being written: what there is only once in it, and what was met on the way. */
export class Copy {
  readonly lists = new Lists();
  readonly targets: Targets;
  readonly register: CitedSources;
  readonly footnotes: NonNullable<IPropertiesOptions['footnotes']> & Record<string, { readonly children: readonly Paragraph[] }> = {};
  readonly contents: ContentsEntry[] = [];
  /** How many bytes of pictures there are in it. */
  pictureBytes = 0;

  /** @param documents the paths of the documents whose texts are in the copy */
  constructor(
    readonly input: WordInput,
    readonly space: TextSpace,
    documents: readonly string[],
  ) {
    this.targets = new Targets(new Set(documents));
    const { snapshot } = input;
    this.register = { sources: snapshot.sourcesById, names: citationNames(snapshot), cited: new Set() };
  }

  /** Adds a footnote and gives its number. */
  addFootnote(children: readonly Paragraph[]): number {
    const number = Object.keys(this.footnotes).length + 1;
    // The format asks for a paragraph in every footnote.
    this.footnotes[number] = { children: children.length > 0 ? children : [new Paragraph({})] };
    return number;
  }
}
