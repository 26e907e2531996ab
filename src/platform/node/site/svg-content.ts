/** Whether a file is a picture in SVG, which a browser treats as a document. */
export function isSvg(path: string): boolean {
  return /\.svgz?$/i.test(path);
}

/**
 * Whether an SVG could run something when it is opened by itself. It is strict rather than clever: a picture that draws
 * needs nothing of this, and what is packed or written in another encoding cannot be seen through.
 * @param text the file's bytes as Latin-1
 */
export function hasActiveContent(text: string): boolean {
  return !/^(?:\u00EF\u00BB\u00BF)?\s*</.test(text) || CONTROL.test(text) || ACTIVE.test(text);
}

/** What text in UTF-8 has none of: with them, other encodings spell what cannot be seen here. */
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/;

/**
 * Scripts, event handlers, other documents inside, addresses that run, and entities that could spell any of them: the five
 * of XML cannot, and those of HTML are there for whoever names its document type.
 */
const ACTIVE =
  /<\s*(?:[^\s<>"'=/]+:)?(?:script|foreignObject|iframe|embed|object|handler|listener|set|animate)\b|\son[a-z]+\s*=|<!ENTITY|<\?xml-stylesheet|(?:javascript|vbscript|data\s*:\s*text)\s*:|&(?!(?:amp|lt|gt|quot|apos);)/i;
