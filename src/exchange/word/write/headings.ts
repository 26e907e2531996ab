import { HeadingLevel, Paragraph, type ParagraphChild } from 'docx';
import type { Copy } from './copy.js';
import { bookmarks } from './links.js';
import { words } from './looks.js';
import { STYLE } from './style-ids.js';
import { lineText } from './xml-text.js';

const LEVELS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;
/** The contents have the headings of these levels. */
const IN_CONTENTS = 2;

/** Puts a heading into the contents, where those of its level stand there. @param href the bookmark in it */
export function listHeading(copy: Copy, level: number, title: string, href: string | undefined): void {
  if (level <= IN_CONTENTS && href !== undefined) copy.contents.push({ title: lineText(title).trim(), level, href });
}

/** A heading of a copy, with the places that links lead to in it. */
export function headingParagraph(level: number, names: readonly (string | undefined)[], children: readonly ParagraphChild[]): Paragraph {
  return new Paragraph({ heading: LEVELS[level - 1] ?? HeadingLevel.HEADING_6, children: [...bookmarks(names), ...children] });
}

/** A heading over what a copy adds. @param key names its bookmark, which begins as those of Word's own contents do */
export function noteHeading(copy: Copy, title: string, key: string): Paragraph {
  const href = `_Toc_${key}`;
  listHeading(copy, 1, title, href);
  return new Paragraph({ style: STYLE.noteHeading, children: [...bookmarks([href]), words(title, {})] });
}

/** A paragraph for the readers of a copy, which is no text of the guidance. */
export function noteParagraph(...children: (ParagraphChild | string)[]): Paragraph {
  return new Paragraph({ style: STYLE.note, children: children.map((one) => (typeof one === 'string' ? words(one, {}) : one)) });
}
