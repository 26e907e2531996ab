import { type Document, isAlias, isPair, isScalar, isSeq, parseDocument, Scalar, visit } from 'yaml';
import { nestsTooDeeply } from '../text/nesting.js';
import type { OffsetRange } from '../text/range.js';
import { readPlainYaml } from './plain-yaml.js';
import type { FieldPath, Value } from './value.js';

/** Something in a YAML text that stops it from being read, or that other tools would read otherwise. */
export interface YamlProblem extends OffsetRange {
  readonly kind: 'duplicate-key' | 'tab' | 'alias' | 'tag' | 'several-documents' | 'syntax' | 'coerced';
  /** What the problem is about: the key, the text of the scalar, or the parser's own words. */
  readonly detail: string;
  /** The parser's name for a problem of syntax, from which a rule can tell what slipped. */
  readonly code?: string;
  /** The field that holds the scalar of a `coerced` problem. */
  readonly path?: FieldPath;
}

/** A YAML text that was read: a value, or the problems that stopped it; `coerced` problems do not stop it. */
export interface ParsedYaml {
  readonly value: Value | undefined;
  readonly problems: readonly YamlProblem[];
}

/** The settings of the one YAML implementation that decides every value (YAML 1.2 core schema). */
const SETTINGS = {
  schema: 'core',
  version: '1.2',
  merge: false,
  // Looked for by ourselves: the library compares each key with all before it, which takes minutes on a long file.
  uniqueKeys: false,
  prettyErrors: false,
  // Not `silent`: that would pass over a second document in the same text.
  logLevel: 'error',
  stringKeys: true,
} as const;

/** Plain scalars that YAML 1.1 tools read as something else, or that lose a digit as a number. */
const COERCED = /^(?:y|n|yes|no|on|off|[-+]?0\d+|[-+]?\d+\.\d*0|\d+:[0-5]\d(?::[0-5]\d)?|[-+]?\d+_[\d_]*)$/i;

/** Parses a YAML text into the tree that positions and edits are made from. */
export function parseYamlDocument(text: string): Document.Parsed {
  return parseDocument(text, SETTINGS) as Document.Parsed;
}

/**
 * Reads a YAML text.
 *
 * Anchors, aliases and custom tags are refused, so that a text is never larger in memory than on disk.
 * @returns offsets are from the start of `text`
 */
export function parseYaml(text: string): ParsedYaml {
  const plain = readPlainYaml(text);
  if (plain !== undefined) return { value: plain, problems: [] };
  if (nestsTooDeeply(text)) {
    const problem = {
      kind: 'syntax',
      code: 'TOO_DEEP',
      detail: 'Lists and groups are nested too deeply',
      start: 0,
      end: Math.min(3, text.length),
    } as const;
    return { value: undefined, problems: [problem] };
  }
  return readWhole(text);
}

function readWhole(text: string): ParsedYaml {
  const document = parseYamlDocument(text);
  const syntax = [...document.errors, ...document.warnings].map((error) => ({
    kind: kindOf(error.code),
    detail: error.message,
    code: error.code,
    // What is missing at the end is missing behind it, for the parser.
    start: Math.min(error.pos[0], text.length),
    end: Math.min(Math.max(error.pos[1], error.pos[0]), text.length),
  }));
  const problems: YamlProblem[] = [...syntax, ...duplicateKeys(document, text), ...(/[&*]/.test(text) ? aliasProblems(document) : [])];
  if (problems.length > 0) return { value: undefined, problems };
  return { value: document.toJS({ maxAliasCount: 0 }) as Value, problems: coercedScalars(document) };
}

function kindOf(code: string): YamlProblem['kind'] {
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'tab';
    case 'TAG_RESOLVE_FAILED':
      return 'tag';
    case 'MULTIPLE_DOCS':
      return 'several-documents';
    default:
      return 'syntax';
  }
}

function duplicateKeys(document: Document.Parsed, text: string): YamlProblem[] {
  const problems: YamlProblem[] = [];
  visit(document, {
    Map(_key, map) {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key) || !key.range) continue;
        const name = String(key.value);
        const [start, end] = key.range;
        if (seen.has(name)) problems.push({ kind: 'duplicate-key', detail: text.slice(start, end), code: 'DUPLICATE_KEY', start, end });
        seen.add(name);
      }
    },
  });
  return problems;
}

function aliasProblems(document: Document.Parsed): YamlProblem[] {
  const problems: YamlProblem[] = [];
  visit(document, {
    Node(_key, node) {
      const anchor = isAlias(node) ? node.source : node.anchor;
      if (!anchor || !node.range) return;
      problems.push({ kind: 'alias', detail: anchor, start: node.range[0], end: node.range[1] });
    },
  });
  return problems;
}

function coercedScalars(document: Document.Parsed): YamlProblem[] {
  const problems: YamlProblem[] = [];
  const positions = new Map<unknown, number>();
  visit(document, {
    Seq(_key, seq) {
      for (const [index, item] of seq.items.entries()) positions.set(item, index);
    },
    Scalar(key, node, above) {
      if (key === 'key' || !isScalar(node) || node.type !== Scalar.PLAIN || !node.range) return;
      const written = node.source ?? '';
      if (COERCED.test(written)) {
        problems.push({ kind: 'coerced', detail: written, path: pathOf(node, above, positions), start: node.range[0], end: node.range[1] });
      }
    },
  });
  return problems;
}

/** The path of a node from what the visitor says is above it, and from the positions of what is in lists. */
function pathOf(node: unknown, above: readonly unknown[], positions: ReadonlyMap<unknown, number>): FieldPath {
  const path: (string | number)[] = [];
  above.forEach((one, depth) => {
    if (isPair(one) && isScalar(one.key)) path.push(String(one.key.value));
    else if (isSeq(one)) path.push(positions.get(above[depth + 1] ?? node) ?? -1);
  });
  return path;
}
