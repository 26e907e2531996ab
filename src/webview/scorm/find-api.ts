import type { ScormApi } from './api.js';

/** So many frames are looked through: some page may be its own parent's child for ever. */
const MOST_FRAMES = 50;

/** The platform's API: in one of the frames that this page is in, or in those of the window that opened it. */
export function findApi(from: Window): ScormApi | undefined {
  return (
    inFrames(from) ??
    (from.top?.opener ? inFrames(from.top.opener as Window) : undefined) ??
    (from.opener ? inFrames(from.opener as Window) : undefined)
  );
}

function inFrames(from: Window): ScormApi | undefined {
  let frame = from;
  try {
    for (let step = 0; step < MOST_FRAMES; step++) {
      const { API } = frame as Window & { API?: ScormApi };
      if (API) return API;
      if (frame.parent === frame) return undefined;
      frame = frame.parent;
    }
  } catch {
    // A frame of another site shows nothing of itself, and nothing above it belongs to the platform.
  }
  return undefined;
}
