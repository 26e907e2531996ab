import type { Heading } from '../../core/facts/types.js';
import type { Fix } from '../../core/lint/finding.js';

/** Gives a heading that is written with `#` another level; undefined for those that are underlined. */
export function releveled(heading: Heading, depth: number, text: string): Fix | undefined {
  const marks = '#'.repeat(heading.depth);
  if (!text.startsWith(marks, heading.start)) return undefined;
  const range = { start: heading.start, end: heading.start + marks.length };
  return { title: `Make it a heading of level ${depth}`, edits: [{ ...range, text: '#'.repeat(depth) }] };
}

/** Text as Markdown writes it where none of its signs is meant as markup. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, '\\$&');
}
