import type { ReadingOptions } from '../open-options.js';

/** The options of `import`, as the command line has them. */
export interface ImportOptions extends ReadingOptions {
  readonly application: string;
  readonly title?: string;
  readonly framework?: string;
  readonly folder?: string;
  readonly dryRun?: boolean;
  readonly update?: boolean;
  readonly accept?: readonly string[];
  readonly format: 'pretty' | 'json';
}
