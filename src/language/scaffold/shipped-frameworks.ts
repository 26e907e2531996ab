/** A framework that comes with the packages, for guidance to begin with. */
export interface ShippedFramework {
  /** What it is called by on the command line. */
  readonly name: string;
  readonly title: string;
  /** How many criteria it has. */
  readonly criteria: number;
  /** Its file, from the folder below. */
  readonly file: string;
}

/** Where they are, from a package's folder. The build puts there what this project's own guidance names. */
export const FRAMEWORKS_FOLDER = 'dist/frameworks';

/** The file beside them that lists them, as `ShippedFramework[]`. */
export const FRAMEWORKS_INDEX = 'index.json';

/** The file beside them that has the works which they cite. */
export const FRAMEWORKS_REGISTER = 'sources.yml';
