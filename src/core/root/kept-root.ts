import type { RuleFinding } from '../lint/finding.js';
import { LiveReport, type ReportByPath, type ReportedChange } from '../lint/live-report.js';
import type { SourceFor } from '../lint/report.js';
import type { MarkdownParser } from '../markdown/parser.js';
import type { LoadedFile } from '../text/source-text.js';
import type { WorkspaceSnapshot } from '../workspace/snapshot.js';
import type { FileChange, WorkspaceIndex } from '../workspace/workspace-index.js';
import { examineFile, type RootSettings } from './root-settings.js';

/** A file as it is now: one to examine, another kind of file, or none any more. */
export type KeptFile =
  | { readonly path: string; readonly file: LoadedFile }
  | { readonly path: string; readonly asset: true }
  | { readonly path: string; readonly deleted: true };

/** A guidance root whose files are examined as they change, with what is said of it. */
export class KeptRoot {
  private readonly report = new LiveReport();

  /**
   * @param findings what the document rules found in each file; kept up to date here
   */
  constructor(
    private current: RootSettings,
    private readonly index: WorkspaceIndex,
    private readonly findings: Map<string, readonly RuleFinding[]>,
    private readonly parser: MarkdownParser,
  ) {}

  get settings(): RootSettings {
    return this.current;
  }

  get snapshot(): WorkspaceSnapshot {
    return this.index.snapshot();
  }

  /** Adds files to a root of which nobody has asked anything yet. */
  load(files: readonly KeptFile[]): void {
    this.index.load(files.map((file) => this.examined(file)));
    this.report.reset();
  }

  /** Makes ready a part of what the next change needs, while nobody waits for it; tells whether all of it is ready. */
  prepare(): boolean {
    return this.index.prepare();
  }

  /** Takes in files as they are now, and examines them. */
  change(files: readonly KeptFile[]): ReportedChange {
    const changes = files.map((file) => this.examined(file));
    const { affected, sameMeaning } = this.report.isBlank ? this.takenBeforeAll(changes) : this.index.apply(changes);
    const change = { paths: files.map(({ path }) => path), affected, sameMeaning };
    this.report.note(change);
    return change;
  }

  /** Takes new settings, with which documents are read as they are with the old ones. */
  takeSettings(settings: RootSettings): void {
    this.current = settings;
    this.index.setTypes(settings.types);
  }

  /** Adds what is wrong with a file that was examined, beyond what its own rules found. */
  addFindings(path: string, findings: readonly RuleFinding[]): void {
    this.findings.set(path, [...(this.findings.get(path) ?? []), ...findings]);
  }

  /** What is said of each file. */
  reportFor(today: string, sourceFor: SourceFor): ReportByPath {
    const { snapshot } = this;
    const findings = (path: string) => this.findings.get(path) ?? [];
    return this.report.current({ snapshot, config: this.current.config, today, findings }, sourceFor);
  }

  /** Nobody has been told anything yet: so whom the changes concern need not be found out. */
  private takenBeforeAll(changes: readonly FileChange[]): Pick<ReportedChange, 'affected' | 'sameMeaning'> {
    this.index.load(changes);
    const { dataFiles, markdown } = this.snapshot;
    return { affected: new Set([...dataFiles, ...markdown].map(({ path }) => path)), sameMeaning: false };
  }

  private examined(change: KeptFile): FileChange {
    const { path } = change;
    this.findings.delete(path);
    if (!('file' in change)) return change;
    const { facts, findings } = examineFile(change.file, this.current, this.parser);
    this.findings.set(path, findings);
    return { path, facts };
  }
}
