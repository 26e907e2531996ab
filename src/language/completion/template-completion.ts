import { markdownTypes } from '../../core/schema/registry.js';
import { plain } from '../descriptions/markdown.js';
import type { LanguageDocument } from '../language-document.js';
import { frontMatter } from '../scaffold/front-matter.js';
import { type CompletionItem, type CompletionList, complete, order } from './completion-item.js';

/** Whole front matter, one for each type, at the very beginning of a document that has none. */
export function completeTemplate({ facts, source, snapshot, today }: LanguageDocument, offset: number): CompletionList | undefined {
  const { text } = source;
  if (offset > 3 || !/^-{0,3}$/.test(text.slice(0, offset)) || !/^-*[ \t]*(?:\r?\n|$)/.test(text)) return undefined;
  const { fields } = facts;
  const isBegun = fields.state === 'malformed' && fields.problems.some(({ detail }) => detail === 'unclosed');
  if (fields.state !== 'missing' && !isBegun) return undefined;
  const end = /^-*[ \t]*(?:\r?\n)?/.exec(text)?.[0].length ?? 0;
  const title = facts.headings[0]?.text;
  const sources = { framework: snapshot.frameworks[0], today, sources: snapshot.sources.map(({ id }) => id) };
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const items = markdownTypes(snapshot.types).flatMap((name, index): CompletionItem[] => {
    const type = snapshot.types.get(name);
    if (!type) return [];
    const written = frontMatter(type, title === undefined ? { type: name } : { title, type: name }, sources);
    const about = type.schema.description;
    return [
      {
        label: type.schema.title ?? name,
        kind: 'template',
        detail: `Front matter: ${name}`,
        ...(about === undefined ? {} : { documentation: plain(about) }),
        filterText: `--- ${name} ${type.schema.title ?? ''}`,
        sortText: order(index),
        edit: { start: 0, end, text: written.replaceAll('\n', eol) },
      },
    ];
  });
  return complete(items);
}
