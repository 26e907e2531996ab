import type { WorkspaceSnapshot } from '../../index.js';

/** The options of `new`, as the command line has them. */
export interface NewOptions {
  readonly title?: string;
  readonly framework?: string;
  readonly folder?: string;
  readonly application?: string;
  readonly criterion?: string;
  readonly field?: readonly string[];
  readonly path?: string;
}

/** Something new that is asked for, with the root that it is for. */
export interface NewRequest {
  /** The folder, absolute. */
  readonly root: string;
  readonly snapshot: WorkspaceSnapshot;
  readonly today: string;
  readonly name: string | undefined;
  readonly options: NewOptions;
}
