import { escapeHtml } from '../../core/text/escape-html.js';
import type { FoundContents } from '../body/types.js';
import { anchorHref } from '../href.js';

/** The deepest heading of a document that its contents list. */
const DEEPEST = 2;

/** The contents of a page, where there are enough sections for them to help. */
export function contentsHtml(sections: FoundContents): string {
  const listed = sections.flatMap(({ id, depth, heading }) =>
    id !== undefined && depth === DEEPEST && heading !== '' ? [{ id, heading }] : [],
  );
  if (listed.length < 2) return '';
  const items = listed.map(({ id, heading }) => `<li><a href="${escapeHtml(anchorHref(id))}">${escapeHtml(heading)}</a></li>`);
  return `<nav class="contents" aria-labelledby="site:contents">
<h2 id="site:contents">On this page</h2>
<ol>${items.join('')}</ol>
</nav>
`;
}
