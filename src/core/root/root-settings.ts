import { type ExaminedDocument, type ExamineSettings, examineMarkdown, examineYaml } from '../lint/examine.js';
import { RuleConfig } from '../lint/config.js';
import type { Finding } from '../lint/finding.js';
import type { Rule } from '../lint/rule.js';
import { unreadableFacts } from '../facts/extract.js';
import { NO_GLOSSARY, readGlossary } from '../model/glossary.js';
import { type Manifest, MANIFEST, NO_MANIFEST, readManifest, type RuleSettings } from '../model/manifest.js';
import type { MarkdownParser } from '../markdown/parser.js';
import { type DocumentType, typeRegistry, type OwnType, type TypeRegistry } from '../schema/registry.js';
import { didYouMean } from '../text/suggest.js';
import type { LoadedFile } from '../text/source-text.js';
import { parseYaml } from '../yaml/parse-yaml.js';
import { isMapping, type Mapping } from '../yaml/value.js';

/** Everything about a root that its documents are read with: made from the manifest and the data files first. */
export interface RootSettings {
  readonly manifest: Manifest;
  readonly types: TypeRegistry;
  readonly config: RuleConfig;
  readonly settings: Omit<ExamineSettings, 'parser'>;
  /** The data files that the manifest names, by path. */
  readonly dataFiles: ReadonlyMap<string, DocumentType>;
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
  const value = mappingIn(read(MANIFEST));
  return value ? readManifest(value) : NO_MANIFEST;
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
  return { manifest, types, config, settings, dataFiles };
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
    if (path !== undefined && !hasFile(path)) problem({ field }, `There is no file “${path}” in this guidance folder. Correct the path, or create the file.`);
  }
  const known = new Set(root.config.rules.map((rule) => rule.id));
  const check = (rules: RuleSettings, field: readonly (string | number)[]) => {
    for (const id of Object.keys(rules)) {
      if (!known.has(id)) problem({ field: [...field, id], part: 'key' }, `There is no rule “${id}”.${didYouMean(id, known)} “dmap rules” lists them all.`);
    }
  };
  check(root.manifest.rules, ['lint', 'rules']);
  root.manifest.overrides.forEach((override, index) => check(override.rules, ['lint', 'overrides', index, 'rules']));
  return problems;
}

/** Examines one file of a root: a data file or a Markdown document. */
export function examineFile(file: LoadedFile, root: RootSettings, parser: MarkdownParser): ExaminedDocument {
  const type = root.dataFiles.get(file.path);
  if ('unreadable' in file) {
    return { facts: unreadableFacts(file.path, type ? 'yaml' : 'markdown', file.unreadable, file.detail, file.place), findings: [] };
  }
  return type
    ? examineYaml(file.path, file.source.text, type, root.settings)
    : examineMarkdown(file.path, file.source.text, { ...root.settings, parser });
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
