import { Bookmark, FootnoteReferenceRun, type ParagraphChild } from 'docx';
import type { FootnoteReference, Nodes, PhrasingContent, Text } from 'mdast';
import { htmlAnchors } from '../../../core/markdown/anchors.js';
import { groupCitations } from '../../../core/markdown/citation-groups.js';
import { findCitations } from '../../../core/markdown/citations.js';
import { readable } from '../../../core/markdown/readable.js';
import { plainText, rangeOf } from '../../../core/markdown/visit.js';
import { findWikiLinks } from '../../../core/markdown/wiki-links.js';
import { citationText } from './citation-text.js';
import { htmlPieces } from './html-text.js';
import type { Line } from './line.js';
import { bookmarks, type Destination, destinationOf, linked, wikiDestination } from './links.js';
import { codeLines, type Look, lineBreak, lookIn, words } from './looks.js';
import { picture } from './pictures.js';

/** What stands in a paragraph, a heading, a cell or another inline, as Word has it. */
export function inlines(line: Line, nodes: readonly PhrasingContent[], look: Look = {}): ParagraphChild[] {
  const tags: string[] = [];
  return nodes.flatMap((node) => {
    if (node.type === 'html') return htmlRuns(line, node.value, tags, look);
    return inline(line, node, lookIn(look, tags));
  });
}

function inline(line: Line, node: PhrasingContent, look: Look): ParagraphChild[] {
  switch (node.type) {
    case 'text':
      return textRuns(line, node, look);
    case 'emphasis':
      return inlines(line, node.children, { ...look, italics: true });
    case 'strong':
      return inlines(line, node.children, { ...look, bold: true });
    case 'delete':
      return inlines(line, node.children, { ...look, strike: true });
    case 'inlineCode':
      return codeLines(node.value.replace(/\r?\n|\r/g, ' '), { ...look, code: true });
    case 'break':
      return [lineBreak(look)];
    case 'link':
      return link(line, node.url, node.children, look);
    case 'linkReference': {
      const definition = line.text.definition(node.identifier);
      return definition ? link(line, definition.url, node.children, look) : inlines(line, node.children, look);
    }
    case 'image':
      return picture(line, node.url, node.alt ?? '', look);
    case 'imageReference':
      return picture(line, line.text.definition(node.identifier)?.url, node.alt ?? '', look);
    case 'footnoteReference':
      return noteReference(line, node, look);
    default:
      return [words(plainText(node as Nodes), look)];
  }
}

function link(line: Line, url: string, children: readonly PhrasingContent[], look: Look): ParagraphChild[] {
  const to = look.link ? undefined : destinationOf(line.text, url);
  if (!to) return inlines(line, children, look);
  const content = inlines(line, children, { ...look, link: true });
  // A link has no place for places to lead to: they come before it.
  const [places, shown] = [content.filter((one) => one instanceof Bookmark), content.filter((one) => !(one instanceof Bookmark))];
  return [...places, linked(to, shown.length > 0 ? shown : [words(url, { ...look, link: true })])];
}

function noteReference(line: Line, node: FootnoteReference, look: Look): ParagraphChild[] {
  const children = line.footnote?.(node);
  if (!children) return [words(`[^${node.label ?? node.identifier}]`, look)];
  return [new FootnoteReferenceRun(line.text.copy.addFootnote(children))];
}

function htmlRuns(line: Line, value: string, tags: string[], look: Look): ParagraphChild[] {
  const runs: ParagraphChild[] = [...htmlPieces(value, tags, false)].map((piece) =>
    typeof piece === 'string' ? lineBreak(look) : words(piece.text, lookIn(look, tags)),
  );
  const { copy, facts } = line.text;
  return [...bookmarks(htmlAnchors(value).map((anchor) => copy.targets.place(facts.path, anchor))), ...runs];
}

/** A text with its wiki links and citations. */
function textRuns(line: Line, node: Text, look: Look): ParagraphChild[] {
  if (!/\[\[|\[[^\]]*@/.test(node.value) && !(node.value.includes('[') && node.value.includes('@'))) return [words(node.value, look)];
  // The stretch of source rather than the node's value: there escapes can still be seen.
  const { start, end } = rangeOf(node);
  const source = line.text.text.slice(start, end);
  const wikis = findWikiLinks(source, 0).map((wiki) => ({ start: wiki.embed ? wiki.start - 1 : wiki.start, end: wiki.end, wiki }));
  const groups = groupCitations(source, findCitations(source, 0)).map((group) => ({ start: group.start, end: group.end, group }));
  const marked = [...wikis, ...groups].sort((a, b) => a.start - b.start);
  if (marked.length === 0) return [words(node.value, look)];
  const runs: ParagraphChild[] = [];
  const plain = (text: string) => text === '' || runs.push(words(readable(text), look));
  let at = 0;
  for (const one of marked) {
    if (one.start < at) continue;
    plain(source.slice(at, one.start));
    if ('group' in one) runs.push(words(citationText(one.group, source, line.text.copy.register), look));
    else {
      const { to, label } = wikiDestination(line.text, one.wiki);
      runs.push(wikiRun(to, readable(label), look));
    }
    at = one.end;
  }
  plain(source.slice(at));
  return runs;
}

function wikiRun(to: Destination | undefined, label: string, look: Look): ParagraphChild {
  return to && !look.link ? linked(to, [words(label, { ...look, link: true })]) : words(label, look);
}
