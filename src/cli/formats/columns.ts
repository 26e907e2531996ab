/** Characters that take two columns: East Asian scripts, their punctuation and full-width forms, and emoji. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303E\uFF01-\uFF60\p{Emoji_Presentation}]/u;
/** Characters that take none: they are drawn on the one before. */
const NARROWEST = /[\p{Mn}\p{Me}\p{Cf}]/u;
const COLOURS = /\u001B\[[0-9;]*m/g;

/** How many columns of a terminal a text takes; colours take none. */
export function columnsOf(text: string): number {
  const plain = text.replace(COLOURS, '');
  // Nearly every text is plain ASCII.
  if (/^[ -~]*$/.test(plain)) return plain.length;
  let columns = 0;
  for (const character of plain) columns += NARROWEST.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return columns;
}

/** A text filled up with spaces to a number of columns. */
export function padTo(text: string, columns: number, side: 'left' | 'right' = 'left'): string {
  const space = ' '.repeat(Math.max(0, columns - columnsOf(text)));
  return side === 'left' ? text + space : space + text;
}
