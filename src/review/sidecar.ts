/**
 * Sidecar files: what is remembered about documents beside them, and never in their prose. Every line is an entry by
 * itself and stands in order, so that two branches that add entries can both be right: a merge takes the lines of both.
 */

/** The folder of a guidance root that sidecar files are in. */
export const SIDECARS = '.dmap';

/** What git is told about them: a merge takes the lines of both sides (https://git-scm.com/docs/gitattributes#_built_in_merge_drivers). */
export const SIDECAR_ATTRIBUTES = '*.tsv merge=union\n';

/** The entries of a sidecar file; what is no entry, such as its comments and blank lines, is passed over. */
export function readLines(text: string): string[][] {
  return text
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
}

/** The text of a sidecar file: a comment that says what it is, and its entries, each once and in order. */
export function writeLines(about: string, entries: readonly (readonly string[])[]): string {
  const lines = entries.map((fields) => fields.map((field) => field.replace(/\s+/g, ' ')).join('\t'));
  return [`# ${about}`, ...[...new Set(lines)].sort(), ''].join('\n');
}
