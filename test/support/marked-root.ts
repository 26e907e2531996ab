import type { LocatedDiagnostic } from '../../src/core/lint/finding.js';
import type { OwnType } from '../../src/core/schema/registry.js';
import { SourceText } from '../../src/core/text/source-text.js';
import type { WorkspaceSnapshot } from '../../src/core/workspace/snapshot.js';
import type { LanguageDocument, SourceFor } from '../../src/language/language-document.js';
import { lintInMemory } from '../../src/platform/memory/memory-workspace.js';
import { remarkParser } from '../../src/platform/remark-parser.js';
import { rules } from '../../src/rules/index.js';
import type { Files } from './root-arbitrary.js';
import { baseFiles } from './rule-examples.js';

const parser = remarkParser();

/** The day that language features are tried on. */
export const TODAY = '2026-09-01';

/** A guidance root in memory, as an editor would ask about it. */
export interface OpenRoot {
  readonly files: Files;
  readonly snapshot: WorkspaceSnapshot;
  readonly diagnostics: readonly LocatedDiagnostic[];
  readonly sourceFor: SourceFor;
  document(path: string): LanguageDocument;
}

/** A root with the place of a cursor in one of its files. */
export interface MarkedRoot extends OpenRoot {
  readonly at: LanguageDocument;
  readonly offset: number;
}

/** Opens a root; the small one that the rules' examples stand on is beneath it. */
export function openRoot(files: Files, base: Files = baseFiles(), ownTypes: readonly OwnType[] = []): OpenRoot {
  const all = { ...base, ...files };
  const { snapshot, diagnostics } = lintInMemory(all, { parser, rules, today: TODAY, ownTypes });
  const sourceFor: SourceFor = (path) => {
    const text = Object.hasOwn(all, path) ? all[path] : undefined;
    return text === undefined ? undefined : new SourceText(path, text);
  };
  const document = (path: string): LanguageDocument => {
    const facts = snapshot.facts(path);
    const source = sourceFor(path);
    if (!facts || !source) throw new Error(`no file ${path}`);
    return { path, source, facts, snapshot, today: TODAY };
  };
  return { files: all, snapshot, diagnostics, sourceFor, document };
}

/** Opens a root with a cursor: the first `|` in the file that is marked, which the file then goes without. */
export function markedRoot(path: string, marked: string, files: Files = {}, base?: Files): MarkedRoot {
  const offset = marked.indexOf('|');
  if (offset < 0) throw new Error('no cursor');
  const root = openRoot({ ...files, [path]: marked.replace('|', '') }, base);
  return { ...root, at: root.document(path), offset };
}
