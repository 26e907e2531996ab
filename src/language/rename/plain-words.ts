/**
 * The words of a heading that is written in Markdown, without its markup.
 *
 * Only what changes an anchor has to be right, and most signs are no part of one.
 */
export function plainWords(markdown: string): string {
  return markdown
    .replace(/!?\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
    .replace(/(?<![\\\w])(_{1,3})(?=\S)(.*?[^\s\\])\1(?!\w)/g, '$2')
    .replace(/(?<!\\)(\*{1,3})(?=\S)(.*?[^\s\\])\1/g, '$2')
    .replace(/(?<!\\)`+/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
