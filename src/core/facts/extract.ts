import type { Root } from 'mdast';
import { anchorsOf } from '../markdown/anchors.js';
import { type FrontmatterBlock, findFrontmatter } from '../markdown/fence.js';
import { mentionsIn } from '../markdown/mentions.js';
import { nearCitations } from '../markdown/near-citations.js';
import type { MarkdownParser } from '../markdown/parser.js';
import { referencesOf } from '../markdown/references.js';
import { headingsOf } from '../markdown/sections.js';
import { suppressionsInHtml, suppressionsInYaml } from '../markdown/suppressions.js';
import { NodesByType } from '../markdown/visit.js';
import { annotationsIn } from '../schema/annotations.js';
import type { DocumentType, TypeRegistry } from '../schema/registry.js';
import { violationsOf } from '../schema/violations.js';
import { opensTooMany, TooDeepError } from '../text/nesting.js';
import type { OffsetRange } from '../text/range.js';
import type { Position, UnreadableReason } from '../text/source-text.js';
import { parseYaml } from '../yaml/parse-yaml.js';
import { isMapping } from '../yaml/value.js';
import type { DocumentFacts, Fields } from './types.js';

/** A Markdown document as one visit leaves it: its facts, and the tree for as long as document rules need it. */
export interface ExtractedDocument {
  readonly facts: DocumentFacts;
  readonly tree: Root;
  readonly nodes: NodesByType;
}

/**
 * Extracts the facts of a Markdown document.
 * @throws TooDeepError for one that nests more deeply than is read
 */
export function extractMarkdown(path: string, text: string, parser: MarkdownParser, types: TypeRegistry): ExtractedDocument {
  if (opensTooMany(text)) throw new TooDeepError('A line opens too many lists or quotations.');
  return extractFromTree(path, text, parser.parse(text), types);
}

/** The same for a tree that somebody else parsed, as remark's plugins are given. */
export function extractFromTree(path: string, text: string, tree: Root, types: TypeRegistry): ExtractedDocument {
  const nodes = new NodesByType(tree);
  const headings = headingsOf(tree, text.length);
  const near = nearCitations(text, nodes);
  const { fields, type } = frontmatterOf(text, types);
  const yamlRange = fields.state === 'parsed' || fields.state === 'malformed' ? fields.range : undefined;
  const facts: DocumentFacts = {
    path,
    format: 'markdown',
    type: type?.name,
    fields,
    headings,
    anchors: anchorsOf(tree, nodes),
    references: referencesOf(path, text, nodes, headings),
    mentions: mentionsIn(text, nodes),
    ...(near.length > 0 ? { nearCitations: near } : {}),
    suppressions: [
      ...(yamlRange ? suppressionsInYaml(text.slice(yamlRange.start, yamlRange.end), yamlRange.start) : []),
      ...nodes.of('html').flatMap((node) => suppressionsInHtml(node.value, node.position?.start.offset ?? 0)),
    ],
  };
  return { facts, tree, nodes };
}

/** Extracts the facts of one of a root's YAML files: all of it is fields. */
export function extractYaml(path: string, text: string, type: DocumentType): DocumentFacts {
  const range = { start: 0, end: text.length };
  return {
    path,
    format: 'yaml',
    type: type.name,
    fields: /^\s*(?:#[^\n]*(?:\n\s*|$))*$/.test(text)
      ? { state: 'empty', range: { start: 0, end: 0 } }
      : readFields(text, range, () => type).fields,
    headings: [],
    anchors: [],
    references: [],
    mentions: [],
    suppressions: suppressionsInYaml(text, 0),
  };
}

/** The facts of a file that gave no text: that it is there, and why it could not be read. */
export function unreadableFacts(
  path: string,
  format: DocumentFacts['format'],
  reason: UnreadableReason,
  detail: string,
  place?: Position,
): DocumentFacts {
  const fields = { state: 'unreadable', reason, detail, ...(place ? { place } : {}) } as const;
  return { path, format, type: undefined, fields, headings: [], anchors: [], references: [], mentions: [], suppressions: [] };
}

interface ReadFields {
  readonly fields: Fields;
  readonly type: DocumentType | undefined;
}

function frontmatterOf(text: string, types: TypeRegistry): ReadFields {
  const block = findFrontmatter(text);
  switch (block.state) {
    case 'missing':
      return { fields: { state: 'missing' }, type: undefined };
    case 'empty':
      return { fields: { state: 'empty', range: block.range }, type: undefined };
    case 'unclosed':
    case 'other-language': {
      const detail = block.state === 'unclosed' ? 'unclosed' : `language ${block.language}`;
      const problems = [{ kind: 'syntax', detail, ...block.range } as const];
      return { fields: { state: 'malformed', range: block.range, problems }, type: undefined };
    }
    case 'present':
      if (lastRead?.block !== block || lastRead.types !== types) {
        lastRead = { block, types, read: readFields(block.text, block.range, (name) => markdownType(types, name)) };
      }
      return lastRead.read;
  }
}

/** What was read last: whoever types in a document's text has it read with the same front matter again and again. */
let lastRead: { readonly block: FrontmatterBlock; readonly types: TypeRegistry; readonly read: ReadFields } | undefined;

function markdownType(types: TypeRegistry, name: unknown): DocumentType | undefined {
  const type = typeof name === 'string' ? types.get(name) : undefined;
  return type?.format === 'markdown' ? type : undefined;
}

function readFields(yaml: string, range: OffsetRange, typeFor: (name: unknown) => DocumentType | undefined): ReadFields {
  const parsed = parseYaml(yaml);
  const problems = parsed.problems.map((problem) => ({
    ...problem,
    start: problem.start + range.start,
    end: problem.end + range.start,
  }));
  if (parsed.value === undefined) return { fields: { state: 'malformed', range, problems }, type: undefined };
  if (!isMapping(parsed.value)) {
    const problem = { kind: 'syntax', detail: 'not-fields', start: range.start, end: range.end } as const;
    return { fields: { state: 'malformed', range, problems: [problem] }, type: undefined };
  }
  const type = typeFor(parsed.value['type']);
  const annotations = type ? annotationsIn(type.tree, parsed.value) : [];
  const fields: Fields = {
    state: 'parsed',
    range,
    value: parsed.value,
    coerced: problems,
    violations: type ? violationsOf(type.validate, type.tree, parsed.value, annotations) : [],
    annotations,
  };
  return { fields, type };
}
