import type { DocumentFacts } from '../../core/facts/types.js';
import { labelled } from '../../core/model/framework.js';
import type { Annotation } from '../../core/schema/annotations.js';
import type { OffsetRange } from '../../core/text/range.js';
import { titleOf } from '../../core/workspace/document.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import { labelOf } from '../descriptions/source.js';
import type { LanguageDocument } from '../language-document.js';
import { fieldRange } from '../navigation/places.js';
import { annotated } from '../targets/field-target.js';

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
    const title = titleFor(annotation, facts, snapshot);
    // A key that is its own title needs no other.
    if (title === undefined || title.toLowerCase() === annotation.value.toLowerCase()) return [];
    const { end } = fieldRange(facts, source, annotation.path);
    return end >= range.start && end <= range.end ? [{ offset: end, text: shortened(title) }] : [];
  });
}

function titleFor(annotation: Annotation, facts: DocumentFacts, snapshot: WorkspaceSnapshot): string | undefined {
  if (annotation.kind === 'section') return undefined;
  const named = annotated(annotation, facts, snapshot);
  switch (named?.kind) {
    case 'element':
      return labelled({ number: named.element.number, title: named.element.shortTitle });
    case 'framework':
      return named.framework.shortTitle;
    case 'source':
      return labelOf(named.source, snapshot);
    case 'application':
      return named.application.title;
    case 'document': {
      const document = snapshot.facts(named.path);
      return document && titleOf(document);
    }
    default:
      return undefined;
  }
}

function shortened(title: string): string {
  return title.length <= LONGEST ? title : `${title.slice(0, LONGEST - 1).trimEnd()}…`;
}
