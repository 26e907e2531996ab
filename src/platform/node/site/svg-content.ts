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
  return !/^(?:\u00EF\u00BB\u00BF)?\s*</.test(text) || ACTIVE.test(text);
}

/** Scripts, event handlers, other documents inside, entities that could spell any of them, and addresses that run. */
const ACTIVE =
  /<\s*(?:[\w-]+:)?(?:script|foreignObject|iframe|embed|object|handler|listener|set|animate)\b|\son[a-z]+\s*=|<!ENTITY|<\?xml-stylesheet|(?:javascript|vbscript|data\s*:\s*text)\s*:|&#/i;
