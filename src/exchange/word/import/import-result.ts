/** What an import would do, for programs: `dmap import --dry-run --format json`. Paths are from the guidance root. */
export interface ImportResult {
  /** The name of the Word document. */
  readonly file: string;
  /** The guidance root on the disk. */
  readonly root: string;
  /** How many criteria the document speaks of, and how many there are. */
  readonly criteria: { readonly named: number; readonly of: number };
  /** The path of the application’s own document; null where the import has nothing for it. */
  readonly overview: string | null;
  /** New files, with their text, or with their bytes in base64. */
  readonly created: readonly ({ readonly path: string } & ({ readonly text: string } | { readonly base64: string }))[];
  /** What is changed without asking: what was left to be written is filled, and nothing that somebody wrote is touched. */
  readonly changed: readonly ImportedText[];
  /** What is changed only where somebody says so; `before` is the text with what is filled without asking. */
  readonly waiting: readonly (ImportedText & {
    /** The key of the criterion; null for the application’s own document. */
    readonly criterion: string | null;
    /** The titles of the sections that read otherwise or are new. */
    readonly sections: readonly string[];
  })[];
  /**
   * What goes with what is waiting, and is of no use without it: pictures, and the register with the works that it cites; its `before`
   * is the register with the works of what is written without asking.
   */
  readonly accompanying: { readonly created: ImportResult['created']; readonly register: ImportedText | null };
  readonly doubts: readonly { readonly about: string; readonly says: string }[];
  /** The names of the criteria that the document says nothing about. */
  readonly missing: readonly string[];
  readonly leftOut: readonly string[];
  /** The keys of the sources that are new in the register. */
  readonly sources: readonly string[];
  /** Comments and tracked changes, as the document has them. */
  readonly comments: readonly object[];
  readonly changes: readonly object[];
  /** The path of the page that lists what is to be decided; null where nothing is. */
  readonly report: string | null;
}

/** A text of the guidance before and after. */
export interface ImportedText {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}
