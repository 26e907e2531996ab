import { relativeUrl } from '../../../../core/markdown/link-target.js';
import { slugOf } from '../../../../core/markdown/slug.js';
import type { WorkspaceSnapshot } from '../../../../core/workspace/snapshot.js';
import { bookmarkOf } from '../../bookmarks.js';
import { headingLevel, idsIn, plainTextOf } from '../hast.js';
import type { Layout } from '../types.js';
import type { PlannedDocument } from './types.js';

/** A place in the guidance. */
interface LinkPlace {
  readonly path: string;
  readonly anchor: string | undefined;
}

/** The anchors of the headings of each document that an import makes, by its path. */
export type Anchors = ReadonlyMap<string, ReadonlySet<string>>;

/** The anchors of planned documents, as their texts have them; marks in a heading count for nothing in its anchor. */
export function anchorsIn(documents: readonly PlannedDocument[]): Anchors {
  return new Map(
    documents.map(({ path, text }) => [path, new Set([...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => slugOf(heading)))]),
  );
}

/** Where the bookmarks of a Word document lead once it is guidance. */
export class LinkPlaces {
  private readonly places = new Map<string, LinkPlace>();
  private readonly anchors: Anchors;

  /**
   * @param pathFor the document that text about a criterion goes into, and that of the application where none is given
   */
  constructor(
    { layout, snapshot, anchors, isUpdate }: { layout: Layout; snapshot: WorkspaceSnapshot; anchors: Anchors; isUpdate: boolean },
    pathFor: (criterion?: string) => string,
  ) {
    this.anchors = anchors;
    for (const facts of [...snapshot.markdown]) {
      this.places.set(bookmarkOf(facts.path), { path: facts.path, anchor: undefined });
      for (const { slug } of facts.headings) this.places.set(bookmarkOf(facts.path, slug), { path: facts.path, anchor: slug });
    }
    // What the document itself has comes first: a copy that is read back as another application leads into that one. Where it
    // is held against its own, a heading that lost its criterion still stands for the guidance that it stood for.
    const guidance = isUpdate ? new Map(this.places) : undefined;
    this.add(layout.overview, pathFor());
    for (const [bookmark, place] of guidance ?? []) if (place.anchor === undefined) this.places.set(bookmark, place);
    for (const bookmark of layout.bookmarks) this.places.set(bookmark, { path: pathFor(), anchor: undefined });
    for (const { criterion, bookmarks, texts } of layout.found) {
      const path = pathFor(criterion.key);
      for (const text of texts) this.add(text.blocks, path);
      // A copy as a table has no headings: the row holds the bookmarks of those of its own document.
      for (const bookmark of bookmarks)
        if (this.places.get(bookmark)?.path !== path) this.places.set(bookmark, { path, anchor: undefined });
    }
  }

  /** The address, from a document, of what a bookmark stands for; undefined where it stands for nothing. */
  url(bookmark: string, from: string): string | undefined {
    const place = this.places.get(bookmark);
    if (!place) return undefined;
    const fragment = place.anchor === undefined ? '' : `#${place.anchor}`;
    if (place.path === from) return fragment === '' ? relativeUrl(from, from) : fragment;
    return relativeUrl(from, place.path) + fragment;
  }

  private add(blocks: Layout['overview'], path: string): void {
    for (const block of blocks) {
      const slug = headingLevel(block) > 0 ? slugOf(plainTextOf(block)) : '';
      // A heading that became that of a section has another anchor, and one that became a title has none.
      const anchor = this.anchors.get(path)?.has(slug) ? slug : undefined;
      for (const id of idsIn(block)) this.places.set(id, { path, anchor });
    }
  }
}
