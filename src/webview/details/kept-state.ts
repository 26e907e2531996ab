import type { DetailsState } from '../../language/details/panel/messages.js';

/** What a page before this one kept, as far as it makes sense. */
export function keptState(kept: unknown): DetailsState {
  const { uri, scroll, open } = (typeof kept === 'object' && kept !== null ? kept : {}) as Partial<Record<keyof DetailsState, unknown>>;
  return {
    uri: typeof uri === 'string' ? uri : '',
    scroll: typeof scroll === 'number' ? scroll : 0,
    open: Array.isArray(open) ? open.filter((id): id is string => typeof id === 'string') : [],
  };
}
