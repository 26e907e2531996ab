import type { OffsetRange } from '../../core/text/range.js';
import { titleOfNamed } from '../descriptions/named.js';
import type { LanguageDocument } from '../language-document.js';
import { fieldRange } from '../navigation/places.js';

/** A few words that an editor shows in a line without their being in the text. */
export interface Inlay {
  readonly offset: number;
  readonly text: string;
}

/** Longer titles are cut: what is added to a line must not push it out of sight. */
const LONGEST = 60;

/** The titles of what keys in front matter and data files stand for, behind each key within a range. */
export function inlaysIn({ facts, source, snapshot }: LanguageDocument, range: OffsetRange): Inlay[] {
  const { fields } = facts;
  if (fields.state !== 'parsed' || fields.range.start > range.end || fields.range.end < range.start) return [];
  return fields.annotations.flatMap((annotation) => {
    const title = titleOfNamed(annotation, facts, snapshot);
    // A key that is its own title needs no other.
    if (title === undefined || title.toLowerCase() === annotation.value.toLowerCase()) return [];
    const { end } = fieldRange(facts, source, annotation.path);
    return end >= range.start && end <= range.end ? [{ offset: end, text: shortened(title) }] : [];
  });
}

function shortened(title: string): string {
  return title.length <= LONGEST ? title : `${title.slice(0, LONGEST - 1).trimEnd()}…`;
}
