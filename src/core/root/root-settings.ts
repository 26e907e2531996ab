import { unreadableFacts } from '../facts/extract.js';
import { RuleConfig } from '../lint/config.js';
import { type ExaminedDocument, type ExamineSettings, examineMarkdown, examineYaml } from '../lint/examine.js';
import type { Finding } from '../lint/finding.js';
import type { Rule } from '../lint/rule.js';
import type { MarkdownParser } from '../markdown/parser.js';
import { NO_GLOSSARY, readGlossary } from '../model/glossary.js';
import { MANIFEST, type Manifest, NO_MANIFEST, type RuleSettings, readManifest, UNREAD_MANIFEST } from '../model/manifest.js';
import { type DocumentType, type OwnType, type TypeRegistry, typeRegistry } from '../schema/registry.js';
import { TooDeepError } from '../text/nesting.js';
import type { LoadedFile } from '../text/source-text.js';
import { didYouMean } from '../text/suggest.js';
import { parseYaml } from '../yaml/parse-yaml.js';
import { isMapping, type Mapping, textAt } from '../yaml/value.js';

/** Everything about a root that its documents are read with: made from the manifest and the data files first. */
export interface RootSettings {
  readonly manifest: Manifest;
  readonly types: TypeRegistry;
  readonly config: RuleConfig;
  readonly settings: Omit<ExamineSettings, 'parser'>;
  /** The data files that the manifest names, by path. */
  readonly dataFiles: ReadonlyMap<string, DocumentType>;
  /** The key of the framework in a file; undefined where the file cannot be read or has none. */
  readonly frameworkKey: (path: string) => string | undefined;
}

/** What a root's settings are made from, apart from its files. */
export interface RootInput {
  readonly rules: readonly Rule[];
  readonly ruleSettings?: RuleSettings;
  readonly ownTypes?: readonly OwnType[];
}

/** Gives a file of the root; `undefined` where there is none. */
export type ReadFile = (path: string) => LoadedFile | undefined;

/** The manifest of a root; the empty one where there is none or it cannot be read. */
export function manifestOf(read: ReadFile): Manifest {
  const file = read(MANIFEST);
  const value = mappingIn(file);
  return value ? readManifest(value) : file ? UNREAD_MANIFEST : NO_MANIFEST;
}

/** Reads what all documents of a root are read with. */
export function rootSettings(manifest: Manifest, read: ReadFile, input: RootInput): RootSettings {
  const types = typeRegistry(input.ownTypes);
  const config = new RuleConfig(input.rules, manifest, input.ruleSettings);
  const glossary = mappingIn(manifest.glossary === undefined ? undefined : read(manifest.glossary));
  const dataFiles = new Map<string, DocumentType>();
  const add = (path: string | undefined, type: string) => {
    const found = types.get(type);
    if (path !== undefined && found) dataFiles.set(path, found);
  };
  add(MANIFEST, 'guidance');
  for (const framework of manifest.frameworks) add(framework, 'framework');
  add(manifest.sources, 'sources');
  add(manifest.glossary, 'glossary');
  const settings = { types, glossary: glossary ? readGlossary(glossary) : NO_GLOSSARY, config };
  const frameworkKey = (path: string) => textAt(mappingIn(read(path)), 'key');
  return { manifest, types, config, settings, dataFiles, frameworkKey };
}

/** What is wrong with a manifest beyond its schema: files that are not there, rules that do not exist. */
export function configurationProblems(root: RootSettings, hasFile: (path: string) => boolean): Finding[] {
  const problems: Finding[] = [];
  const problem = (field: Finding['at'], message: string) => problems.push({ messageId: 'configuration', data: { message }, at: field });
  const named: (readonly [string | undefined, readonly (string | number)[]])[] = [
    ...root.manifest.frameworks.map((path, index) => [path, ['frameworks', index]] as const),
    [root.manifest.sources, ['sources']],
    [root.manifest.glossary, ['glossary']],
  ];
  for (const [path, field] of named) {
    if (path !== undefined && !hasFile(path))
      problem({ field }, `There is no file “${path}” in this guidance folder. Correct the path, or create the file.`);
  }
  for (const { index, path, key, first } of repeatedFrameworks(root)) {
    problem(
      { field: ['frameworks', index] },
      `“${path}” has the key “${key}”, which “${first}” has already. Give one of the two another key, or take it out of “frameworks”.`,
    );
  }
  const known = new Set(root.config.rules.map((rule) => rule.id));
  const check = (rules: RuleSettings, field: readonly (string | number)[]) => {
    for (const id of Object.keys(rules)) {
      if (!known.has(id))
        problem({ field: [...field, id], part: 'key' }, `There is no rule “${id}”.${didYouMean(id, known)} “dmap rules” lists them all.`);
    }
  };
  check(root.manifest.rules, ['lint', 'rules']);
  for (const [index, override] of root.manifest.overrides.entries()) check(override.rules, ['lint', 'overrides', index, 'rules']);
  return problems;
}

/** The frameworks of a manifest whose key an earlier one has already: of two with one key only the first would ever be found. */
function repeatedFrameworks({ manifest, frameworkKey }: RootSettings): { index: number; path: string; key: string; first: string }[] {
  const first = new Map<string, string>();
  return manifest.frameworks.flatMap((path, index) => {
    const key = frameworkKey(path);
    const before = key === undefined ? undefined : first.get(key);
    if (key !== undefined && before === undefined) first.set(key, path);
    // The same file twice is a slip in the list, which the schema finds.
    return key === undefined || before === undefined || before === path ? [] : [{ index, path, key, first: before }];
  });
}

/** Examines one file of a root: a data file or a Markdown document. */
export function examineFile(file: LoadedFile, root: RootSettings, parser: MarkdownParser): ExaminedDocument {
  const type = root.dataFiles.get(file.path);
  if ('unreadable' in file) {
    return { facts: unreadableFacts(file.path, type ? 'yaml' : 'markdown', file.unreadable, file.detail, file.place), findings: [] };
  }
  try {
    return type
      ? examineYaml(file.path, file.source.text, type, root.settings)
      : examineMarkdown(file.path, file.source.text, { ...root.settings, parser });
  } catch (error) {
    // One hostile document must not keep the others from being checked.
    const reason = error instanceof TooDeepError || error instanceof RangeError ? 'too-deep' : 'failed';
    const detail = error instanceof Error ? error.message : String(error);
    return { facts: unreadableFacts(file.path, type ? 'yaml' : 'markdown', reason, detail), findings: [] };
  }
}

/** Whether a path is that of a Markdown document. */
export function isMarkdown(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path);
}

function mappingIn(file: LoadedFile | undefined): Mapping | undefined {
  if (!file || 'unreadable' in file) return undefined;
  const { value } = parseYaml(file.source.text);
  return isMapping(value) ? value : undefined;
}
