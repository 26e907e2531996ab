const LIMIT = 60;

/** A text from a document as a message quotes it: on one line, and cut where it is long. */
export function shorten(text: string): string {
  const line = text
    .slice(0, LIMIT * 4)
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= LIMIT) return line;
  // A cut must not leave half of a character behind.
  return `${line
    .slice(0, LIMIT - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}
