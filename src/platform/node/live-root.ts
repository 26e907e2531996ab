import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { LocatedDiagnostic, RuleFinding } from '../../core/lint/finding.js';
import { CONFIGURATION } from '../../core/lint/linter.js';
import { inOneList, type ReportByPath } from '../../core/lint/live-report.js';
import type { MarkdownParser } from '../../core/markdown/parser.js';
import { MANIFEST } from '../../core/model/manifest.js';
import type { TakeFirstLook } from '../../core/root/first-look.js';
import { type KeptFile, KeptRoot } from '../../core/root/kept-root.js';
import { examinedIn, filesBehindAll, readingKey } from '../../core/root/reading.js';
import { configurationProblems, isMarkdown, type RootSettings } from '../../core/root/root-settings.js';
import { isPassedOver } from '../../core/root/skipped-folders.js';
import type { LoadedFile, SourceText } from '../../core/text/source-text.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import { type FileChange, WorkspaceIndex } from '../../core/workspace/workspace-index.js';
import { type ListedFile, listFile, listFiles } from './list-files.js';
import { loadSettings, type RootRequest, reader } from './load-root.js';
import { loadParser } from './markdown-parser.js';
import { OpenTexts } from './open-texts.js';
import { localToday } from './today.js';
import { type OpenOptions, Workspace } from './workspace.js';

/** How a live root is opened; `today` is the current day, anew for every report, where it is not given. */
export type LiveOptions = Omit<OpenOptions, 'look'>;

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
 * A guidance root that is kept up to date while its files change, on the disk or in an editor.
 *
 * Invariant: after any sequence of changes it says the same as one that is opened anew.
 */
export class LiveRoot {
  private readonly open = new OpenTexts();

  private constructor(
    /** The folder, absolute. */
    readonly root: string,
    private readonly options: LiveOptions,
    private readonly parser: MarkdownParser,
    private state: LoadedState,
  ) {}

  /**
   * Reads a guidance folder whole.
   * @param look taken on the way there
   */
  static async open(root: string, options: LiveOptions, look?: TakeFirstLook): Promise<LiveRoot> {
    const parser = await loadParser(options.parser);
    return new LiveRoot(root, options, parser, await loadState(root, options, parser, look));
  }

  get snapshot(): WorkspaceSnapshot {
    return this.state.kept.snapshot;
  }

  get settings(): RootSettings {
    return this.state.kept.settings;
  }

  /** The day that reviews are judged by. */
  get today(): string {
    return this.options.today ?? localToday();
  }

  /**
   * Takes in that files may have changed: only those are read again. A change of the manifest, of a data file or of a
   * type's schema makes it read everything anew, if documents are read with what it says.
   * @param paths from the root, with `/`; folders too
   */
  async apply(paths: Iterable<string>): Promise<LiveChange> {
    const changed = new Set<string>();
    for (const path of paths) {
      if (this.concernsMore(path)) return this.refresh();
      if (this.hasChanged(path, listFile(this.root, path))) changed.add(path);
    }
    return this.take(this.notOpen(changed));
  }

  /** Looks at every file's stamp, and takes in what has changed. */
  async refresh(): Promise<LiveChange> {
    const files = new Map(listFiles(this.root).map((file) => [file.path, file]));
    const known = [...this.state.files.keys()];
    return this.take(this.notOpen(new Set([...files.keys(), ...known].filter((path) => this.hasChanged(path, files.get(path))))));
  }

  /**
   * Takes a text in the place of a file's own, as an editor has it; the file need not be there.
   * Only this document is examined again. A text that is the same as before changes nothing.
   */
  async setText(path: string, text: string): Promise<LiveChange> {
    if (isPassedOver(path)) return NO_CHANGE;
    const before = this.read(path);
    this.open.set(path, text, before);
    if (this.open.get(path) === undefined) return NO_CHANGE;
    return isText(before, this.open.textOf(path)) ? NO_CHANGE : this.take(new Set([path]));
  }

  /** Goes back to a file's own text, once an editor has closed it. */
  async dropText(path: string): Promise<LiveChange> {
    const before = this.read(path);
    if (!this.open.drop(path)) return NO_CHANGE;
    const now = this.read(path);
    return now && 'source' in now && isText(before, now.source.text) ? NO_CHANGE : this.take(new Set([path]));
  }

  /** Runs the rules: on the documents that a change concerned, and for the rest says again what is known. */
  diagnostics(): readonly LocatedDiagnostic[] {
    return inOneList(this.report());
  }

  /** The same by path: the list of a file is the same value until something else is said of it. */
  report(): ReportByPath {
    return this.state.kept.reportFor(this.today, (path) => this.sourceFor(path));
  }

  /** Makes ready a part of what the next change needs, while nobody waits for it; tells whether all of it is ready. */
  prepare(): boolean {
    return this.state.kept.prepare();
  }

  /** A file as it is now; undefined where the root has none of that path. */
  read(path: string): LoadedFile | undefined {
    return this.open.get(path) ?? reader(this.request(), this.state.files)(path);
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

  /** Of a file that an editor has open, what happens on the disk is only noted: it counts once the editor closes it. */
  private notOpen(changed: ReadonlySet<string>): ReadonlySet<string> {
    const open = [...changed].filter((path) => this.open.has(path));
    for (const path of open) this.note(path, listFile(this.root, path));
    return open.length === 0 ? changed : new Set([...changed].filter((path) => !this.open.has(path)));
  }

  private async take(changed: ReadonlySet<string>): Promise<LiveChange> {
    if (changed.size === 0) return NO_CHANGE;
    const behind = [...changed].some((path) => this.state.behindAll.has(path));
    // What is wrong with the manifest depends on the files that it names.
    const files = [...new Set([...changed, ...(behind ? [MANIFEST] : [])])].sort().map((path) => this.changeOf(path));
    const problems = behind ? await this.takeSettings() : [];
    if (!problems) return this.reload();
    const { affected } = this.state.kept.change(files);
    this.state.kept.addFindings(MANIFEST, problems);
    return { reloaded: false, paths: [...changed].sort(), affected };
  }

  /**
   * Takes new settings, if documents are read with them as with the old ones; what is wrong with them then.
   * Undefined where everything has to be read anew.
   */
  private async takeSettings(): Promise<readonly RuleFinding[] | undefined> {
    if (this.options.configFile !== undefined) return undefined;
    const { kept, files } = this.state;
    const request = { ...this.request(), overlay: this.open.asOverlay(() => true, this.options.overlay) ?? new Map() };
    const { root, problems } = await loadSettings(request, files, this.options.rules);
    if (readingKey(root) !== readingKey(kept.settings)) return undefined;
    this.state = { ...this.state, behindAll: filesBehindAll(root) };
    kept.takeSettings(root);
    const found = [...problems, ...configurationProblems(root, (path) => files.has(path) || this.open.has(path))];
    return found.map((problem) => ({ ...problem, ruleId: CONFIGURATION }));
  }

  /** Reads everything anew: from the disk first, which the cache knows, and then what editors have open. */
  private async reload(): Promise<LiveChange> {
    const before = [...this.state.files.keys()];
    const onDisk = reader(this.request(), this.state.files);
    const overlay = this.open.asOverlay((path) => !isMarkdown(path) && !isText(onDisk(path), this.open.textOf(path)), this.options.overlay);
    this.state = await loadState(this.root, { ...this.options, ...(overlay ? { overlay } : {}) }, this.parser);
    const others = this.open.paths().filter((path) => !overlay?.has(path) && !isText(onDisk(path), this.open.textOf(path)));
    if (others.length > 0) this.state.kept.change(others.map((path) => this.changeOf(path)));
    const { snapshot } = this;
    const documents = [...snapshot.dataFiles, ...snapshot.markdown].map(({ path }) => path);
    return { reloaded: true, paths: [...new Set([...before, ...this.state.files.keys()])].sort(), affected: new Set(documents) };
  }

  private changeOf(path: string): KeptFile {
    const open = this.open.has(path);
    // What is on the disk of a file that is typed in was noted when it changed there: to look at each letter would take longer than to parse.
    const listed = open ? this.state.files.get(path) : listFile(this.root, path);
    if (!open) this.note(path, listed);
    if (!listed && !open) return { path, deleted: true };
    const file = this.state.isExamined(path, listed?.folder) ? this.read(path) : undefined;
    return file ? { path, file } : { path, asset: true };
  }

  private note(path: string, listed: ListedFile | undefined): void {
    if (listed) this.state.files.set(path, listed);
    else this.state.files.delete(path);
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
  readonly kept: KeptRoot;
  readonly files: Map<string, ListedFile>;
  /** The files that every document depends on. */
  readonly behindAll: ReadonlySet<string>;
  readonly isExamined: ReturnType<typeof examinedIn>;
}

async function loadState(root: string, options: LiveOptions, parser: MarkdownParser, look?: TakeFirstLook): Promise<LoadedState> {
  // Listed before it is read: what changes meanwhile is seen as a change later.
  const listed = listFiles(root);
  const files = new Map(listed.map((file) => [file.path, file]));
  const { snapshot, settings, findings } = await new Workspace(root, look ? { ...options, look } : options, listed).load();
  const index = new WorkspaceIndex(settings.types);
  index.load(snapshot.filePaths.map((path) => changeFor(path, snapshot)));
  return {
    kept: new KeptRoot(settings, index, new Map(findings), parser),
    files,
    behindAll: filesBehindAll(settings),
    isExamined: examinedIn(settings),
  };
}

function isText(file: LoadedFile | undefined, text: string | undefined): boolean {
  return file !== undefined && 'source' in file && file.source.text === text;
}

function changeFor(path: string, snapshot: WorkspaceSnapshot): FileChange {
  const facts = snapshot.facts(path);
  return facts ? { path, facts } : { path, asset: true };
}
