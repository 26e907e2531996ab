import { sectionKey } from '../../../../core/coverage/section-states.js';
import type { Heading } from '../../../../core/facts/types.js';
import type { MarkdownParser } from '../../../../core/markdown/parser.js';
import type { SectionText } from '../../../../language/scaffold/document.js';
import { type ReadMarkdown, readMarkdown } from './read-markdown.js';

/** A section of a Word document, as it is held against a text. */
export interface HeldSection extends SectionText {
  /** What its title is known by. */
  readonly key: string;
  /** Of sections with one key, which it is, from 0. */
  readonly nth: number;
  /** What headings inside it are known by. */
  readonly inside: ReadonlySet<string>;
}

/** The sections of a Word document with one for each that the text has: those with one title more often than there come together. */
export function heldSections(texts: readonly SectionText[], document: ReadMarkdown, parser: MarkdownParser): HeldSection[] {
  const held: { title: string; text: string; key: string; nth: number }[] = [];
  for (const { title, text } of texts) {
    const key = sectionKey(title);
    const alike = held.filter((section) => section.key === key);
    const last = alike[alike.length - 1];
    if (last && alike.length >= Math.max(1, topHeadings(document, key).length)) last.text += `\n\n${text}`;
    else held.push({ title, text, key, nth: alike.length });
  }
  return held.map((section) => ({
    ...section,
    inside: new Set(readMarkdown(section.text, parser).headings.map(({ text }) => sectionKey(text))),
  }));
}

/** The headings of a text that stand for sections of a Word document: one of depth 2 first, a deeper one where there is no other. */
export function headingsFor(sections: readonly HeldSection[], document: ReadMarkdown): ReadonlyMap<HeldSection, Heading> {
  const found = new Map<HeldSection, Heading>();
  for (const section of sections) {
    const heading = topHeadings(document, section.key)[section.nth];
    if (heading) found.set(section, heading);
  }
  const title = document.headings.find(({ depth }) => depth === 1);
  for (const section of sections.filter((one) => !found.has(one) && one.nth === 0)) {
    // Where the section around it has such a heading in Word as well, that one is meant by it.
    const isOthers = (heading: Heading) =>
      [...found].some(([{ inside }, around]) => inside.has(section.key) && holds(around, heading)) || [...found.values()].includes(heading);
    const heading = document.headings.find((one) => sectionKey(one.text) === section.key && one !== title && !isOthers(one));
    if (heading) found.set(section, heading);
  }
  return found;
}

/** Whether a heading stands in the section of another. */
export function holds(around: Heading, { start }: Pick<Heading, 'start'>): boolean {
  return start >= around.end && start < around.sectionEnd;
}

function topHeadings({ headings }: ReadMarkdown, key: string): Heading[] {
  return headings.filter(({ depth, text }) => depth === 2 && sectionKey(text) === key);
}
