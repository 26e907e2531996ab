import type { LocatedDiagnostic, RuleFinding } from '../../core/lint/finding.js';
import { CONFIGURATION, Linter } from '../../core/lint/linter.js';
import { reportOn } from '../../core/lint/report.js';
import type { Rule } from '../../core/lint/rule.js';
import type { MarkdownParser } from '../../core/markdown/parser.js';
import { MANIFEST, type RuleSettings } from '../../core/model/manifest.js';
import { configurationProblems, examineFile, isMarkdown, manifestOf, type ReadFile, rootSettings } from '../../core/root/root-settings.js';
import type { OwnType } from '../../core/schema/registry.js';
import { SourceText } from '../../core/text/source-text.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import { WorkspaceIndex } from '../../core/workspace/workspace-index.js';

/** What a guidance root in memory is linted with. */
export interface MemoryOptions {
  readonly rules: readonly Rule[];
  readonly parser: MarkdownParser;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly ruleSettings?: RuleSettings;
  readonly ownTypes?: readonly OwnType[];
}

/** A guidance root in memory: its snapshot and everything that the rules say of it. */
export interface MemoryWorkspace {
  readonly snapshot: WorkspaceSnapshot;
  readonly index: WorkspaceIndex;
  readonly diagnostics: readonly LocatedDiagnostic[];
}

/** Lints a guidance root that is given as texts by path. */
export function lintInMemory(files: Readonly<Record<string, string>>, options: MemoryOptions): MemoryWorkspace {
  const read: ReadFile = (path) => {
    const text = Object.hasOwn(files, path) ? files[path] : undefined;
    return text === undefined ? undefined : { path, source: new SourceText(path, text) };
  };
  const root = rootSettings(manifestOf(read), read, options);
  const findings = new Map<string, readonly RuleFinding[]>();
  const index = new WorkspaceIndex(root.types);
  index.load(
    Object.keys(files).map((path) => {
      const file = read(path);
      if (!file || !(isMarkdown(path) || root.dataFiles.has(path))) return { path, asset: true };
      const examined = examineFile(file, root, options.parser);
      findings.set(path, examined.findings);
      return { path, facts: examined.facts };
    }),
  );
  const problems = configurationProblems(root, (path) => Object.hasOwn(files, path));
  const manifest = problems.map((problem) => ({ ...problem, ruleId: CONFIGURATION }));
  findings.set(MANIFEST, [...(findings.get(MANIFEST) ?? []), ...manifest]);
  const snapshot = index.snapshot();
  const raw = new Linter().run({ snapshot, config: root.config, today: options.today, findings: (path) => findings.get(path) ?? [] });
  const diagnostics = reportOn(raw, snapshot, root.config, (path) => {
    const file = read(path);
    return file && 'source' in file ? file.source : undefined;
  });
  return { snapshot, index, diagnostics };
}
