import { partStates, type SectionState, sectionStates } from '../../core/coverage/section-states.js';
import type { DocumentFacts } from '../../core/facts/types.js';
import type { OffsetRange } from '../../core/text/range.js';
import { subjectElement } from '../../core/workspace/subjects.js';
import { plain } from '../descriptions/markdown.js';
import { readableFacts } from '../fields/yaml-region.js';
import type { LanguageDocument } from '../language-document.js';
import { markdownText } from '../scaffold/scaffold-file.js';
import { type CompletionItem, type CompletionList, complete, order } from './completion-item.js';

/** The sections and parts that a document lacks, where a heading is begun: those that belong here first. */
export function completeSection(document: LanguageDocument, offset: number): CompletionList | undefined {
  const { text } = document.source;
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const marks = /^#{1,6}(?=$|[ \t])/.exec(text.slice(start, offset))?.[0];
  if (marks === undefined) return undefined;
  const end = start + (/^[^\r\n]*/.exec(text.slice(start))?.[0].length ?? 0);
  const range = { start, end };
  const facts = readableFacts(document);
  // The heading that is being written does not count as one that is there.
  const others = { ...facts, headings: facts.headings.filter((heading) => heading.start !== start) };
  const sections = marks.length <= 2 ? missingSections(document, others, range) : [];
  const parts = marks.length >= 2 ? missingParts(document, others, range) : [];
  return complete([...sections, ...parts]);
}

function missingSections({ snapshot }: LanguageDocument, facts: DocumentFacts, range: OffsetRange): CompletionItem[] {
  const type = snapshot.types.get(facts.type ?? '');
  if (!type) return [];
  const states = sectionStates(facts, type, snapshot.frameworkOf(facts));
  const isAbove = ({ heading }: SectionState) => heading >= 0 && (facts.headings[heading]?.start ?? 0) < range.start;
  const before = states.map(isAbove).lastIndexOf(true);
  return states.flatMap((state, index) => {
    if (state.heading >= 0) return [];
    const detail = state.required ? 'Required section' : 'Section';
    return [headingItem('##', state.title, detail, helpOf(state), range, order(index, index > before ? '0' : '1'))];
  });
}

function helpOf({ help, gapAllowed }: SectionState): string {
  return plain(gapAllowed ? `${help} It may be left empty where the front matter records the gap.` : help);
}

/** The parts of what the document is about that have no section of their own yet. */
function missingParts({ snapshot }: LanguageDocument, facts: DocumentFacts, range: OffsetRange): CompletionItem[] {
  const element = subjectElement(facts, snapshot);
  if (!element) return [];
  return partStates(facts, element)
    .filter(({ filled }) => !filled)
    .map(({ title, label }, index) => headingItem('###', title, `Part ${element.number ?? ''}${label}`, '', range, order(index, '2')));
}

function headingItem(marks: string, title: string, detail: string, help: string, range: OffsetRange, sortText: string): CompletionItem {
  const text = `${marks} ${markdownText(title)}`;
  const documentation = help === '' ? {} : { documentation: help };
  return { label: title, kind: 'section', detail, ...documentation, filterText: `${marks} ${title}`, sortText, edit: { ...range, text } };
}
