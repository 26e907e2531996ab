import type { OverviewPart, PartialOverview } from '../../language/overview/overview.js';

/**
 * What a client with views of its own can ask beside the protocol's requests. All data is plain, files are named by their
 * paths from the guidance root, and roots by their URIs.
 */
export const GUIDANCE_REQUESTS = {
  /** `{}` → `GuidanceRoot[]`: the roots that are served, in the order of their URIs. */
  roots: 'destination-map/roots',
  /** `OverviewParams` → `OverviewResult`: what views list of a root; null where it is not served. */
  overview: 'destination-map/overview',
  /** `DocumentParams` → `DocumentPreview | null`: how a document is shown to be read; null where it is no guidance. */
  preview: 'destination-map/preview',
} as const;

/** Sent where a client asked for it by `changes: true`: something in a root may be another now. */
export const GUIDANCE_CHANGED = 'destination-map/changed';

/** What `GUIDANCE_CHANGED` carries. */
export interface GuidanceChangedParams {
  /** The URI of the root. */
  readonly root: string;
}

/** What names a root in a request. */
export interface RootParams {
  /** The URI of the root's folder. */
  readonly root: string;
}

/** What names a document in a request. */
export interface DocumentParams {
  readonly uri: string;
}

/** A root that is served. */
export interface GuidanceRoot {
  readonly uri: string;
  readonly title: string;
}

/** Which parts of the overview of a root are asked for. */
export interface OverviewParams<Part extends OverviewPart = OverviewPart> extends RootParams {
  readonly parts: readonly Part[];
}

/** The answer to `GUIDANCE_REQUESTS.overview`. */
export type OverviewResult<Part extends OverviewPart = OverviewPart> = PartialOverview<Part> | null;
