import type { RootContent } from 'hast';
import type { Framework } from '../../../../core/model/framework.js';
import type { DocumentType } from '../../../../core/schema/registry.js';
import { type SectionText, scaffoldDocument } from '../../../../language/scaffold/document.js';
import type { FieldSources } from '../../../../language/scaffold/front-matter.js';
import { headingLevel, idsIn, isElement, plainTextOf } from '../hast.js';
import { MarkdownWriter, type Surroundings } from '../markdown/to-markdown.js';
import { sectionFor } from './section-names.js';
import type { PlannedDocument } from './types.js';

/** What the document of an application is made from. */
export interface OverviewRequest {
  readonly path: string;
  readonly key: string;
  readonly title: string;
  readonly framework: Framework;
  readonly type: DocumentType;
  readonly blocks: readonly RootContent[];
  readonly sources: Omit<FieldSources, 'framework'>;
  readonly around: Surroundings;
  /** Whether the Word document has a heading for each section, and not a table. */
  readonly isWhole: boolean;
  /** A list that leads to the guidance on each criterion. */
  readonly contents: string;
}

/** The document of an application: what stands before and behind the criteria, by its headings. */
export function overviewDocument(request: OverviewRequest): PlannedDocument {
  const { path, key, title, framework, type, sources, around } = request;
  const writer = new MarkdownWriter(around);
  const { before, sections } = bySections(request.blocks);
  const opening = writer.write(before, { level: 1, below: 1 });
  const titles = type.sections.flatMap(({ title: own }) => own ?? []);
  const byTitle = new Map<string, string[]>();
  for (const { heading, level, blocks } of sections) {
    const text = writer.write(blocks, { level, below: 2 });
    const name = sectionFor(heading, titles);
    if (text !== '') byTitle.set(name, [...(byTitle.get(name) ?? []), text]);
  }
  const texts = [...byTitle].map(([name, all]): SectionText => ({ title: name, text: all.join('\n\n') }));
  const footnotes = writer.footnotes();
  const closing = footnotes === '' ? {} : { closing: footnotes };
  const whole = [opening, request.contents].filter((part) => part !== '').join('\n\n');
  const fields = { application: key, framework: framework.key };
  const { text } = scaffoldDocument({ path, type, title, fields, opening: whole, texts, ...closing }, { ...sources, framework });
  return { path, criterion: undefined, texts, opening, isWhole: request.isWhole && texts.length > 0, footnotes, text };
}

/** The title that a Word document gives itself, where it has one. */
export function takeTitle(blocks: readonly RootContent[]): TakenTitle {
  const [first, ...others] = blocks;
  const levels = others.map(headingLevel);
  const isAlone = levels.some((level) => level > 1) && !levels.includes(1);
  const isTitle = isElement(first, 'h1') && (isStyled(first.properties['className']) || isAlone);
  if (!first || !isTitle || plainTextOf(first) === '') return { title: undefined, bookmarks: [], blocks };
  return { title: plainTextOf(first), bookmarks: idsIn(first), blocks: others };
}

/** A title with its bookmarks, and what stands below it. */
interface TakenTitle {
  readonly title: string | undefined;
  readonly bookmarks: readonly string[];
  readonly blocks: readonly RootContent[];
}

function isStyled(classes: unknown): boolean {
  return Array.isArray(classes) && classes.includes('title');
}

function bySections(blocks: readonly RootContent[]): {
  before: RootContent[];
  sections: { heading: string; level: number; blocks: RootContent[] }[];
} {
  const levels = blocks.map(headingLevel).filter((level) => level > 0);
  const top = Math.min(...levels, 6);
  const before: RootContent[] = [];
  const sections: { heading: string; level: number; blocks: RootContent[] }[] = [];
  for (const block of blocks) {
    const last = sections[sections.length - 1];
    if (headingLevel(block) === top && plainTextOf(block) !== '') sections.push({ heading: plainTextOf(block), level: top, blocks: [] });
    else (last ? last.blocks : before).push(block);
  }
  return { before, sections };
}
