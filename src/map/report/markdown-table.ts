/** A column of a table. */
export interface Column {
  readonly title: string;
  readonly side?: 'left' | 'right';
}

/** A table in GitHub's Markdown. */
export function markdownTable(columns: readonly Column[], rows: readonly (readonly string[])[], textOf = markdownText): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => (cell === '' ? ' ' : textOf(cell))).join(' | ')} |\n`;
  const rule = `|${columns.map(({ side }) => (side === 'right' ? ' ---: ' : ' --- ')).join('|')}|\n`;
  return line(columns.map((column) => column.title)) + rule + rows.map(line).join('');
}

/** A text that stays text in Markdown. */
export function markdownText(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replace(/\s+/g, ' ');
}
