import type { DocumentFacts, Heading } from '../../core/facts/types.js';
import { relativeUrl } from '../../core/markdown/link-target.js';
import type { OffsetRange } from '../../core/text/range.js';
import { titleOf } from '../../core/workspace/document.js';
import { wikiTarget } from '../../core/workspace/wiki-target.js';
import { summaryOf } from '../descriptions/document.js';
import type { LanguageDocument } from '../language-document.js';
import { markdownText } from '../scaffold/scaffold-file.js';
import { type CompletionItem, type CompletionList, complete, NOTHING, order } from './completion-item.js';
import { documentsFor, namesOf } from './document-offers.js';

/**
 * Documents behind `[[`, and their headings behind `#`. What is inserted is an ordinary link relative to the file, which
 * everything that shows Markdown can follow.
 */
export function completeWikiLink(document: LanguageDocument, offset: number): CompletionList | undefined {
  const { text } = document.source;
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const open = /(?<!\\)\[\[([^[\]|#]*)(#[^[\]|]*)?$/.exec(line);
  if (!open) return undefined;
  const range = { start: offset - open[0].length, end: offset + (/^[^[\]\r\n|]*\]\]?/.exec(text.slice(offset))?.[0].length ?? 0) };
  const name = (open[1] ?? '').trim();
  return open[2] === undefined ? documents(document, name, range) : headings(document, name, range);
}

function documents(document: LanguageDocument, name: string, range: OffsetRange): CompletionList {
  const { path } = document;
  const { some, incomplete } = documentsFor(document, name);
  const items = some.map(
    (facts, index): CompletionItem => ({
      label: titleOf(facts),
      kind: 'document',
      detail: facts.path,
      ...summaryOf(facts),
      filterText: `[[${namesOf(facts)}`,
      sortText: order(index),
      edit: { ...range, text: link(titleOf(facts), relativeUrl(path, facts.path)) },
    }),
  );
  return { items, incomplete };
}

function headings(document: LanguageDocument, name: string, range: OffsetRange): CompletionList {
  const target = name === '' ? ({ kind: 'document', facts: document.facts } as const) : wikiTarget(name, document.facts, document.snapshot);
  if (target.kind !== 'document') return NOTHING;
  const { facts } = target;
  return complete(facts.headings.map((heading, index) => headingItem(heading, facts, index, name, range, document.path)));
}

function headingItem(
  heading: Heading,
  facts: DocumentFacts,
  index: number,
  name: string,
  range: OffsetRange,
  from: string,
): CompletionItem {
  const file = facts.path === from ? '' : relativeUrl(from, facts.path);
  return {
    label: heading.text,
    kind: 'heading',
    detail: `Heading ${heading.depth}`,
    filterText: `[[${name}#${heading.text}`,
    sortText: order(index),
    edit: { ...range, text: link(heading.text, `${file}#${heading.slug}`) },
  };
}

function link(words: string, url: string): string {
  return `[${markdownText(words)}](${url})`;
}
