import type { PanelElement, PanelRoot, PanelState } from '../../map/panel/messages.js';
import type { PanelWords } from '../../map/panel/words.js';
import type { DestinationMapView } from '../../map/types.js';

/** Everything that what is shown is made of: whatever changes, the panel is made anew from it and only the difference is drawn. */
export interface Panel {
  readonly words: PanelWords;
  readonly roots: readonly PanelRoot[];
  /** Undefined where there is nothing to draw. */
  readonly view: DestinationMapView | undefined;
  /** What the cursor is at. */
  readonly element: PanelElement | undefined;
  readonly state: PanelState;
  /** The shape of each ring that the Tab key leads to, by its address. */
  readonly stops: ReadonlyMap<string, string>;
}

export const NEW_STATE: PanelState = { choice: undefined, missing: false, filters: {}, open: [], scroll: 0 };

/** What was kept, as far as it makes sense. */
export function stateIn(kept: unknown): PanelState {
  if (typeof kept !== 'object' || kept === null) return NEW_STATE;
  const { choice, missing, filters, open, scroll } = kept as Partial<Record<keyof PanelState, unknown>>;
  return {
    choice: isChoice(choice) ? choice : undefined,
    missing: missing === true,
    filters: typeof filters === 'object' && filters !== null ? textsOf(filters) : {},
    open: Array.isArray(open) ? open.filter((name): name is string => typeof name === 'string') : [],
    scroll: typeof scroll === 'number' ? scroll : 0,
  };
}

function isChoice(value: unknown): value is PanelState['choice'] {
  return typeof value === 'object' && value !== null && typeof (value as { root?: unknown }).root === 'string';
}

function textsOf(values: object): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
