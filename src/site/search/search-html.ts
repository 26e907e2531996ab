import { escapeHtml } from '../../core/text/escape-html.js';

/**
 * The search box of a page: works as a plain form, which leads to the search page; the script that it names adds answers
 * below it, once somebody wants to search.
 * @param pageHref the search page, as a link on the page has it
 * @param scriptHref the script that answers
 */
export function searchForm(pageHref: string, scriptHref: string): string {
  return (
    `<form class="search" role="search" action="${escapeHtml(pageHref)}" method="get" data-script="${escapeHtml(scriptHref)}">` +
    '<label class="search-label" for="site:search">Search this site</label>' +
    '<input class="search-input" id="site:search" name="q" type="search" autocomplete="off" autocapitalize="none" spellcheck="false">' +
    '<button class="search-button" type="submit">Search</button>' +
    '</form>'
  );
}

/**
 * What stands in the search page below its heading: the box, what to do where scripts do not run, and the place for the
 * results. The script fills in the query of the address (`search.html?q=…`).
 * @param contentsHref the page that lists everything, for readers without scripts
 * @param ownHref the search page itself, as a link on it has it
 */
export function searchPageHtml(contentsHref = 'index.html', ownHref = 'search.html'): string {
  return (
    `<form class="search search-page" role="search" action="${escapeHtml(ownHref)}" method="get" data-search-page>` +
    '<label class="search-label" for="site:page-search">Search for</label>' +
    '<input class="search-input" id="site:page-search" name="q" type="search" autocomplete="off" autocapitalize="none" spellcheck="false">' +
    '<button class="search-button" type="submit">Search</button>' +
    '</form>' +
    '<div class="search-without-script"><p>Search needs JavaScript, which is turned off or did not load. ' +
    `You can find every page through <a href="${escapeHtml(contentsHref)}">the contents of this site</a>.</p></div>` +
    '<p class="search-status" role="status" data-search-status></p>' +
    '<div class="search-results" data-search-results></div>'
  );
}
