import { framedPage, type PageFiles } from '../webview-page/frame.js';

/** The page of the panel with the map. */
export function panelPage(files: PageFiles): string {
  const body = `<div id="pn"></div>
<p id="pn-live" class="pn-said" role="status" aria-live="polite"></p>`;
  // Pictures to be exported are drawn from a blob.
  return framedPage({ ...files, language: 'en', title: 'Destination Map', body, pictures: 'blob:' });
}
