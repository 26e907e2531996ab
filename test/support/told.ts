import { SourceText } from '../../src/core/text/source-text.js';
import { lintInMemory } from '../../src/platform/memory/memory-workspace.js';
import { remarkParser } from '../../src/platform/remark-parser.js';
import { diffOf, type GuidanceDiff } from '../../src/review/diff.js';
import type { Revision } from '../../src/review/revision.js';
import { NEIGHBOURS } from './neighbours.js';
import type { Files } from './root-arbitrary.js';
import { baseFiles } from './rule-examples.js';

const parser = remarkParser();
const APPLICATION = 'street/index.md';

/** The files of a root as one of its revisions. */
export function revision(files: Files): Revision {
  const { snapshot } = lintInMemory(files, { rules: [], parser, today: '2026-09-01' });
  return { snapshot, source: (path) => (files[path] === undefined ? undefined : new SourceText(path, files[path])) };
}

/** What a change means to a small root with one application, of which each side has some files of its own. */
export function diffBetween(before: Files, after: Files): GuidanceDiff {
  const root = { ...baseFiles(), [APPLICATION]: NEIGHBOURS[APPLICATION] ?? '' };
  return diffOf(revision({ ...root, ...before }), revision({ ...root, ...after }), new Map());
}

/** The same as “kind: sentence (place)”, for some kinds of change. */
export function told(before: Files, after: Files, kinds: readonly string[]): string[] {
  return diffBetween(before, after)
    .statements.filter(({ kind }) => kinds.includes(kind))
    .map(({ kind, text, path, line }) => `${kind}: ${text} (${path}${line === undefined ? '' : `:${line}`})`);
}
