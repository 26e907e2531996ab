import type { Heading } from '../../core/facts/types.js';
import type { OffsetRange } from '../../core/text/range.js';
import type { LanguageDocument } from '../language-document.js';
import { headingWords } from '../targets/heading-words.js';
import { fieldSymbols } from './field-symbols.js';
import type { DocumentSymbol } from './symbol.js';

/** The outline of a document: its front matter, and its headings one in the other; of a data file its fields and entries. */
export function documentSymbols(document: LanguageDocument): DocumentSymbol[] {
  const { facts, source } = document;
  if (facts.format === 'yaml') return fieldSymbols(document);
  const { fields } = facts;
  const frontMatter: DocumentSymbol[] =
    fields.state === 'parsed'
      ? [
          {
            name: 'Front matter',
            kind: 'front-matter',
            range: fields.range,
            selection: firstLine(fields.range, source.text),
            children: fieldSymbols(document),
          },
        ]
      : [];
  return [...frontMatter, ...headingSymbols(facts.headings, source.text)];
}

function firstLine({ start, end }: OffsetRange, text: string): OffsetRange {
  const line = /^[^\r\n]*/.exec(text.slice(start, end))?.[0].length ?? 0;
  return { start, end: start + line };
}

type Growing = DocumentSymbol & { readonly children: DocumentSymbol[] };

/** Headings as a tree: each holds those that follow it and are deeper. */
function headingSymbols(headings: readonly Heading[], text: string): DocumentSymbol[] {
  const top: DocumentSymbol[] = [];
  const open: { readonly depth: number; readonly symbol: Growing }[] = [];
  for (const heading of headings) {
    while ((open[open.length - 1]?.depth ?? 0) >= heading.depth) open.pop();
    const symbol: Growing = {
      name: heading.text === '' ? '(empty heading)' : heading.text,
      kind: 'heading',
      range: { start: heading.start, end: endOf(heading, text) },
      selection: headingWords(heading, text),
      children: [],
    };
    (open[open.length - 1]?.symbol.children ?? top).push(symbol);
    open.push({ depth: heading.depth, symbol });
  }
  return top;
}

/** The end of a heading's section, without the empty lines before the next. */
export function endOf({ end, sectionEnd }: Heading, text: string): number {
  let at = sectionEnd;
  while (at > end && /\s/.test(text[at - 1] ?? '')) at--;
  return at;
}
