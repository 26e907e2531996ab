import { realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import picomatch from 'picomatch/posix';
import type { DocumentFacts } from '../../core/facts/types.js';
import type { LocatedDiagnostic, RuleFinding } from '../../core/lint/finding.js';
import { CONFIGURATION, Linter } from '../../core/lint/linter.js';
import { reportOn, type SourceFor } from '../../core/lint/report.js';
import type { Rule } from '../../core/lint/rule.js';
import { MANIFEST, type RuleSettings } from '../../core/model/manifest.js';
import { firstLookIn, type TakeFirstLook } from '../../core/root/first-look.js';
import { configurationProblems, examineFile, isMarkdown, type RootSettings } from '../../core/root/root-settings.js';
import type { SourceText } from '../../core/text/source-text.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import { type FileChange, WorkspaceIndex } from '../../core/workspace/workspace-index.js';
import { rules as shippedRules } from '../../rules/index.js';
import { BUILD_ID } from './build-id.js';
import { factsKey, lastChange, resultKey } from './cache-keys.js';
import { examineFiles } from './examine-files.js';
import { cacheFolder, digest, FactsCache, resultCache } from './facts-cache.js';
import { type ListedFile, listFiles } from './list-files.js';
import { loadSettings, type ReadListed, type RootRequest, reader } from './load-root.js';
import { loadParser, type ParserChoice } from './markdown-parser.js';
import { type Overlay, overlaid } from './overlay.js';
import { localToday } from './today.js';

/** Where the files of a root are when they are not on disk. */
export interface FileSource {
  /** As {@link listFiles} lists those on disk. */
  readonly files: readonly ListedFile[];
  readonly read: ReadListed;
}

/** How a guidance root is opened. */
export interface OpenOptions {
  /** The rules to run. */
  readonly rules: readonly Rule[];
  /** A manifest to use in place of the root's own. */
  readonly configFile?: string;
  /** Settings that win over the manifest's. */
  readonly ruleSettings?: RuleSettings;
  /** The day that reviews are judged by, `YYYY-MM-DD`; the current one where it is not given. */
  readonly today?: string;
  /** Whether to keep what was learnt for the next run, and where; in the user's cache folder where it is not said. */
  readonly cache?: boolean | string;
  /** Threads to use besides this one. */
  readonly workers?: number;
  readonly parser?: ParserChoice;
  /** Texts in the place of files' own; nothing is cached then. */
  readonly overlay?: Overlay;
  /** Files in the place of those on disk, such as those of another revision; nothing is cached then, and all is read here. */
  readonly source?: FileSource;
  readonly progress?: (done: number, total: number) => void;
  readonly throwIfCancelled?: () => void;
  /** Given a way to look at single documents once the settings are known, before any document is read. */
  readonly look?: TakeFirstLook;
}

/** A guidance root that is loaded whole. */
export interface LoadedRoot {
  readonly snapshot: WorkspaceSnapshot;
  readonly settings: RootSettings;
  /** What the document rules found in each file, and what is wrong with the manifest. */
  readonly findings: ReadonlyMap<string, readonly RuleFinding[]>;
}

/** What a run of the linter says. */
export interface LintReport {
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** The paths of the documents and data files that were checked. */
  readonly files: readonly string[];
}

/** A guidance root on disk. Nothing is read before it is asked for. */
export class Workspace {
  private listing: readonly ListedFile[] | undefined;
  private loaded: Promise<LoadedRoot> | undefined;
  private readonly request: RootRequest;
  /** The day that reviews are judged by. */
  readonly today: string;

  constructor(
    /** The folder, absolute. */
    readonly root: string,
    private readonly options: OpenOptions,
    /** The root's files, where somebody has listed them already. */
    private readonly listed?: readonly ListedFile[],
  ) {
    this.today = options.today ?? localToday();
    this.request = {
      root,
      ...(options.configFile === undefined ? {} : { configFile: resolve(options.configFile) }),
      ...(options.ruleSettings ? { ruleSettings: options.ruleSettings } : {}),
      ...(options.overlay ? { overlay: options.overlay } : {}),
    };
  }

  /** Reads and indexes everything; once, however often it is called. */
  load(): Promise<LoadedRoot> {
    this.loaded ??= this.loadNow();
    return this.loaded;
  }

  /** Runs every rule. A root that has not changed since the last run is not read again. */
  async lint(): Promise<LintReport> {
    const file = this.cacheFile('result');
    const startedAt = Date.now();
    const key = file && resultKey(this.files(), this.options, this.today);
    const known = file && key ? (resultCache.read(file, key) as LintReport | undefined) : undefined;
    if (known) return known;
    const { snapshot, settings, findings } = await this.load();
    const raw = new Linter().run({ snapshot, config: settings.config, today: this.today, findings: (path) => findings.get(path) ?? [] });
    const diagnostics = reportOn(raw, snapshot, settings.config, this.sourceFor);
    const report = { diagnostics, files: [...snapshot.dataFiles, ...snapshot.markdown].map((facts) => facts.path) };
    if (file && key) resultCache.write(file, key, report, lastChange(this.files(), this.options), startedAt);
    return report;
  }

  /** The text of a file; undefined where it cannot be read. Only the last one asked for is kept. */
  readonly sourceFor: SourceFor = (path) => {
    if (this.lastSource?.path === path) return this.lastSource;
    const file = reader(this.request, this.filesByPath(), this.options.source?.read)(path);
    this.lastSource = file && 'source' in file ? file.source : undefined;
    return this.lastSource;
  };

  private lastSource: SourceText | undefined;

  private byPath: ReadonlyMap<string, ListedFile> | undefined;

  private filesByPath(): ReadonlyMap<string, ListedFile> {
    this.byPath ??= new Map(this.files().map((file) => [file.path, file]));
    return this.byPath;
  }

  private files(): readonly ListedFile[] {
    this.listing ??= overlaid(this.options.source?.files ?? this.listed ?? listFiles(this.root), this.options.overlay);
    return this.listing;
  }

  private async loadNow(): Promise<LoadedRoot> {
    const { rules, source } = this.options;
    const files = this.filesByPath();
    const [settings, parser] = await Promise.all([loadSettings(this.request, files, rules, source?.read), loadParser(this.options.parser)]);
    const { root } = settings;
    await this.options.look?.(firstLookIn(root, parser));
    const excluded = root.manifest.exclude.length > 0 ? picomatch([...root.manifest.exclude], { dot: true }) : () => false;
    const documents = this.files().filter((file) => this.isExamined(file, root, excluded));
    const cacheFile = this.cacheFile('facts');
    const examined = await examineFiles(documents, {
      request: this.request,
      settings,
      parser,
      parserChoice: this.options.parser ?? 'auto',
      settingsFiles: [MANIFEST, ...root.dataFiles.keys(), ...Object.values(root.manifest.types)].flatMap((path) => files.get(path) ?? []),
      cache: cacheFile === undefined ? undefined : new FactsCache(cacheFile, factsKey(root, parser.name)),
      ...this.threads(),
      ...(this.options.progress ? { progress: this.options.progress } : {}),
      ...(this.options.throwIfCancelled ? { throwIfCancelled: this.options.throwIfCancelled } : {}),
    });
    const findings = new Map<string, readonly RuleFinding[]>();
    const index = new WorkspaceIndex(root.types);
    index.load(changes(this.files(), examined, findings));
    this.addManifest(settings.read, root, index, findings);
    const problems = [...settings.problems, ...configurationProblems(root, (path) => files.has(path))];
    const aboutManifest = problems.map((problem) => ({ ...problem, ruleId: CONFIGURATION }));
    findings.set(MANIFEST, [...(findings.get(MANIFEST) ?? []), ...aboutManifest]);
    return { snapshot: index.snapshot(), settings: root, findings };
  }

  /** A manifest from elsewhere is examined in the place of the root's own. */
  private addManifest(
    read: ReturnType<typeof reader>,
    root: RootSettings,
    index: WorkspaceIndex,
    findings: Map<string, readonly RuleFinding[]>,
  ): void {
    if (this.request.configFile === undefined) return;
    const file = read(MANIFEST);
    if (!file) return;
    const examined = examineFile(file, root, { name: 'none', parse: () => ({ type: 'root', children: [] }) });
    index.load([{ path: MANIFEST, facts: examined.facts }]);
    findings.set(MANIFEST, examined.findings);
  }

  private cacheFile(kind: 'facts' | 'result'): string | undefined {
    const { cache = true } = this.options;
    // From source nothing is cached: the code that made the entries may have changed since.
    // Nor are a caller's own rules, of whose code nothing is known here.
    if (cache === false || BUILD_ID === undefined || this.options.overlay || this.options.source || this.hasOwnRules()) return undefined;
    const folder = cache === true ? cacheFolder() : resolve(cache);
    return join(folder, `${digest(realpathSync(this.root)).slice(0, 16)}-${kind}`);
  }

  /** How many threads examine: a worker has the shipped rules and no others, and reads from disk. */
  private threads(): { workers?: number } {
    if (this.hasOwnRules() || this.options.source) return { workers: 0 };
    return this.options.workers === undefined ? {} : { workers: this.options.workers };
  }

  private hasOwnRules(): boolean {
    return this.options.rules.some((rule) => !shippedRules.includes(rule));
  }

  /** Data files always, and the documents that are not left out; a manifest from elsewhere is examined in its own way. */
  private isExamined(file: ListedFile, root: RootSettings, excluded: (path: string) => boolean): boolean {
    if (file.path === MANIFEST && this.request.configFile !== undefined) return false;
    return root.dataFiles.has(file.path) || ((isMarkdown(file.path) || file.folder === true) && !excluded(file.path));
  }
}

function* changes(
  files: readonly ListedFile[],
  examined: ReadonlyMap<string, { facts: DocumentFacts; findings: readonly RuleFinding[] }>,
  findings: Map<string, readonly RuleFinding[]>,
): Generator<FileChange> {
  for (const { path } of files) {
    const document = examined.get(path);
    if (!document) {
      yield { path, asset: true };
      continue;
    }
    findings.set(path, document.findings);
    yield { path, facts: document.facts };
  }
}
