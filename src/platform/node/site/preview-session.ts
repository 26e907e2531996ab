import { readFileSync, realpathSync } from 'node:fs';
import { sep } from 'node:path';
import type { Severity } from '../../../core/lint/finding.js';
import type { MarkdownParser } from '../../../core/markdown/parser.js';
import { MANIFEST } from '../../../core/model/manifest.js';
import { sameMeaning } from '../../../core/workspace/same-meaning.js';
import type { WorkspaceSnapshot } from '../../../core/workspace/snapshot.js';
import { documentPage } from '../../../site/addresses.js';
import type { History } from '../../../site/plan/site-input.js';
import { type LiveOptions, LiveRoot } from '../live-root.js';
import { loadParser } from '../markdown-parser.js';
import type { Stirred } from '../watch-root.js';
import { historyOf } from './git-history.js';
import { headOf } from './git-log.js';
import { type StandIn, standInPage, withPreview } from './preview-pages.js';
import { digestOf, type KnownPage, type PreviewParts, PreviewSite } from './preview-site.js';
import type { LoadedAssets } from './site-assets.js';
import type { PlannedSite, SiteMaker } from './site-maker.js';

/** How a guidance folder is previewed. */
export interface PreviewOptions extends LiveOptions {
  readonly drafts: boolean;
  readonly maker: SiteMaker;
  /** What every page loads: the styles can follow from what the guidance says of its site. */
  readonly assets: (snapshot: WorkspaceSnapshot) => LoadedAssets;
}

/** What the preview says to one request. */
export interface PreviewAnswer {
  readonly status: 200 | 404 | 500;
  readonly content: string | Uint8Array;
  /** The path whose ending says what it is. */
  readonly path: string;
  readonly foreign?: true;
}

/** A finding as the page's script shows it. */
export interface PreviewFinding {
  readonly severity: Severity;
  readonly message: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly ruleId: string;
}

/** A guidance folder as a site that follows its changes: every page is made when it is asked for. */
export class PreviewSession {
  private readonly known = new Map<string, KnownPage>();
  /** Documents that have gone since the preview began, by the pages that they had. */
  private readonly gone = new Map<string, string>();
  private assets: LoadedAssets;
  private plan: PlannedSite | undefined;
  private site: PreviewSite | undefined;
  /** Why there is no newer plan of the site than the one that is shown. */
  private trouble: string | undefined;
  private current = false;
  /** The day that the site is planned for. */
  private day: string;

  private constructor(
    private readonly live: LiveRoot,
    private readonly options: PreviewOptions,
    private readonly parser: MarkdownParser,
    private past: Past,
  ) {
    this.assets = options.assets(live.snapshot);
    this.day = live.today;
  }

  /** Reads a guidance folder; nothing is made before it is asked for. */
  static async open(root: string, options: PreviewOptions): Promise<PreviewSession> {
    const live = await LiveRoot.open(root, options);
    const [parser, past] = await Promise.all([loadParser(options.parser), pastOf(live)]);
    return new PreviewSession(live, options, parser, past);
  }

  /** Takes in what no file of the folder tells of: a new day, and new commits. Gives whether there was anything. */
  async catchUp(): Promise<boolean> {
    const head = await headOf(this.live.root);
    const isOld = head !== this.past.head || this.day !== this.live.today;
    if (head !== this.past.head) this.past = await pastOf(this.live, head);
    if (isOld) this.current = false;
    return isOld;
  }

  /** Takes in what may have changed; gives whether anything has. */
  async change(stirred: Stirred): Promise<boolean> {
    const before = this.live.snapshot;
    const { paths, reloaded } = stirred === 'everything' ? await this.live.refresh() : await this.live.apply(stirred);
    const { snapshot } = this.live;
    this.keepGone(before);
    const samePlan = !reloaded && paths.every((path) => sameMeaning(before.facts(path), snapshot.facts(path)));
    if (!samePlan) this.current = false;
    // What was made from the old texts is not to be shown again.
    else if (paths.length > 0 && this.plan) this.site = new PreviewSite(this.plan, this.parts());
    return paths.length > 0;
  }

  /** Keeps in mind what has gone, so that whoever has its page open is told. */
  private keepGone(before: WorkspaceSnapshot): void {
    for (const { path } of before.markdown) if (!this.live.snapshot.hasFile(path)) this.gone.set(documentPage(path), path);
  }

  /** The file at a path of the site. It never throws: what cannot be made is told by a page. */
  answer(path: string): PreviewAnswer {
    const asset = this.assets.files.find((file) => file.path === path);
    if (asset) return { status: 200, content: asset.content, path };
    try {
      return this.planned(path) ?? this.notThere(path);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return this.standIn(500, { title: 'This page cannot be shown', text: `Something in it could not be read: ${reason}` });
    }
  }

  /** Whether there is a page at a path, so that a folder's address can lead to its index. */
  has(path: string): boolean {
    return this.answer(path).status === 200;
  }

  /** What the linter says of the document of a page, or of the data files for a page that has none; and how much of all. */
  findings(path: string): { findings: PreviewFinding[]; total: number } {
    const all = this.live.diagnostics();
    const source = this.updated()?.sourceOf(path) ?? this.sourceFor(path);
    const dataFiles = new Set(this.live.snapshot.dataFiles.map((facts) => facts.path));
    const concerned = all.filter((one) => (source === undefined ? dataFiles.has(one.path) : one.path === source));
    const findings = concerned.map(({ severity, message, path: file, line, column, ruleId }) => ({
      severity,
      message,
      path: file,
      line,
      column,
      ruleId,
    }));
    return { findings, total: all.length };
  }

  private planned(path: string): PreviewAnswer | undefined {
    const site = this.updated();
    if (!site) return this.standIn(500, { title: 'The site cannot be shown', text: this.trouble ?? '', findings: this.manifestErrors() });
    const file = site.file(path);
    if (!file) return undefined;
    const { content, foreign } = file;
    if (foreign) return { status: 200, content, path, foreign };
    if (typeof content !== 'string' || !path.endsWith('.html')) return { status: 200, content, path };
    return { status: 200, content: withPreview(content, this.trouble ?? this.troubleWith(site.sourceOf(path))), path };
  }

  private notThere(path: string): PreviewAnswer {
    const source = this.sourceFor(path);
    if (source !== undefined) return this.standIn(404, { title: 'This page is not on the site', text: this.whyAbsent(source) });
    const gone = this.gone.get(path);
    if (gone !== undefined)
      return this.standIn(404, { title: 'This page is no longer there', text: `“${gone}” has been deleted, or has another name now.` });
    const page = NEVER_A_PAGE.test(path) ? undefined : this.site?.file('404.html')?.content;
    if (typeof page === 'string') return { status: 404, content: withPreview(page, this.trouble), path: '404.html' };
    return this.standIn(404, { title: 'There is no such page', text: 'Check the address.' });
  }

  private standIn(status: 404 | 500, says: StandIn): PreviewAnswer {
    const page = standInPage(says, this.assets.assets.style);
    return { status, content: withPreview(page, undefined), path: 'stand-in.html' };
  }

  /** What keeps the manifest from being read; nothing where it can be. */
  private manifestErrors(): ReturnType<LiveRoot['diagnostics']> {
    if (!this.live.snapshot.manifest.unread) return [];
    return this.live.diagnostics().filter(({ path, severity }) => path === MANIFEST && severity === 'error');
  }

  /** The document that would have a page, whether it is on the site or not. */
  private sourceFor(path: string): string | undefined {
    return this.live.snapshot.markdown.find((facts) => documentPage(facts.path) === path)?.path;
  }

  private whyAbsent(source: string): string {
    return this.troubleWith(source) ?? `“${source}” has no page: it may be a draft, which “--drafts” shows.`;
  }

  /** What keeps a document from being read as it is meant. */
  private troubleWith(source: string | undefined): string | undefined {
    const state = source === undefined ? undefined : this.live.snapshot.facts(source)?.fields.state;
    if (state === 'unreadable') return `“${source}” cannot be read as text. The findings say why.`;
    if (state === 'malformed') return `The front matter of “${source}” has an error in it. The findings say where.`;
    return undefined;
  }

  /** The site by the newest plan that could be made. */
  private updated(): PreviewSite | undefined {
    const { snapshot, today } = this.live;
    if (this.current && this.day === today) return this.site;
    this.current = true;
    this.day = today;
    if (snapshot.manifest.unread) {
      this.trouble = `guidance.yml has an error in it${this.site ? ', so this is the site as it was before' : '. Mend it, and the site is shown'}.`;
      return this.site;
    }
    try {
      const { maker, assets, drafts } = this.options;
      this.assets = assets(snapshot);
      const input = { snapshot, today, drafts, assets: this.assets.assets, overrides: { base: '/' } };
      const { history } = this.past;
      this.plan = maker.plan({ ...input, ...(history ? { history } : {}) }, this.parser);
      this.site = new PreviewSite(this.plan, this.parts());
      this.trouble = undefined;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.trouble = `The site could not be made anew, which is a fault in the tool: ${reason}`;
    }
    return this.site;
  }

  private parts(): PreviewParts {
    const { live, parser, known } = this;
    const { render } = this.options.maker;
    return { render, parser, known, textOf: (path) => live.sourceFor(path)?.text, bytesOf: (path) => bytesIn(live.root, path) };
  }
}

/** The history of a folder, with the commit that it ends with. */
interface Past {
  readonly head: string | undefined;
  readonly history: History | undefined;
}

async function pastOf({ root, snapshot }: LiveRoot, known?: string): Promise<Past> {
  const head = known ?? (await headOf(root));
  const documents = snapshot.markdown.map(({ path }) => path);
  return { head, history: head === undefined ? undefined : await historyOf(root, documents) };
}

/** A name for an answer: it is another when the answer is. */
export function digestOfAnswer({ status, content }: PreviewAnswer): string {
  return `${status} ${digestOf(content)}`;
}

/** What browsers ask for by themselves. */
const NEVER_A_PAGE = /^(?:\.well-known\/|favicon\.ico$|apple-touch-icon)/;

/** A file of a folder, links on the way to it followed as long as they stay inside. */
function bytesIn(root: string, path: string): Uint8Array | undefined {
  try {
    const real = realpathSync.native(root);
    const file = realpathSync.native(`${root}/${path}`);
    return file.startsWith(real + sep) ? readFileSync(file) : undefined;
  } catch {
    return undefined;
  }
}
