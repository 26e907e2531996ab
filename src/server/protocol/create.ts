/** What commands ask for that make something new. Nothing is written: the client makes the change that it is given. */
export const CREATE_REQUESTS = {
  /** `NewFolderParams` → `NewFile[]`: the files of a new guidance folder, with paths from it. */
  newFolder: 'destination-map/newFolder',
  /** `NewApplicationParams` → `CreateResult`: an application, with a document for each criterion. */
  newApplication: 'destination-map/newApplication',
  /** `WriteGuidanceParams` → `CreateResult`: a draft of an application's guidance on a criterion. */
  writeGuidance: 'destination-map/writeGuidance',
  /** `DocumentParams` → `WorkspaceEdit | null`: a document marked as reviewed today; null where there is nothing to mark. */
  markReviewed: 'destination-map/markReviewed',
  /** `RootParams` → `string | null`: the coverage of a root as Markdown. */
  coverageReport: 'destination-map/coverageReport',
} as const;

/** A guidance folder to be started. */
export interface NewFolderParams {
  readonly title: string;
  /** The day where the user is, `YYYY-MM-DD`. */
  readonly today: string;
  /** A framework's file to take over as it is; a small template where none is given. */
  readonly framework?: NewFile;
  /** The text of a source register that has the works which the framework cites. */
  readonly register?: string;
}

/** A file to be written. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** An application to be started. */
export interface NewApplicationParams {
  /** The URI of the guidance root. */
  readonly root: string;
  readonly title: string;
  /** The key of the framework that it applies. */
  readonly framework: string;
}

/** Guidance to be written. */
export interface WriteGuidanceParams {
  /** The URI of the guidance root. */
  readonly root: string;
  /** The keys of the application and of the criterion. */
  readonly application: string;
  readonly criterion: string;
}

/** Files to be written, the one to be opened first; or why there are none, in words. */
export type CreateResult = { readonly files: readonly { readonly uri: string; readonly text: string }[] } | { readonly refused: string };
