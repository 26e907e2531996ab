import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import picomatch from 'picomatch/posix';
import type { LocatedDiagnostic, RuleFinding } from '../../core/lint/finding.js';
import { Linter } from '../../core/lint/linter.js';
import { reportOn } from '../../core/lint/report.js';
import type { MarkdownParser } from '../../core/markdown/parser.js';
import { MANIFEST } from '../../core/model/manifest.js';
import { examineFile, isMarkdown, type RootSettings } from '../../core/root/root-settings.js';
import type { LoadedFile, SourceText } from '../../core/text/source-text.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import { type FileChange, WorkspaceIndex } from '../../core/workspace/workspace-index.js';
import { type ListedFile, listFile, listFiles } from './list-files.js';
import { type RootRequest, reader } from './load-root.js';
import { loadParser } from './markdown-parser.js';
import { localToday } from './today.js';
import { type OpenOptions, Workspace } from './workspace.js';

/** How a live root is opened; `today` is the current day, anew for every report, where it is not given. */
export type LiveOptions = OpenOptions;

/** What a change came to. */
export interface LiveChange {
  /** Whether everything was read anew, since something behind every document had changed. */
  readonly reloaded: boolean;
  /** The files that are new, other or gone; all files where everything was read anew. */
  readonly paths: readonly string[];
  /** The documents whose findings may be others now. */
  readonly affected: ReadonlySet<string>;
}

const NO_CHANGE: LiveChange = { reloaded: false, paths: [], affected: new Set() };

/**
 * A guidance root that is kept up to date while its files change.
 *
 * Invariant: after any sequence of changes it says the same as one that is opened anew.
 */
export class LiveRoot {
  private readonly linter = new Linter();
  /** The documents to look at again in the next report; undefined where all are. */
  private pending: Set<string> | undefined;
  private report: readonly LocatedDiagnostic[] | undefined;
  private reportedFor = '';

  private constructor(
    /** The folder, absolute. */
    readonly root: string,
    private readonly options: LiveOptions,
    private readonly parser: MarkdownParser,
    private state: LoadedState,
  ) {}

  /** Reads a guidance folder whole. */
  static async open(root: string, options: LiveOptions): Promise<LiveRoot> {
    const parser = await loadParser(options.parser);
    return new LiveRoot(root, options, parser, await loadState(root, options));
  }

  get snapshot(): WorkspaceSnapshot {
    return this.state.index.snapshot();
  }

  get settings(): RootSettings {
    return this.state.settings;
  }

  /** The day that reviews are judged by. */
  get today(): string {
    return this.options.today ?? localToday();
  }

  /**
   * Takes in that files may have changed: only those are read again. A change of the manifest, of a data file or of a
   * type's schema makes it read everything anew.
   * @param paths from the root, with `/`; folders too
   */
  async apply(paths: Iterable<string>): Promise<LiveChange> {
    const changed = new Set<string>();
    for (const path of paths) {
      if (this.concernsMore(path)) return this.refresh();
      if (this.hasChanged(path, listFile(this.root, path))) changed.add(path);
    }
    return this.take(changed);
  }

  /** Looks at every file's stamp, and takes in what has changed. */
  async refresh(): Promise<LiveChange> {
    const files = new Map(listFiles(this.root).map((file) => [file.path, file]));
    const known = [...this.state.files.keys()];
    return this.take(new Set([...files.keys(), ...known].filter((path) => this.hasChanged(path, files.get(path)))));
  }

  /** Runs the rules: on the documents that a change concerned, and for the rest says again what is known. */
  diagnostics(): readonly LocatedDiagnostic[] {
    const { today, snapshot } = this;
    if (this.report && this.pending?.size === 0 && this.reportedFor === today) return this.report;
    const { config } = this.state.settings;
    const findings = (path: string) => this.state.findings.get(path) ?? [];
    const found = this.linter.run({ snapshot, config, today, findings }, this.pending);
    this.report = reportOn(found, snapshot, config, (path) => this.sourceFor(path));
    this.reportedFor = today;
    this.pending = new Set();
    return this.report;
  }

  /** A file as it is now; undefined where the root has none of that path. */
  read(path: string): LoadedFile | undefined {
    return reader(this.request(), this.state.files)(path);
  }

  /** The text of a file; undefined where it cannot be read. */
  sourceFor(path: string): SourceText | undefined {
    const file = this.read(path);
    return file && 'source' in file ? file.source : undefined;
  }

  private request(): RootRequest {
    const { configFile, overlay } = this.options;
    return { root: this.root, ...(configFile === undefined ? {} : { configFile }), ...(overlay ? { overlay } : {}) };
  }

  private async take(changed: ReadonlySet<string>): Promise<LiveChange> {
    if (changed.size === 0) return NO_CHANGE;
    if ([...changed].some((path) => this.state.behindAll.has(path))) return this.reload();
    const changes = [...changed].sort().map((path) => this.changeOf(path));
    const { affected } = this.state.index.apply(changes);
    for (const path of affected) this.pending?.add(path);
    this.report = undefined;
    return { reloaded: false, paths: [...changed].sort(), affected };
  }

  private async reload(): Promise<LiveChange> {
    const before = [...this.state.files.keys()];
    this.state = await loadState(this.root, this.options);
    this.pending = undefined;
    this.report = undefined;
    const { snapshot } = this;
    const documents = [...snapshot.dataFiles, ...snapshot.markdown].map(({ path }) => path);
    return { reloaded: true, paths: [...new Set([...before, ...this.state.files.keys()])].sort(), affected: new Set(documents) };
  }

  private changeOf(path: string): FileChange {
    const listed = listFile(this.root, path);
    this.state.findings.delete(path);
    if (!listed) {
      this.state.files.delete(path);
      return { path, deleted: true };
    }
    this.state.files.set(path, listed);
    const file = this.state.isExamined(listed) ? this.read(path) : undefined;
    if (!file) return { path, asset: true };
    const { facts, findings } = examineFile(file, this.state.settings, this.parser);
    this.state.findings.set(path, findings);
    return { path, facts };
  }

  private hasChanged(path: string, now: ListedFile | undefined): boolean {
    const known = this.state.files.get(path);
    return known?.stamp !== now?.stamp || (known === undefined) !== (now === undefined) || known?.problem?.detail !== now?.problem?.detail;
  }

  /** Whether a path stands for more than one file: a folder, there or gone, or a manifest that makes its folder a root of its own. */
  private concernsMore(path: string): boolean {
    if (path === '' || path.endsWith(`/${MANIFEST}`) || this.state.files.get(path)?.folder) return true;
    if (lstatSync(join(this.root, path), { throwIfNoEntry: false })?.isDirectory()) return true;
    return !this.state.files.has(path) && this.snapshot.hasFolder(path);
  }
}

/** What a root is known by. */
interface LoadedState {
  readonly settings: RootSettings;
  readonly index: WorkspaceIndex;
  readonly files: Map<string, ListedFile>;
  readonly findings: Map<string, readonly RuleFinding[]>;
  /** The files that every document depends on. */
  readonly behindAll: ReadonlySet<string>;
  readonly isExamined: (file: ListedFile) => boolean;
}

async function loadState(root: string, options: LiveOptions): Promise<LoadedState> {
  // Listed before it is read: what changes meanwhile is seen as a change later.
  const files = new Map(listFiles(root).map((file) => [file.path, file]));
  const { snapshot, settings, findings } = await new Workspace(root, options).load();
  const index = new WorkspaceIndex(settings.types);
  index.load(snapshot.filePaths.map((path) => changeFor(path, snapshot)));
  const { manifest, dataFiles } = settings;
  const excluded = manifest.exclude.length > 0 ? picomatch([...manifest.exclude], { dot: true }) : () => false;
  return {
    settings,
    index,
    files,
    findings: new Map(findings),
    // What the manifest names and is not there may come.
    behindAll: new Set([
      MANIFEST,
      ...dataFiles.keys(),
      ...manifest.frameworks,
      ...[manifest.sources, manifest.glossary].flatMap((path) => path ?? []),
      ...Object.values(manifest.types),
    ]),
    isExamined: (file) => dataFiles.has(file.path) || ((isMarkdown(file.path) || file.folder === true) && !excluded(file.path)),
  };
}

function changeFor(path: string, snapshot: WorkspaceSnapshot): FileChange {
  const facts = snapshot.facts(path);
  return facts ? { path, facts } : { path, asset: true };
}
