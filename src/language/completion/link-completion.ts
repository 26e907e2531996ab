import type { DocumentFacts } from '../../core/facts/types.js';
import { linkTarget, relativeUrl } from '../../core/markdown/link-target.js';
import type { OffsetRange } from '../../core/text/range.js';
import { titleOf } from '../../core/workspace/document.js';
import { summaryOf } from '../descriptions/document.js';
import type { LanguageDocument } from '../language-document.js';
import { fileAt } from '../targets/reference-target.js';
import { type CompletionItem, type CompletionList, complete, NOTHING, order } from './completion-item.js';
import { documentsFor, namesOf } from './document-offers.js';

/** Documents where the address of a link is written, and headings behind its `#`. */
export function completeLink(document: LanguageDocument, offset: number): CompletionList | undefined {
  const { text } = document.source;
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const url = (/(?<!!)\[[^[\]]*\]\(([^()\s<>]*)$/.exec(line) ?? /^ {0,3}\[[^[\]]+\]:[ \t]+([^\s<>]*)$/.exec(line))?.[1];
  if (url === undefined || /^[a-z][a-z0-9+.-]*:/i.test(url)) return undefined;
  const range = { start: offset - url.length, end: offset + (/^[^()\s<>]*/.exec(text.slice(offset))?.[0].length ?? 0) };
  const hash = url.indexOf('#');
  return hash < 0 ? documents(document, url, range) : headings(document, url.slice(0, hash), range);
}

function documents(document: LanguageDocument, url: string, range: OffsetRange): CompletionList {
  const { path } = document;
  // `../` is a way to somewhere and no part of a name.
  const { some, incomplete } = documentsFor(document, url.replace(/^(?:\.{1,2}\/)+|^\//, ''));
  const items = some.map((facts, index): CompletionItem => {
    const address = relativeUrl(path, facts.path);
    return {
      label: titleOf(facts),
      kind: 'document',
      detail: facts.path,
      ...summaryOf(facts),
      filterText: `${/^(?:\.\/|\/)/.exec(url)?.[0] ?? ''}${address} ${namesOf(facts)}`,
      sortText: order(index),
      edit: { ...range, text: address },
    };
  });
  return { items, incomplete };
}

function headings(document: LanguageDocument, file: string, range: OffsetRange): CompletionList {
  const { path, snapshot, facts } = document;
  const target = file === '' ? facts : documentAt(linkTarget(path, file).path, snapshot);
  if (!target) return NOTHING;
  return complete(
    target.headings.map(({ text, slug, depth }, index) => ({
      label: text,
      kind: 'heading',
      detail: `Heading ${depth}`,
      filterText: `${file}#${slug} ${text}`,
      sortText: order(index),
      edit: { ...range, text: `${file}#${slug}` },
    })),
  );
}

function documentAt(path: string | undefined, snapshot: LanguageDocument['snapshot']): DocumentFacts | undefined {
  const file = path === undefined ? undefined : fileAt(path, snapshot);
  return file === undefined ? undefined : snapshot.facts(file);
}
