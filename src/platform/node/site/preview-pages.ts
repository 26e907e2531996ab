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

/**
 * A page of the preview's own, in the place of one that cannot be shown. It comes back by itself when that has changed.
 * @param style the site's style sheet, from its root
 */
export function standInPage(title: string, text: string, style: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} – preview</title>
<link rel="stylesheet" href="/${escapeHtml(style)}">
</head>
<body>
<main class="main">
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(text)}</p>
<p>This page shows itself anew as soon as a file has changed. <a href="/">Go to the home page</a></p>
</main>
</body>
</html>
`;
}
