/** How findings can be shown. */
export const LINT_FORMATS = [
  'pretty',
  'compact',
  'json',
  'github',
  'sarif',
  'junit',
  'gitlab',
  'azure',
  'checkstyle',
  'rdjsonl',
  'markdown',
] as const;

/** One of the ways in which findings can be shown. */
export type LintFormat = (typeof LINT_FORMATS)[number];

/** The formats that are lines in a log, so that others can stand beside them; a document stands alone. */
export const LOG_FORMATS: ReadonlySet<LintFormat> = new Set(['pretty', 'compact', 'github', 'azure']);
