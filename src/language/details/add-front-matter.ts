import type { TextEdit } from '../../core/text/range.js';
import { fileStem } from '../../core/workspace/document.js';
import type { LanguageDocument } from '../language-document.js';
import type { Refusal } from '../rename/refusal.js';
import { frontMatter } from '../scaffold/front-matter.js';

/** Adds front matter of a type where there is none: its fields, with the document's first heading as title. */
export function addFrontMatter({ facts, snapshot, source, path, today }: LanguageDocument, name: string): TextEdit[] | Refusal {
  const type = snapshot.types.get(name);
  const { fields, headings } = facts;
  if ((fields.state !== 'missing' && fields.state !== 'empty') || type?.format !== 'markdown') {
    return { refused: 'This document has front matter already.' };
  }
  const sources = { framework: snapshot.frameworkOf(facts), today, sources: snapshot.sources.map(({ id }) => id) };
  const title = headings.find(({ depth }) => depth === 1)?.text ?? inWords(fileStem(path));
  const { text } = source;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const block = frontMatter(type, { title, type: name }, sources).replaceAll('\n', eol);
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  if (fields.state === 'missing') return [{ start: mark, end: mark, text: `${block}${/^\s*(?:\n|$)/.test(text.slice(mark)) ? '' : eol}` }];
  // The fences are there, and perhaps a comment between them.
  const start = (/^\s*---[^\r\n]*\r?\n/.exec(text.slice(mark))?.[0].length ?? 0) + mark;
  const inside = block.split(eol).slice(1, -2).join(eol) + eol;
  return [{ start, end: start, text: inside }];
}

function inWords(stem: string): string {
  const words = stem.replace(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
