import type { CoverageState } from '../../core/coverage/coverage.js';

/** How many findings there are of each weight. */
export interface Tally {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

/** What lists of guidance show of a root: plain data, files named by their paths from the root. */
export interface GuidanceOverview {
  readonly title: string;
  /** Of all files. */
  readonly findings: Tally;
  /** Of all applications together. */
  readonly coverage: CoverageCount;
  readonly applications: readonly ApplicationItem[];
  /** The frameworks that the manifest names, whether or not an application applies them. */
  readonly frameworks: readonly FrameworkItem[];
  /** Documents that are reviewed, in the order in which their reviews are due; those without a review last. */
  readonly reviews: readonly ReviewItem[];
  /** The source register, in its own order. */
  readonly sources: readonly SourceItem[];
}

/** The parts of an overview, which are asked for one by one: whoever shows the sources need not wait for the reviews. */
export type OverviewPart = Exclude<keyof GuidanceOverview, 'title'>;

/** The parts of an overview that were asked for. */
export type PartialOverview<Part extends OverviewPart> = Pick<GuidanceOverview, 'title' | Part>;

/** How many criteria are covered, of those that apply. */
export interface CoverageCount {
  readonly covered: number;
  readonly applicable: number;
}

/** An application with its criteria, in the framework's order. */
export interface ApplicationItem extends CoverageCount {
  readonly key: string;
  readonly title: string;
  readonly path: string;
  readonly criteria: readonly CriterionItem[];
  readonly domains: readonly DomainItem[];
}

/** How an application stands with a criterion. */
export interface CriterionItem {
  readonly key: string;
  readonly number: string | undefined;
  readonly title: string;
  readonly shortTitle: string;
  readonly state: CoverageState;
  readonly because: string | undefined;
  /** The status of its guidance. */
  readonly status: string | undefined;
  /** The guidance that counts for it. */
  readonly path: string | undefined;
  readonly findings: Tally;
  /** Required sections that are missing or empty. */
  readonly unfilled: readonly string[];
  readonly gaps: number;
}

/** A core domain with what serves it in an application. */
export interface DomainItem {
  readonly key: string;
  readonly title: string;
  readonly knowledgeDomain: string | undefined;
  /** Keys of the criteria that serve it. */
  readonly criteria: readonly string[];
  /** One for each attribute, in the framework's order. */
  readonly attributes: readonly { readonly key: string; readonly title: string; readonly criteria: readonly string[] }[];
}

/** A framework, as far as lists and choices need it. */
export interface FrameworkItem {
  readonly key: string;
  readonly title: string;
  readonly path: string;
}

/** A document with its reviews. */
export interface ReviewItem {
  readonly path: string;
  readonly title: string;
  readonly owner: string | undefined;
  readonly lastReviewed: string | undefined;
  /** When the next review is due, `YYYY-MM-DD`; undefined where none has been recorded. */
  readonly due: string | undefined;
  readonly standing: 'overdue' | 'soon' | 'later' | 'none';
}

/** A work of the register with the documents that cite it. */
export interface SourceItem {
  readonly id: string;
  /** Author and year, as a text names the work. */
  readonly label: string;
  readonly title: string;
  readonly points: readonly { readonly id: string; readonly says: string }[];
  readonly citedBy: readonly { readonly path: string; readonly title: string }[];
  readonly verified: boolean;
  readonly supersededBy: string | undefined;
}
