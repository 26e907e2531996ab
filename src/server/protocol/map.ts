import type { Range, WorkspaceEdit } from 'vscode-languageserver';
import type { DestinationMapView, MapName, MapTarget } from '../../map/types.js';

/** What a client asks that shows the map beside an editor. Roots are named by their URIs. */
export const MAP_REQUESTS = {
  /** `MapParams` → `MapResult`: all maps that there are, and one of them. */
  map: 'destination-map/map',
  /** `PictureParams` → `string | null`: a map as one SVG file that stands alone; null where there is none. */
  picture: 'destination-map/picture',
  /** `ElementParams` → `ElementResult | null`: what of a framework is at a place of a document. */
  elementAt: 'destination-map/elementAt',
  /** `LocateParams` → `LocateResult | null`: where a shape of the map leads to; null where there is nothing yet. */
  locate: 'destination-map/locate',
  /** `WriteSectionParams` → `WriteSectionResult`: a section of a document, to be added or found. */
  writeSection: 'destination-map/writeSection',
} as const;

/** Which map is asked for. */
export interface MapParams {
  /** The first root where it is left out, or not served any more. */
  readonly root?: string;
  /** Its id; the first map of the root where it is left out, or there is none of that id any more. */
  readonly map?: string;
  /** The `version` of the view that the client has: the same view is not sent twice. */
  readonly known?: string;
}

/** A root with the maps that can be drawn of it. */
export interface MapRoot {
  readonly uri: string;
  readonly title: string;
  readonly maps: readonly MapName[];
}

/** The answer to `MAP_REQUESTS.map`. */
export interface MapResult {
  /** In the order of their URIs. */
  readonly roots: readonly MapRoot[];
  /** Undefined where no root has a framework yet. */
  readonly chosen: { readonly root: string; readonly map: string } | undefined;
  /** Another one for every view that says something else. */
  readonly version: string;
  /** Left out where it is what the client knows, and where there is none. */
  readonly view?: DestinationMapView;
}

/** Which map is to be a picture, and for what. */
export interface PictureParams extends MapParams {
  /** Whether it is to be drawn in the colours for paper alone, whatever the reader's are. */
  readonly paper?: boolean;
}

/** A place of an open document. */
export interface ElementParams {
  readonly uri: string;
  readonly position: Range['start'];
}

/** What is at a place. */
export interface ElementResult {
  readonly root: string;
  /** The map that shows it; undefined where several could. */
  readonly map: string | undefined;
  readonly framework: string;
  /** Undefined where nothing less than the whole framework is meant. */
  readonly element: { readonly kind: string; readonly key: string } | undefined;
}

/** What somebody chose on a map. */
export interface LocateParams {
  readonly root: string;
  readonly map: string;
  readonly target: MapTarget;
}

/** A place in a file. */
export interface LocateResult {
  readonly uri: string;
  readonly range: Range;
}

/** Which section is to be written. */
export interface WriteSectionParams {
  readonly root: string;
  /** The document, from the root. */
  readonly path: string;
  readonly section: string;
}

/** The change to make, if any, the file to open then, and what to write over there; or why it cannot be made, in words. */
export type WriteSectionResult =
  | { readonly edit?: WorkspaceEdit; readonly opens: string; readonly range: Range }
  | { readonly refused: string };
