import type { CoverageState } from '../core/coverage/coverage.js';

/** How a criterion, or a part of one, stands. */
export type State = CoverageState;

/** Everything that the map, the matrix and the list show of one framework in one application: plain JSON. */
export interface DestinationMapView {
  readonly framework: MapFramework;
  /** Undefined for a framework that no application applies yet. */
  readonly application: MapApplication | undefined;
  readonly domains: readonly MapDomain[];
  readonly attributes: readonly MapAttribute[];
  readonly audiences: readonly MapAudience[];
  readonly criteria: readonly MapCriterion[];
  readonly matrix: readonly MapCell[];
  readonly counts: MapCounts;
}

/** The framework that is drawn. */
export interface MapFramework {
  readonly key: string;
  readonly title: string;
  readonly version: string;
  readonly description: string | undefined;
  /** What stands at the centre: the framework's own words, else its short title. */
  readonly hub: string;
  /** What frames the whole map, if anything does. */
  readonly frame: string | undefined;
  readonly relations: readonly MapRelation[];
}

/** How parts of the framework hang together: `cycle`, `frame` or `flow`. */
export interface MapRelation {
  readonly key: string;
  readonly title: string;
  readonly kind: string;
  readonly description: string | undefined;
  readonly steps: readonly string[];
}

/** The application whose guidance is shown. */
export interface MapApplication {
  readonly key: string;
  readonly title: string;
  /** Its document, from the guidance root. */
  readonly path: string;
}

/** What every element has: a stable key, and a number that is only a label. */
export interface MapElement {
  readonly key: string;
  readonly number: string | undefined;
  readonly title: string;
  readonly shortTitle: string;
}

/** A core domain. */
export interface MapDomain extends MapElement {
  readonly description: string | undefined;
  readonly requirement: string | undefined;
  readonly knowledgeDomain: MapElement | undefined;
  /** Keys of the criteria that serve it. */
  readonly criteria: readonly string[];
}

/** An attribute. */
export interface MapAttribute extends MapElement {
  /** A mark that the source puts beside it, as “*”. */
  readonly marked: string | undefined;
  readonly criteria: readonly string[];
}

/** Somebody whom the framework is for. */
export interface MapAudience {
  readonly key: string;
  readonly title: string;
  readonly shortTitle: string;
  readonly function: string | undefined;
}

/** A criterion and how the application stands with it. */
export interface MapCriterion extends MapElement {
  readonly state: State;
  /** Why it is planned or not applicable. */
  readonly because: string | undefined;
  /** The status of its guidance. */
  readonly status: string | undefined;
  /** The guidance that counts for it, from the guidance root. */
  readonly path: string | undefined;
  /** Keys of the audiences that the guidance is for. */
  readonly audiences: readonly string[];
  readonly parts: readonly MapPart[];
  readonly serves: readonly MapClaim[];
  /** When the next review is due, as YYYY-MM-DD. */
  readonly reviewDue: string | undefined;
  readonly overdue: boolean;
  readonly gaps: readonly MapGap[];
  /** Required sections that are missing or empty, with no gap recorded for them. */
  readonly unfilled: readonly string[];
  /** How many sources the guidance cites. */
  readonly sources: number;
}

/** A part of a criterion: 10a of 10. */
export interface MapPart {
  readonly key: string;
  readonly label: string;
  readonly title: string;
  readonly state: State;
}

/** That a criterion serves a core domain, with the reason that the guidance gives. */
export interface MapClaim {
  /** Key of the domain. */
  readonly domain: string;
  /** `source` or `editorial`. */
  readonly basis: string | undefined;
  /** Keys of attributes. */
  readonly attributes: readonly string[];
  readonly because: string | undefined;
}

/** What is known to be absent, and why. */
export interface MapGap {
  readonly about: string;
  readonly section: string | undefined;
  readonly because: string;
}

/** One cell of the attributes × core domains matrix. */
export interface MapCell {
  readonly attribute: string;
  readonly domain: string;
  readonly claims: readonly { readonly criterion: string; readonly path: string; readonly basis: string | undefined }[];
}

/** How many criteria there are of each kind. */
export type MapCounts = Readonly<Record<State, number>> & { readonly total: number; readonly overdue: number; readonly gaps: number };

/** What a shape, a cell or an item of the list can lead to. */
export type MapTarget =
  | { readonly kind: 'criterion' | 'domain' | 'knowledge_domain' | 'attribute'; readonly key: string }
  | { readonly kind: 'hub'; readonly key: string }
  | { readonly kind: 'document'; readonly path: string; readonly section?: string };

/** The address of a target; undefined where there is no page for it: then it is drawn as text, not as a link. */
export type MapLink = (target: MapTarget) => string | undefined;

/** A map that can be drawn of a root: of an application, or of a framework that no application applies. */
export interface MapName {
  /** Tells it from the others of its root; the same as long as the keys are. */
  readonly id: string;
  readonly title: string;
}
