import { markdownOf } from '../markdown/to-markdown.js';

/** Words as Markdown that says just these words, on one line: what looks like a mark, a link or raw HTML in them is none. */
export function plainMarkdown(words: string): string {
  const value = words.replace(/\s+/g, ' ').trim();
  return markdownOf({ type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value }] }] }).replaceAll('\n', ' ');
}
