/** A text of a document as Markdown that says it and does nothing else: one line, no links, no HTML. */
export function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>~|#!&]/g, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^[-+=]/, '\\$&');
}

/** A name in code type. */
export function code(text: string): string {
  const inner = text.replace(/\s+/g, ' ');
  return inner.includes('`') ? `\`\` ${inner.replace(/`{2,}/g, '`')} \`\`` : `\`${inner}\``;
}

/** Paragraphs one below the other; what is absent is left out. */
export function paragraphs(...texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined && text !== '').join('\n\n');
}

/** A list, each item on its line. */
export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}
