import { headingNamed, sectionStates } from '../../core/coverage/section-states.js';
import { applyEdits, type OffsetRange, type TextEdit } from '../../core/text/range.js';
import type { LanguageDocument } from '../language-document.js';
import { TO_BE_WRITTEN } from '../scaffold/scaffold-file.js';
import { sectionInsertion } from './section-actions.js';

/** Where a section is to be written, and what has to be put there first. */
export interface SectionToWrite {
  readonly edits: readonly TextEdit[];
  /** The text of the document once that is done. */
  readonly text: string;
  /** What to write over, in that text: a placeholder, or the empty place for the first words. */
  readonly range: OffsetRange;
}

/**
 * The place for the first words of a section that a document's type asks for; the section is added where it is not there yet.
 * @param title as the type, or the framework's element, calls it
 * @returns undefined where the type asks for no such section
 */
export function sectionToWrite(document: LanguageDocument, title: string): SectionToWrite | undefined {
  const { facts, snapshot, source } = document;
  const heading = facts.headings[headingNamed(facts, title)];
  if (heading) return { edits: [], text: source.text, range: placeIn(source.text, heading.end, heading.sectionEnd) };
  const type = snapshot.types.get(facts.type ?? '');
  const sections = type ? sectionStates(facts, type, snapshot.frameworkOf(facts)) : [];
  const index = sections.findIndex((section) => section.title === title);
  if (index < 0) return undefined;
  const edit = sectionInsertion(document, sections, index);
  const { text } = applyEdits(source.text, [edit]);
  return { edits: [edit], text, range: placeIn(text, edit.start, edit.start + edit.text.length) };
}

/** The first placeholder in a text, to be written over; undefined where there is none. */
function placeholderIn(text: string, from: number, to: number): OffsetRange | undefined {
  const start = text.slice(0, to).indexOf(TO_BE_WRITTEN, from);
  if (start < 0) return undefined;
  const end = text.slice(0, to).indexOf('\n', start);
  return { start, end: start + text.slice(start, end < 0 ? to : end).trimEnd().length };
}

/** A placeholder of the section, else the line below its heading. */
function placeIn(text: string, from: number, to: number): OffsetRange {
  const found = placeholderIn(text, from, to);
  if (found) return found;
  const [blank = ''] = /^[^\S\n]*(?:\r?\n){0,2}/.exec(text.slice(from, to)) ?? [];
  return { start: from + blank.length, end: from + blank.length };
}
