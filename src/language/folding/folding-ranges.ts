import { yamlRegion } from '../fields/yaml-region.js';
import type { LanguageDocument } from '../language-document.js';
import { endOf } from '../symbols/document-symbols.js';
import type { FoldingRange } from './folding-range.js';
import { foldMarkdown } from './markdown-folds.js';
import { foldYaml } from './yaml-folds.js';

/** What can be folded: front matter and its lists, sections, lists and code blocks of the text, comments. */
export function foldingRanges(document: LanguageDocument): FoldingRange[] {
  const { facts, source } = document;
  const { text } = source;
  const region = yamlRegion(document);
  const found: FoldingRange[] = [];
  if (region) {
    if (facts.format === 'markdown') found.push({ start: 0, end: endOfFence(text, region.end), kind: 'front-matter' });
    found.push(...foldYaml(text, region));
  }
  for (const heading of facts.headings) found.push({ start: heading.start, end: endOf(heading, text), kind: 'section' });
  if (facts.format === 'markdown') found.push(...foldMarkdown(text, region ? endOfFence(text, region.end) : 0));
  return found.filter(({ start, end }) => text.slice(start, end).includes('\n')).sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The end of the line that closes front matter. */
function endOfFence(text: string, end: number): number {
  const closing = /^\r?\n---[ \t]*/.exec(text.slice(end, end + 100));
  return closing ? end + closing[0].length : end;
}
