import type { DocumentFacts } from '../../core/facts/types.js';
import type { OffsetRange } from '../../core/text/range.js';
import type { LanguageDocument } from '../language-document.js';

/** Where a document's YAML stands: front matter counts while it is malformed or not closed yet. */
export function yamlRegion({ facts, source }: Pick<LanguageDocument, 'facts' | 'source'>): OffsetRange | undefined {
  if (facts.format === 'yaml') return { start: 0, end: source.text.length };
  return facts.fields.state === 'parsed' ? facts.fields.range : fencedYaml(source.text);
}

/** Whether an offset is within a document's YAML; undefined where it is not. */
export function yamlAt(document: Pick<LanguageDocument, 'facts' | 'source'>, offset: number): OffsetRange | undefined {
  const region = yamlRegion(document);
  return region && offset >= region.start && offset <= region.end ? region : undefined;
}

function fencedYaml(text: string): OffsetRange | undefined {
  const start = /^---[ \t]*(?:\r\n|\n|\r)/.exec(text)?.[0].length;
  if (start === undefined) return undefined;
  const closing = /^---[ \t]*$/gm;
  closing.lastIndex = start;
  const fence = closing.exec(text);
  if (fence?.index === start) return undefined;
  if (fence) return { start, end: fence.index - (text[fence.index - 2] === '\r' ? 2 : 1) };
  // Not closed yet: what follows an empty line and looks like a title is the text.
  const title = /\r?\n[ \t]*\r?\n#{1,6} /g;
  title.lastIndex = start - 1;
  return { start, end: Math.max(start, title.exec(text)?.index ?? text.length) };
}

const FIELD = /^([A-Za-z][\w-]*):[ \t]+(?:"([^"]*)"|'([^']*)'|([^\s[{&*!|>"'#][^\r\n]*?))[ \t]*(?:#.*)?$/gm;

/**
 * The facts of a document, with the plain fields of front matter that cannot be read while somebody types in it: its
 * type and application are known all the same.
 */
export function readableFacts(document: Pick<LanguageDocument, 'facts' | 'source' | 'snapshot'>): DocumentFacts {
  const { facts, source, snapshot } = document;
  if (facts.format === 'yaml' || facts.fields.state === 'parsed') return facts;
  const range = yamlRegion(document);
  if (!range) return facts;
  const found = [...source.text.slice(range.start, range.end).matchAll(FIELD)];
  const value = Object.fromEntries(found.map((match) => [match[1] ?? '', match[2] ?? match[3] ?? match[4] ?? ''] as const));
  const type = snapshot.types.get(value['type'] ?? '');
  return {
    ...facts,
    type: type?.format === 'markdown' ? type.name : undefined,
    fields: { state: 'parsed', range, value, coerced: [], violations: [], annotations: [] },
  };
}
