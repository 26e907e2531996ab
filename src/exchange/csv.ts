/**
 * A table as comma-separated values (RFC 4180), with lines that end in CR LF. A field is quoted where it has to be, and
 * where spaces at its ends could be taken away.
 * @param rows all with the same number of fields
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
}

function csvField(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
