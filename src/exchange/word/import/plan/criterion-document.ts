import type { RootContent } from 'hast';
import type { DocumentFacts } from '../../../../core/facts/types.js';
import type { ElementPart, Framework, FrameworkElement } from '../../../../core/model/framework.js';
import type { DocumentType } from '../../../../core/schema/registry.js';
import { allowedDomains } from '../../../../language/scaffold/application.js';
import { type SectionText, scaffoldDocument, sectionTitles } from '../../../../language/scaffold/document.js';
import type { FieldSources } from '../../../../language/scaffold/front-matter.js';
import { markdownText, placeholder } from '../../../../language/scaffold/scaffold-file.js';
import { headingLevel, plainTextOf } from '../hast.js';
import { partNamed, partTexts } from '../layout/parts.js';
import { MarkdownWriter, type Surroundings } from '../markdown/to-markdown.js';
import { nameOf } from '../match/match-criterion.js';
import type { Doubt, Found, FoundText } from '../types.js';
import { sectionFor } from './section-names.js';
import type { PlannedDocument } from './types.js';

/** What a document on a criterion is made from. */
export interface CriterionRequest {
  readonly path: string;
  readonly criterion: FrameworkElement;
  /** The places of the Word document that are about it. */
  readonly found: readonly Found[];
  readonly application: string;
  readonly framework: Framework;
  readonly type: DocumentType;
  readonly sources: Omit<FieldSources, 'framework'>;
  readonly around: Surroundings;
  readonly doubts: Doubt[];
  /** The guidance that there is on the criterion. */
  readonly existing: DocumentFacts | undefined;
}

/** The guidance on a criterion, as a Word document has it. */
export function criterionDocument(request: CriterionRequest): PlannedDocument {
  const { path, criterion, application, framework, type, sources, around } = request;
  const writer = new MarkdownWriter(around);
  const texts = sectionTexts(request, writer);
  const footnotes = writer.footnotes();
  const fields = { application, criterion: criterion.key };
  const closing = footnotes === '' ? {} : { closing: footnotes };
  const { text } = scaffoldDocument(
    { path, type, title: criterion.title, fields, parts: criterion.parts, texts, ...closing },
    { ...sources, framework: allowedDomains(framework, criterion) },
  );
  const isWhole = texts.length > 0 && request.found.every(({ from }) => from === 'heading');
  return { path, criterion: criterion.key, texts, opening: '', isWhole, footnotes, text };
}

/** The sections that the Word document has text for, in the order of the type’s own, then of the document. */
function sectionTexts(request: CriterionRequest, writer: MarkdownWriter): SectionText[] {
  const { found, criterion, framework, type } = request;
  const titles = type.sections.flatMap((spec) => sectionTitles(spec, { framework }));
  const [main = 'Text'] = titles;
  const bySection = new Map<string, (FoundText & { part: ElementPart | undefined })[]>();
  for (const { texts, part, from } of found) {
    const written = texts.filter(({ blocks }) => blocks.length > 0);
    for (const text of written) {
      // The only column of a table says what the criterion means, unless its heading is that of another section.
      const isOnlyColumn = from === 'row' && texts.length === 1;
      const section = text.heading === '' ? main : sectionFor(text.heading, titles);
      const title = isOnlyColumn && !titles.includes(section) ? main : section;
      bySection.set(title, [...(bySection.get(title) ?? []), { ...text, part }]);
    }
  }
  const order = [...titles.filter((title) => bySection.has(title)), ...[...bySection.keys()].filter((title) => !titles.includes(title))];
  return order.flatMap((title) => {
    const texts = bySection.get(title) ?? [];
    const isByParts = title === main && criterion.parts.length > 0 && !isDividedAlike(texts, request);
    const text = isByParts ? withParts(texts, request, writer) : joined(texts, writer);
    return text === '' ? [] : [{ title, text }];
  });
}

function joined(texts: readonly FoundText[], writer: MarkdownWriter): string {
  return texts
    .map(({ blocks, level }) => writer.write(blocks, { level, below: 2 }))
    .filter((text) => text !== '')
    .join('\n\n');
}

/** Whether guidance that is there has the same headings for the parts, be it some of them or none: a copy of it comes back as it is. */
function isDividedAlike(
  texts: readonly (FoundText & { part: ElementPart | undefined })[],
  { criterion, existing }: CriterionRequest,
): boolean {
  if (!existing || texts.some(({ part }) => part)) return false;
  const isPart = (heading: string) => partNamed(heading, criterion.parts) !== undefined;
  const written = texts.flatMap(({ blocks }) => blocks.filter((block) => headingLevel(block) > 0).map((block) => plainTextOf(block)));
  const [own, found] = [existing.headings.map(({ text }) => text).filter(isPart), written.filter(isPart)];
  return found.every((heading) => own.includes(heading)) && (found.length > 0 || own.length === 0);
}

/** The main section of a criterion with parts: a heading for each, where the text tells them apart. */
function withParts(
  texts: readonly (FoundText & { part: ElementPart | undefined })[],
  { criterion, doubts }: CriterionRequest,
  writer: MarkdownWriter,
): string {
  const { parts } = criterion;
  const [before, byPart] = [[] as string[], new Map<string, string>()];
  const put = (part: ElementPart, blocks: readonly RootContent[], level: number) => {
    const text = writer.write(blocks, { level, below: 3 });
    byPart.set(part.key, [byPart.get(part.key) ?? '', text].filter((one) => one !== '').join('\n\n'));
  };
  for (const { blocks, level, part } of texts) {
    const told = part ? undefined : partTexts(blocks, parts);
    if (part) put(part, blocks, level);
    else before.push(writer.write(told?.before ?? blocks, { level, below: 2 }));
    for (const one of told?.parts ?? []) put(one.part, one.blocks, level + 1);
  }
  const untold = parts.filter(({ key }) => (byPart.get(key) ?? '') === '');
  if (untold.length > 0) {
    const names = untold.map(({ label, title }) => `${label} (${title})`).join(', ');
    const says = `The text does not tell these parts apart: ${names}. It was put before them as it is: take it apart by hand.`;
    doubts.push({ about: nameOf(criterion), says });
  }
  const sections = parts.flatMap(({ key, title }) => [
    `### ${markdownText(title)}`,
    byPart.get(key) || placeholder(`What “${title}” means here.`),
  ]);
  return [...before, ...sections].filter((text) => text !== '').join('\n\n');
}
