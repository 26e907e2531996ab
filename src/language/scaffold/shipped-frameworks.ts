/** The frameworks that come with the packages, by name: each is a file `<name>.yml` in the folder. */
export const SHIPPED_FRAMEWORKS: readonly string[] = ['destination-map'];

/** Where they are, from a package's folder. */
export const FRAMEWORKS_FOLDER = 'dist/frameworks';

/** The file beside them that has the works which they cite. */
export const FRAMEWORKS_REGISTER = 'sources.yml';
