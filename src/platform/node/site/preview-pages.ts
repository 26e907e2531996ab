import { escapeHtml } from '../../../core/text/escape-html.js';

/** Where the preview's own addresses begin: no document can have one of them. */
export const PREVIEW_PREFIX = '/__preview/';

const SCRIPT = `<script src="${PREVIEW_PREFIX}preview.js" defer></script>`;

/** The policy that a page carries itself. It would forbid what a preview needs; the server's headers take its place. */
const POLICY = /<meta http-equiv="Content-Security-Policy"[^>]*>\n?/;

/** A page as the preview shows it: with its script, and with what is wrong told above its content. */
export function withPreview(html: string, notice: string | undefined): string {
  const page = html.replace(POLICY, () => '');
  const told = notice === undefined ? page : page.replace(/<main\b[^>]*>/, (main) => `${main}\n${noticeHtml(notice)}`);
  return told.includes('</body>') ? told.replace(/<\/body>(?![\s\S]*<\/body>)/, () => `${SCRIPT}\n</body>`) : `${told}${SCRIPT}`;
}

function noticeHtml(notice: string): string {
  return `<div class="notice preview-notice" role="alert">\n<p>${escapeHtml(notice)}</p>\n</div>`;
}

/** What a page of the preview's own says. */
export interface StandIn {
  readonly title: string;
  readonly text: string;
  /** What there is to mend in one file before the page can be shown. */
  readonly findings?: readonly { readonly line: number; readonly message: string }[];
}

/**
 * A page of the preview's own, in the place of one that cannot be shown. It comes back by itself when that has changed.
 * It has the frame of the site's pages, as far as that needs nothing of the guidance.
 * @param style the site's style sheet, from its root
 */
export function standInPage({ title, text, findings = [] }: StandIn, style: string): string {
  const items = findings.map(({ line, message }) => `<li>Line ${line}: ${escapeHtml(message)}</li>\n`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} – preview</title>
<link rel="stylesheet" href="/${escapeHtml(style)}">
</head>
<body>
<header class="site-header"><div class="width"><a class="site-name" href="/"><span>Preview</span></a></div></header>
<div class="width">
<div class="columns">
<main>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(text)}</p>
${items.length === 0 ? '' : `<ul>\n${items.join('')}</ul>\n`}<p>This page shows itself anew as soon as a file has changed.</p>
<p><a href="/">Go to the home page</a></p>
</main>
</div>
</div>
</body>
</html>
`;
}
