import { RuleConfig } from '../../src/core/lint/config.js';
import type { LocatedDiagnostic, RuleFinding } from '../../src/core/lint/finding.js';
import { Linter } from '../../src/core/lint/linter.js';
import { reportOn } from '../../src/core/lint/report.js';
import type { Rule } from '../../src/core/lint/rule.js';
import { examineFile, isMarkdown, manifestOf, type ReadFile, type RootSettings, rootSettings } from '../../src/core/root/root-settings.js';
import { SourceText } from '../../src/core/text/source-text.js';
import { type FileChange, WorkspaceIndex } from '../../src/core/workspace/workspace-index.js';
import { remarkParser } from '../../src/platform/remark-parser.js';
import type { Files } from './root-arbitrary.js';

const parser = remarkParser();

/**
 * A root that is kept up to date change by change, as an editor keeps one: documents are examined when they change –
 * all of them when a data file does, which they are read with – and only affected ones are linted again.
 */
export class LiveRoot {
  readonly index: WorkspaceIndex;
  private settings: RootSettings;
  private readonly linter = new Linter();
  private readonly findings = new Map<string, readonly RuleFinding[]>();

  constructor(
    private files: Files,
    private readonly rules: readonly Rule[],
  ) {
    this.settings = this.settingsOf(files);
    this.index = new WorkspaceIndex(this.settings.types);
    this.index.load(Object.keys(files).map((path) => this.change(path)));
  }

  /** Takes in the files as they are now. */
  update(files: Files): ReadonlySet<string> {
    const before = this.files;
    const different = [...new Set([...Object.keys(before), ...Object.keys(files)])].filter((path) => before[path] !== files[path]);
    this.files = files;
    const data = different.some((path) => path.endsWith('.yml'));
    if (data) this.settings = this.settingsOf(files);
    const again = data ? [...new Set([...different, ...Object.keys(files)])] : different;
    return this.index.apply(again.map((path) => this.change(path))).affected;
  }

  /** Lints: everything, or only what a change affects. */
  lint(affected?: ReadonlySet<string>, today = '2026-09-01', rules = this.rules): LocatedDiagnostic[] {
    const snapshot = this.index.snapshot();
    const config = rules === this.rules ? this.settings.config : new RuleConfig(rules, this.settings.manifest);
    const input = { snapshot, config, today, findings: (path: string) => this.findings.get(path) ?? [] };
    return reportOn(this.linter.run(input, affected), snapshot, config, (path) => this.source(path));
  }

  private change(path: string): FileChange {
    const text = this.files[path];
    this.findings.delete(path);
    if (text === undefined) return { path, deleted: true };
    if (!isMarkdown(path) && !this.settings.dataFiles.has(path)) return { path, asset: true };
    const examined = examineFile({ path, source: new SourceText(path, text) }, this.settings, parser);
    this.findings.set(path, examined.findings);
    return { path, facts: examined.facts };
  }

  private settingsOf(files: Files): RootSettings {
    const read: ReadFile = (path) => {
      const text = files[path];
      return text === undefined ? undefined : { path, source: new SourceText(path, text) };
    };
    return rootSettings(manifestOf(read), read, { rules: this.rules });
  }

  private source(path: string): SourceText | undefined {
    const text = this.files[path];
    return text === undefined ? undefined : new SourceText(path, text);
  }
}
