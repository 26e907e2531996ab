import { elementsOf, type Framework, type FrameworkElement } from '../../../../core/model/framework.js';
import type { CalendarDate } from '../../../../core/schema/dates.js';
import { type Application, guidanceOf } from '../../../../core/workspace/application.js';
import type { WorkspaceSnapshot } from '../../../../core/workspace/snapshot.js';
import { criteriaLinks } from '../../../../language/scaffold/application.js';
import type { FieldSources } from '../../../../language/scaffold/front-matter.js';
import type { WordDocument } from '../../read/types.js';
import { layoutOf } from '../layout/layout.js';
import { Citations } from '../markdown/citations.js';
import { KnownSources } from '../markdown/known-sources.js';
import { ProposedSources } from '../markdown/proposed-sources.js';
import { MarkdownWriter } from '../markdown/to-markdown.js';
import { CriterionMatcher, nameOf } from '../match/match-criterion.js';
import type { Doubt, Found, Layout } from '../types.js';
import { criterionDocument } from './criterion-document.js';
import { groupedDoubts } from './grouped-doubts.js';
import { type Anchors, anchorsIn, LinkPlaces } from './link-places.js';
import { lostPlaces } from './lost-places.js';
import { overviewDocument, takeTitle } from './overview-document.js';
import { Pictures } from './pictures.js';
import { type Shared, surroundings } from './surroundings.js';
import type { ImportPlan, PlannedDocument } from './types.js';

/** What is imported, and as what. */
export interface ImportRequest {
  readonly document: WordDocument;
  readonly key: string;
  /** The title of a new application; that of the Word document where it has one, else `otherwise`. */
  readonly title?: string | undefined;
  readonly otherwise: string;
  /** The folder of a new application, from the guidance root; empty for the root itself. */
  readonly folder: string;
  readonly framework: Framework;
  readonly snapshot: WorkspaceSnapshot;
  readonly today: CalendarDate;
}

/**
 * What becomes of a Word document: a document for each criterion that it speaks of, one for the application, and what a
 * person has to decide.
 * @returns undefined where it has nothing that could be matched to a criterion of the framework
 */
export function planImport(request: ImportRequest): ImportPlan | undefined {
  const criteria = elementsOf(request.framework, 'criterion');
  const { title, bookmarks, blocks } = takeTitle(request.document.blocks);
  const found = layoutOf(blocks, new CriterionMatcher(criteria));
  if (!found) return undefined;
  const layout = { ...found, bookmarks };
  const titled = { ...request, title: request.title ?? title };
  // Only what is written shows which headings there are, and only then is it clear which of them links can lead to.
  const draft = new Planning(titled, layout, criteria, new Map()).plan();
  return new Planning(titled, layout, criteria, anchorsIn(draft.documents)).plan();
}

class Planning {
  private readonly doubts: Doubt[] = [];
  private readonly proposed: ProposedSources;
  private readonly shared: Shared;
  private readonly sources: Omit<FieldSources, 'framework'>;
  private readonly application: Application | undefined;
  private readonly folder: string;

  constructor(
    private readonly request: ImportRequest,
    private readonly layout: Layout,
    private readonly criteria: readonly FrameworkElement[],
    anchors: Anchors,
  ) {
    const { snapshot, document, key, today } = request;
    this.application = snapshot.application(key);
    this.folder = this.application
      ? this.application.path.slice(0, this.application.path.lastIndexOf('/') + 1)
      : request.folder === ''
        ? ''
        : `${request.folder}/`;
    this.proposed = new ProposedSources(new Set(snapshot.sourcesById.keys()), snapshot.manifest.sources !== undefined);
    this.sources = { today, sources: snapshot.sources.map(({ id }) => id) };
    this.shared = {
      document,
      citations: new Citations(new KnownSources(snapshot), this.proposed),
      links: new LinkPlaces({ layout, snapshot, anchors, isUpdate: this.application !== undefined }, (criterion) =>
        this.pathFor(criterion),
      ),
      pictures: new Pictures(document.images, `${this.folder}images/`),
      doubts: this.doubts,
      placed: new Set(),
    };
  }

  plan(): ImportPlan {
    const byCriterion = new Map<FrameworkElement, Found[]>();
    for (const found of this.layout.found) byCriterion.set(found.criterion, [...(byCriterion.get(found.criterion) ?? []), found]);
    const spoken = this.criteria.filter((criterion) => byCriterion.has(criterion));
    const planned = [this.overview(spoken), ...spoken.map((criterion) => this.guidance(criterion, byCriterion.get(criterion) ?? []))];
    const documents = planned.flatMap((one) => (one && this.isWanted(one) ? [one] : []));
    const unplaced = this.unplaced();
    return {
      documents,
      images: this.shared.pictures.all,
      sources: this.proposed.all,
      doubts: groupedDoubts([
        ...this.layout.doubts,
        ...this.doubts,
        ...this.shared.citations.doubts,
        ...lostPlaces(this.request.document, this.shared.placed),
      ]),
      ...unplaced,
      missing: this.criteria.filter((criterion) => !byCriterion.has(criterion)).map(nameOf),
      leftOut: this.request.document.leftOut,
    };
  }

  private overview(spoken: readonly FrameworkElement[]): PlannedDocument | undefined {
    const { key, title, otherwise, framework, snapshot } = this.request;
    const type = snapshot.types.get('application');
    const path = this.pathFor();
    return (
      type &&
      overviewDocument({
        path,
        key,
        title: title ?? otherwise,
        framework,
        type,
        blocks: this.layout.overview,
        sources: this.sources,
        around: surroundings(path, { about: 'The overview', stem: 'overview' }, this.shared),
        isWhole: this.layout.found.every(({ from }) => from === 'heading'),
        contents: criteriaLinks(spoken),
      })
    );
  }

  private guidance(criterion: FrameworkElement, found: readonly Found[]): PlannedDocument | undefined {
    const { key, framework, snapshot } = this.request;
    const type = snapshot.types.get('criterion-guidance');
    const path = this.pathFor(criterion.key);
    const around = surroundings(path, { about: nameOf(criterion), stem: criterion.key }, this.shared);
    return (
      type &&
      criterionDocument({
        ...{ path, criterion, found, application: key, framework, type, sources: this.sources, around, doubts: this.doubts },
        existing: snapshot.facts(path),
      })
    );
  }

  /** A copy of an application has a heading or a row for each criterion: one without words starts no guidance on it. */
  private isWanted({ path, criterion, texts }: PlannedDocument): boolean {
    const isUpdate = this.application !== undefined && criterion !== undefined;
    return !isUpdate || texts.length > 0 || this.request.snapshot.facts(path) !== undefined;
  }

  /** All of it comes onto one page, and so do its notes. */
  private unplaced(): Pick<ImportPlan, 'unplaced' | 'unplacedNotes'> {
    const notes = new Map<string, number>();
    const writerAt = (about: string) => new MarkdownWriter(surroundings(this.pathFor(), { about, stem: 'unplaced' }, this.shared), notes);
    const unplaced = this.layout.unplaced.map(({ blocks, level, where }) => {
      return { where, text: writerAt(where).write(blocks, { level, below: 3 }) };
    });
    return { unplaced, unplacedNotes: writerAt('A footnote').footnotes() };
  }

  /** The document on a criterion: the one that there is, else a new one beside the application’s own. */
  private pathFor(criterion?: string): string {
    if (criterion === undefined) return this.application?.path ?? `${this.folder}index.md`;
    const own = this.application && guidanceOf(this.application, this.request.snapshot).get(criterion)?.[0];
    return own?.path ?? `${this.folder}${criterion}.md`;
  }
}
