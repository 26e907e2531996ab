import { BUILD_ID } from '../build-id.js';

/** The script of the threads that make pages; from source there is none that a thread could run. */
export function renderWorkerUrl(): URL | undefined {
  return BUILD_ID === undefined ? undefined : new URL('./render-worker.js', import.meta.url);
}
