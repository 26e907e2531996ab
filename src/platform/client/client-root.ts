import type { RuleFinding } from '../../core/lint/finding.js';
import { CONFIGURATION } from '../../core/lint/linter.js';
import type { ReportByPath } from '../../core/lint/live-report.js';
import type { Rule } from '../../core/lint/rule.js';
import type { MarkdownParser } from '../../core/markdown/parser.js';
import { MANIFEST } from '../../core/model/manifest.js';
import { firstLookIn, type TakeFirstLook } from '../../core/root/first-look.js';
import { type KeptFile, KeptRoot } from '../../core/root/kept-root.js';
import { ownTypes } from '../../core/root/own-types.js';
import { examinedIn, filesBehindAll, readingKey } from '../../core/root/reading.js';
import { configurationProblems, manifestOf, type ReadFile, type RootSettings, rootSettings } from '../../core/root/root-settings.js';
import { isPassedOver } from '../../core/root/skipped-folders.js';
import { type LoadedFile, SourceText } from '../../core/text/source-text.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import { WorkspaceIndex } from '../../core/workspace/workspace-index.js';

/** A file as a client gives it: without a text where it is another kind of file. */
export interface ClientFile {
  readonly path: string;
  readonly text?: string;
}

/** Gives the files of a root: all of them, or those of the paths that are there, and what is below those that are folders. */
export type ReadFiles = (paths?: readonly string[]) => Promise<readonly ClientFile[]>;

/** How a root is opened. */
export interface ClientRootOptions {
  readonly rules: readonly Rule[];
  readonly parser: MarkdownParser;
  /** Gives the day that reviews are judged by. */
  readonly today: () => string;
  readonly progress?: (done: number, total: number) => void;
  readonly throwIfCancelled?: () => void;
}

/** How many documents are examined before others have their turn. */
const CHUNK = 20;

/**
 * A guidance root whose files a client gives, where there is no disk: kept up to date as a root on a disk is.
 *
 * Invariant: after any sequence of changes it says the same as one that is opened anew.
 */
export class ClientRoot {
  private readonly files = new Map<string, LoadedFile | undefined>();
  private readonly open = new Map<string, LoadedFile>();
  private state!: { readonly kept: KeptRoot; readonly settings: RootSettings };

  private constructor(
    private readonly readFiles: ReadFiles,
    private readonly options: ClientRootOptions,
  ) {}

  /**
   * Asks for all files, and examines them.
   * @param look taken on the way there
   */
  static async open(readFiles: ReadFiles, options: ClientRootOptions, look?: TakeFirstLook): Promise<ClientRoot> {
    const root = new ClientRoot(readFiles, options);
    for (const file of await readFiles()) root.files.set(file.path, loaded(file));
    await root.reload(look);
    return root;
  }

  get snapshot(): WorkspaceSnapshot {
    return this.state.kept.snapshot;
  }

  get today(): string {
    return this.options.today();
  }

  /** Asks again for files that may have changed. */
  async apply(paths: Iterable<string>): Promise<{ paths: readonly string[] }> {
    const asked = [...paths];
    if (asked.includes('')) return this.refresh();
    return this.compare(await this.readFiles(asked), (path) => asked.some((one) => path === one || path.startsWith(`${one}/`)));
  }

  /** Asks again for all files. */
  async refresh(): Promise<{ paths: readonly string[] }> {
    return this.compare(await this.readFiles(), () => true);
  }

  /** Takes a text in the place of a file's own, as an editor has it. */
  setText(path: string, text: string): Promise<{ paths: readonly string[] }> {
    if (isPassedOver(path)) return this.take([]);
    const before = this.read(path);
    this.open.set(path, { path, source: SourceText.of(path, text) });
    return this.take(isSame(before, this.read(path)) ? [] : [path]);
  }

  /** Goes back to a file's own text. */
  dropText(path: string): Promise<{ paths: readonly string[] }> {
    const before = this.read(path);
    this.open.delete(path);
    return this.take(isSame(before, this.read(path)) ? [] : [path]);
  }

  report(): ReportByPath {
    return this.state.kept.reportFor(this.today, (path) => this.sourceFor(path));
  }

  /** Makes ready what the next change needs, while nobody waits for it. */
  prepare(): boolean {
    return this.state.kept.prepare();
  }

  sourceFor(path: string): SourceText | undefined {
    const file = this.read(path);
    return file && 'source' in file ? file.source : undefined;
  }

  private readonly read: ReadFile = (path) => this.open.get(path) ?? this.files.get(path);

  private has(path: string): boolean {
    return this.open.has(path) || this.files.has(path);
  }

  /** Takes what a client gives for the paths that it was asked for. */
  private compare(given: readonly ClientFile[], wasAsked: (path: string) => boolean): Promise<{ paths: readonly string[] }> {
    const now = new Map(given.map((file) => [file.path, file]));
    const changed = new Set<string>();
    for (const path of [...this.files.keys()]) {
      if (!wasAsked(path) || now.has(path)) continue;
      this.files.delete(path);
      changed.add(path);
    }
    for (const [path, file] of now) {
      if (this.files.has(path) && isSame(this.files.get(path), loaded(file))) continue;
      this.files.set(path, loaded(file));
      changed.add(path);
    }
    return this.take([...changed].filter((path) => !this.open.has(path)));
  }

  private async take(changed: readonly string[]): Promise<{ paths: readonly string[] }> {
    if (changed.length === 0) return { paths: [] };
    const { kept, settings } = this.state;
    const behind = filesBehindAll(settings);
    const isBehind = changed.some((path) => behind.has(path));
    const now = isBehind ? await this.loadSettings() : undefined;
    if (now && readingKey(now.settings) !== readingKey(settings)) {
      await this.reload();
      return { paths: changed };
    }
    if (now) {
      kept.takeSettings(now.settings);
      this.state = { kept, settings: now.settings };
    }
    kept.change([...new Set([...changed, ...(now ? [MANIFEST] : [])])].sort().map((path) => this.changeOf(path)));
    if (now) kept.addFindings(MANIFEST, now.problems);
    return { paths: changed };
  }

  private changeOf(path: string): KeptFile {
    if (!this.has(path)) return { path, deleted: true };
    const file = examinedIn(this.state.settings)(path) ? this.read(path) : undefined;
    return file ? { path, file } : { path, asset: true };
  }

  private async loadSettings(): Promise<{ settings: RootSettings; problems: readonly RuleFinding[] }> {
    const manifest = manifestOf(this.read);
    const own = await ownTypes(manifest, this.read);
    const settings = rootSettings(manifest, this.read, { rules: this.options.rules, ownTypes: own.types });
    const problems = [...own.problems, ...configurationProblems(settings, (path) => this.has(path))];
    return { settings, problems: problems.map((problem) => ({ ...problem, ruleId: CONFIGURATION })) };
  }

  private async reload(look?: TakeFirstLook): Promise<void> {
    const { settings, problems } = await this.loadSettings();
    await look?.(firstLookIn(settings, this.options.parser));
    const kept = new KeptRoot(settings, new WorkspaceIndex(settings.types), new Map(), this.options.parser);
    this.state = { kept, settings };
    const paths = [...new Set([...this.files.keys(), ...this.open.keys()])].sort();
    for (let done = 0; done < paths.length; done += CHUNK) {
      this.options.throwIfCancelled?.();
      kept.load(paths.slice(done, done + CHUNK).map((path) => this.changeOf(path)));
      this.options.progress?.(done, paths.length);
      await new Promise((resolve) => setTimeout(resolve));
    }
    kept.addFindings(MANIFEST, problems);
  }
}

function loaded({ path, text }: ClientFile): LoadedFile | undefined {
  return text === undefined ? undefined : { path, source: SourceText.of(path, text) };
}

function isSame(a: LoadedFile | undefined, b: LoadedFile | undefined): boolean {
  if (!a || !b) return a === b;
  return 'source' in a && 'source' in b && a.source.text === b.source.text;
}
