/** What the command needs of Word: a bundle of its own, since the libraries behind it would make every start slower. */
export { type ResolvedImport, resolveImport } from './import/merge/resolve-import.js';
export { planImport } from './import/plan/plan-import.js';
export type { ImportPlan } from './import/plan/types.js';
export { reportPage } from './import/report/report-page.js';
export { LARGEST_FILE } from './read/open-package.js';
export { readWord } from './read/read-word.js';
export type { WordDocument } from './read/types.js';
export { WordFileError } from './read/word-file-error.js';
export { wordFiles } from './write/word-files.js';
