/** What stands between printer's quotation marks that are all around a text; undefined where there are none, or others inside. */
export function insideCurlyQuotes(text: string): string | undefined {
  const inner = /^\s*[“„”‘’]([^“„”]*)[“”‘’]\s*$/.exec(text)?.[1]?.trim();
  return inner === '' ? undefined : inner;
}
