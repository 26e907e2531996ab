import type { DestinationMapView, MapName, MapTarget } from '../types.js';
import type { PanelWords } from './words.js';

/** A guidance root with the maps that can be shown of it. */
export interface PanelRoot {
  readonly uri: string;
  readonly title: string;
  readonly maps: readonly MapName[];
}

/** Which map is shown. */
export interface PanelChoice {
  /** The URI of the root. */
  readonly root: string;
  /** The id of the map in it; undefined for its first. */
  readonly map: string | undefined;
}

/** Something of a framework that is to be set off. */
export interface PanelElement {
  readonly framework: string;
  /** Undefined where the whole framework is meant. */
  readonly kind: string | undefined;
  readonly key: string | undefined;
}

/** What the editor tells the panel that shows the map. */
export type ToPanel =
  /** Once, before anything else. */
  | { readonly type: 'words'; readonly words: PanelWords }
  /** What can be chosen, and the view that is chosen: null where there is nothing to draw, left out where it is the same as before. */
  | {
      readonly type: 'map';
      readonly roots: readonly PanelRoot[];
      readonly chosen: PanelChoice | undefined;
      readonly view?: DestinationMapView | null;
    }
  /** What the cursor is at; undefined where that is nothing of a framework. */
  | { readonly type: 'element'; readonly element: PanelElement | undefined }
  /** A picture to be drawn in pixels; answered by `drawn` with the same id. */
  | { readonly type: 'draw'; readonly id: number; readonly svg: string };

/** What the panel tells the editor. */
export type FromPanel =
  /** It can be told things from now on. */
  | { readonly type: 'ready' }
  | { readonly type: 'choose'; readonly choice: PanelChoice }
  | { readonly type: 'open'; readonly target: MapTarget; readonly aside: boolean }
  /** A criterion's guidance, or a section of it, is to be written. */
  | { readonly type: 'write'; readonly criterion: string; readonly section: string | undefined }
  /** A guidance folder is to be started. */
  | { readonly type: 'begin' }
  | { readonly type: 'drawn'; readonly id: number; readonly png: Uint8Array | undefined; readonly why?: string };

/** What is kept of the panel while its window is closed. */
export interface PanelState {
  readonly choice: PanelChoice | undefined;
  /** Whether only what is missing is shown. */
  readonly missing: boolean;
  /** What filters are set to, by the name of their field. */
  readonly filters: Readonly<Record<string, string>>;
  /** The parts that are open, by name. */
  readonly open: readonly string[];
  readonly scroll: number;
}
