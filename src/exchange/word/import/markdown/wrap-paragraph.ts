/** Lines of guidance are no longer than this where words allow it. */
const WIDTH = 110;

/** What would begin something other than a paragraph at the start of a line (CommonMark, section 4 and 5; GFM tables and notes). */
const BLOCK = /^(?:[-+*>#|=~`<:]|\d{1,9}[.)]|\[\^)/;

/** Blanks in an address in angle brackets are held by a sign that no text has: an address ends with its line. */
const ADDRESS = /\]\(<[^<>\n]*>/g;
const HELD = '\0';

/** The Markdown of a paragraph in lines of a bearable length: a line is only broken where it stays the same paragraph. */
export function wrapped(markdown: string): string {
  return markdown.split('\n').map(wrapLine).join('\n');
}

function wrapLine(text: string): string {
  // Blanks inside code are kept as they are: such a line is left alone, and so are two blanks, which break a line.
  if (text.length <= WIDTH || text.includes('`') || / {2}$/.test(text)) return text;
  const lines: string[] = [];
  let line = '';
  for (const part of text.replace(ADDRESS, (address) => address.replaceAll(' ', HELD)).split(' ')) {
    const word = part.replaceAll(HELD, ' ');
    const isFull = line !== '' && line.length + 1 + word.length > WIDTH;
    if (isFull && !BLOCK.test(word) && word !== '' && !line.endsWith('\\')) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}
