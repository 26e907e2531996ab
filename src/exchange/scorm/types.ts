/** A page that counts for completion. */
export interface CoursePage {
  /** From the root of the site. */
  readonly path: string;
  readonly title: string;
}

/** What a SCORM package of an application is made from. */
export interface Course {
  /** The same as long as the application's key is. */
  readonly uuid: string;
  readonly title: string;
  readonly lang: string;
  readonly description: string | undefined;
  /** In the order in which they are read; the first is where a learner begins. */
  readonly pages: readonly [CoursePage, ...CoursePage[]];
  /** The paths of all files of the site, from its root, in order. */
  readonly siteFiles: readonly string[];
  /** The style sheet of the site, from its root. */
  readonly style: string;
}

/** The files of the player itself. */
export interface PlayerAssets {
  readonly script: string | Uint8Array;
  readonly style: string | Uint8Array;
}

/** The folder of a package that holds the site. */
export const SITE_FOLDER = 'site/';
export const PLAYER = { page: 'player.html', script: 'player.js', style: 'player.css' } as const;
