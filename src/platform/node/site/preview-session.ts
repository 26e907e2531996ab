import { readFileSync, realpathSync } from 'node:fs';
import { sep } from 'node:path';
import type { Severity } from '../../../core/lint/finding.js';
import type { MarkdownParser } from '../../../core/markdown/parser.js';
import { sameMeaning } from '../../../core/workspace/same-meaning.js';
import type { WorkspaceSnapshot } from '../../../core/workspace/snapshot.js';
import { documentPage } from '../../../site/addresses.js';
import type { History } from '../../../site/plan/site-input.js';
import { type LiveOptions, LiveRoot } from '../live-root.js';
import { loadParser } from '../markdown-parser.js';
import type { Stirred } from '../watch-root.js';
import { historyOf } from './git-history.js';
import { standInPage, withPreview } from './preview-pages.js';
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
  private assets: LoadedAssets;
  private plan: PlannedSite | undefined;
  private site: PreviewSite | undefined;
  /** Why there is no newer plan of the site than the one that is shown. */
  private trouble: string | undefined;
  private current = false;

  private constructor(
    private readonly live: LiveRoot,
    private readonly options: PreviewOptions,
    private readonly parser: MarkdownParser,
    private readonly history: History | undefined,
  ) {
    this.assets = options.assets(live.snapshot);
  }

  /** Reads a guidance folder; nothing is made before it is asked for. */
  static async open(root: string, options: PreviewOptions): Promise<PreviewSession> {
    const live = await LiveRoot.open(root, options);
    const documents = live.snapshot.markdown.map(({ path }) => path);
    const [parser, history] = await Promise.all([loadParser(options.parser), historyOf(root, documents)]);
    return new PreviewSession(live, options, parser, history);
  }

  /** Takes in what may have changed; gives whether anything has. */
  async change(stirred: Stirred): Promise<boolean> {
    const before = this.live.snapshot;
    const { paths, reloaded } = stirred === 'everything' ? await this.live.refresh() : await this.live.apply(stirred);
    const { snapshot } = this.live;
    const samePlan = !reloaded && paths.every((path) => sameMeaning(before.facts(path), snapshot.facts(path)));
    if (!samePlan) this.current = false;
    // What was made from the old texts is not to be shown again.
    else if (paths.length > 0 && this.plan) this.site = new PreviewSite(this.plan, this.parts());
    return paths.length > 0;
  }

  /** The file at a path of the site. It never throws: what cannot be made is told by a page. */
  answer(path: string): PreviewAnswer {
    const asset = this.assets.files.find((file) => file.path === path);
    if (asset) return { status: 200, content: asset.content, path };
    try {
      return this.planned(path) ?? this.notThere(path);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return this.standIn(500, 'This page cannot be shown', `Something in it could not be read: ${reason}`);
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
    if (!site) return this.standIn(500, 'The site cannot be shown', this.trouble ?? '');
    const file = site.file(path);
    if (!file) return undefined;
    const { content, foreign } = file;
    if (foreign) return { status: 200, content, path, foreign };
    if (typeof content !== 'string' || !path.endsWith('.html')) return { status: 200, content, path };
    return { status: 200, content: withPreview(content, this.trouble ?? this.troubleWith(site.sourceOf(path))), path };
  }

  private notThere(path: string): PreviewAnswer {
    const source = this.sourceFor(path);
    if (source !== undefined) return this.standIn(404, 'This page is not on the site', this.whyAbsent(source));
    const page = NEVER_A_PAGE.test(path) ? undefined : this.site?.file('404.html')?.content;
    if (typeof page === 'string') return { status: 404, content: withPreview(page, this.trouble), path: '404.html' };
    return this.standIn(404, 'There is no such page', 'Check the address.');
  }

  private standIn(status: 404 | 500, title: string, text: string): PreviewAnswer {
    const page = standInPage(title, text, this.assets.assets.style);
    return { status, content: withPreview(page, undefined), path: 'stand-in.html' };
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
    if (this.current) return this.site;
    this.current = true;
    const { snapshot, today } = this.live;
    if (snapshot.manifest.unread) {
      this.trouble = `guidance.yml has an error in it${this.site ? ', so this is the site as it was before' : '. Mend it, and the site is shown'}.`;
      return this.site;
    }
    try {
      const { maker, assets, drafts } = this.options;
      this.assets = assets(snapshot);
      const input = { snapshot, today, drafts, assets: this.assets.assets, overrides: { base: '/' } };
      this.plan = maker.plan({ ...input, ...(this.history ? { history: this.history } : {}) }, this.parser);
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
