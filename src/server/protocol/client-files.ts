/** Requests that a client without a disk answers for the server: it reads the files. */
export const CLIENT_REQUESTS = {
  /** `{ uri }` → `{ root }`: the nearest folder, from a file or folder upwards, with a manifest; null where there is none. */
  findRoot: 'destination-map/findRoot',
  /** `{ folder }` → `{ roots }`: the folders with a manifest, at any depth. */
  findRoots: 'destination-map/findRoots',
  /**
   * `{ root, paths? }` → `{ files: { path, text? }[] }`: the files of a root, or those of the paths that are there and
   * what is below them; with their texts, if they are Markdown, YAML or JSON. Roots inside the root are left out.
   */
  readFiles: 'destination-map/readFiles',
} as const;

/** A file as a client gives it: without a text where it is another kind of file. */
export interface ReadFileResult {
  readonly path: string;
  readonly text?: string;
}
