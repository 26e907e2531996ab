import type { Citation } from './citations.js';

/** The citations of one pair of square brackets. */
export interface CitationGroup {
  readonly start: number;
  readonly end: number;
  readonly citations: readonly Citation[];
}

/**
 * Puts together the citations that stand in the same brackets.
 * @param source the text in which the citations were found, with offsets from its beginning
 */
export function groupCitations(source: string, citations: readonly Citation[]): CitationGroup[] {
  const groups: { start: number; end: number; citations: Citation[] }[] = [];
  for (const citation of citations) {
    const last = groups[groups.length - 1];
    if (last && citation.start < last.end) last.citations.push(citation);
    else groups.push({ start: openingBefore(source, citation.start), end: closingAfter(source, citation.end) + 1, citations: [citation] });
  }
  return groups;
}

function openingBefore(source: string, offset: number): number {
  let at = source.lastIndexOf('[', offset);
  while (at > 0 && source[at - 1] === '\\') at = source.lastIndexOf('[', at - 1);
  return at;
}

function closingAfter(source: string, offset: number): number {
  let at = source.indexOf(']', offset);
  while (source[at - 1] === '\\') at = source.indexOf(']', at + 1);
  return at;
}
