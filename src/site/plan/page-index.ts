import type { DocumentFacts } from '../../core/facts/types.js';
import { type ElementKind, type Framework, type FrameworkElement, findCurrent } from '../../core/model/framework.js';
import { fieldText } from '../../core/workspace/document.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import { documentPage, elementPage, type OwnPage, ownPages } from '../addresses.js';

/** Which pages a site has, and where everything stands on it. */
export class PageIndex {
  /** The documents that are on the site, in the order of their paths. */
  readonly documents: readonly DocumentFacts[];
  /** Those that would be, but for another whose page has the same place: the second is that other. */
  readonly crowdedOut: readonly (readonly [path: string, by: string])[];
  readonly own: Readonly<Record<OwnPage, string>>;
  /** The pages of the documents that are on the site: each text once, since lists name them again and again. */
  private readonly pages: ReadonlyMap<string, string>;
  private readonly keptOff: ReadonlySet<string>;

  /** @param drafts whether drafts are on the site */
  constructor(
    readonly snapshot: WorkspaceSnapshot,
    drafts: boolean,
  ) {
    const sources = new Map<string, string>();
    const pages = new Map<string, string>();
    const meant = snapshot.markdown.filter((facts) => isOnSite(facts, drafts));
    for (const { path } of meant) {
      const page = documentPage(path);
      if (sources.has(page)) continue;
      sources.set(page, path);
      pages.set(path, page);
    }
    this.pages = pages;
    this.documents = meant.filter(({ path }) => this.has(path));
    this.crowdedOut = meant.flatMap(({ path }) => (this.has(path) ? [] : [[path, sources.get(documentPage(path)) ?? ''] as const]));
    this.keptOff = new Set(snapshot.markdown.flatMap(({ path }) => (this.has(path) ? [] : [path])));
    this.own = ownPages(new Set(sources.keys()));
  }

  /** Whether a document is on the site. */
  has(path: string): boolean {
    return this.pages.has(path);
  }

  /** Whether there is a document of that path that is not on the site. */
  keepsOff(path: string): boolean {
    return this.keptOff.has(path);
  }

  /** The page of a document; undefined where it is not on the site. */
  pageOf(path: string): string | undefined {
    return this.pages.get(path);
  }

  /** The page that gathers what serves an element. */
  elementPage(framework: Framework, element: FrameworkElement): string {
    return elementPage(framework.key, element.kind, element.key);
  }

  /** The element that a key or number names, with its page. */
  elementNamed(
    framework: Framework | undefined,
    kinds: readonly string[],
    name: string,
  ): { element: FrameworkElement; page: string } | undefined {
    const element = framework && findCurrent(framework, kinds as readonly ElementKind[], name);
    return element && { element, page: this.elementPage(framework, element) };
  }
}

function isOnSite(facts: DocumentFacts, drafts: boolean): boolean {
  if (facts.fields.state === 'unreadable' || !canHavePage(facts.path)) return false;
  return drafts || fieldText(facts, 'status') !== 'draft';
}

/** Whether the name of a document can be that of a page on any machine: some systems can name what others take for a folder. */
export function canHavePage(path: string): boolean {
  return !path.includes('\\');
}
