import type { OffsetRange } from '../text/range.js';

/** A link written `[[target#heading|label]]`, as Foam and Obsidian write them. */
export interface WikiLink extends OffsetRange {
  readonly target: string;
  readonly heading?: string;
  readonly label?: string;
  /** Written `![[…]]`: Obsidian shows the content in this place. */
  readonly embed?: true;
}

const WIKI_LINK = /(?<!\\)\[\[([^[\]|#\r\n]+?)(?:#([^[\]|\r\n]+?))?(?:\\?\|([^[\]\r\n]+))?\]\]/g;

/**
 * Finds wiki links in a stretch of Markdown text.
 * @param text the source of one text node
 * @param base the offset of `text` in the document
 */
export function findWikiLinks(text: string, base: number): WikiLink[] {
  if (!text.includes('[[')) return [];
  return Array.from(text.matchAll(WIKI_LINK), (match) => ({
    target: (match[1] ?? '').trim(),
    ...(match[2] ? { heading: match[2].trim() } : {}),
    ...(match[3] ? { label: match[3].trim() } : {}),
    ...(text[match.index - 1] === '!' ? { embed: true as const } : {}),
    start: base + match.index,
    end: base + match.index + match[0].length,
  }));
}
