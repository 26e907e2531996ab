/** What begins something within a line: code, marks, links, raw HTML. An underscore within a word is no mark. */
const SIGNS = /[\\`*[\]<~]|(?<![\p{L}\p{N}](?=_[\p{L}\p{N}]))_/gu;
/** “&amp;” would become a sign; “L&D” stays as it is. */
const REFERENCE = /&(?=#?[A-Za-z0-9]{1,40};)/g;
/** Signs at the end of a heading are taken for its close. */
const CLOSE = /(^|\s)(?=#+\s*$)/;
/** An address becomes a link for GitHub, in which no sign is escaped: one that has such signs stays text. */
const ADDRESS = /(?<=https?|ftp)(?=:\/\/[^\s\\]{0,999}\\)|(?<=www)(?=\.[^\s\\]{0,999}\\)|(?<=[\w.+-])(?=@[\w.-]*\\)/gi;
/** What would begin something else than a paragraph at the start of a line (CommonMark, sections 4 and 5). */
const BLOCK = /^(?:[-+#=|:>]|(\d{1,9})(?=[.)](?:\s|$)))/;

/** A text that stays text within a line of Markdown, such as a heading or the words of a link. */
export function markdownText(text: string): string {
  return text.replace(SIGNS, '\\$&').replace(REFERENCE, '\\&').replace(ADDRESS, '\\').replace(CLOSE, '$1\\');
}

/** Words as Markdown that says just these words, on a line of their own: nothing in them begins a list, a heading or a table. */
export function markdownLine(words: string): string {
  const line = markdownText(words.replace(/\s+/g, ' ').trim());
  return line.replace(BLOCK, (sign, number?: string) => (number === undefined ? `\\${sign}` : `${number}\\`));
}
