/** The script of every page of a site. Nothing on a page needs it to be read; each part starts where its markup is. */
import { startExitPage } from './exit-page.js';
import { startMapFilters } from './map-filters.js';
import { startSearchBoxes } from './search-box.js';
import { startTermTips } from './term-tips.js';

document.documentElement.classList.add('js');

function start(): void {
  startExitPage(document);
  startMapFilters(document);
  startSearchBoxes(document);
  startTermTips(document);
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else start();
