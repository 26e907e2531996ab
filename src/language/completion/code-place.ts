import { sectionAt } from '../../core/markdown/references.js';
import type { LanguageDocument } from '../language-document.js';

/** A fence of a code block, or the ends of an HTML comment. */
const FENCE = /^[ \t>]*(?:[-*+] +)?(`{3,}|~{3,})|<!--|-->/gm;

/** Whether an offset is in code or in a comment, where nothing is offered. */
export function isInCode({ facts, source }: LanguageDocument, offset: number): boolean {
  // No heading of the document is in a code block: what is before the nearest one is closed.
  const start = facts.headings[sectionAt(facts.headings, offset)]?.start ?? 0;
  let open: string | undefined;
  const text = source.text.slice(start, offset);
  for (const match of text.matchAll(FENCE)) {
    const mark = match[1] ?? match[0];
    if (open === undefined) open = mark === '-->' ? undefined : mark;
    else if (open === '<!--' ? mark === '-->' : mark.startsWith(open)) open = undefined;
  }
  if (open !== undefined) return true;
  const line = text.slice(text.lastIndexOf('\n') + 1);
  return (line.match(/(?<!\\)`+/g) ?? []).length % 2 === 1;
}
