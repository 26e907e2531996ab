import { textOf } from '../../map/markup.js';
import { hrefOf } from './addresses.js';
import { type Course, type CoursePage, PLAYER, SITE_FOLDER } from './types.js';

/** The player's page: the pages of an application in a frame, with its contents above it. Without scripts it can be read all the same. */
export function playerHtml({ title, lang, description, pages, style }: Course): string {
  const [first] = pages;
  return `<!doctype html>
<html lang="${textOf(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${textOf(title)}</title>
${description === undefined ? '' : `<meta name="description" content="${textOf(description)}">\n`}<link rel="stylesheet" href="${textOf(href(style))}">
<link rel="stylesheet" href="${PLAYER.style}">
</head>
<body class="player">
<header class="player-bar">
<h1>${textOf(title)}</h1>
<p id="progress" role="status"></p>
<details id="contents">
<summary>Contents</summary>
<nav aria-label="Contents">
<ol>
${pages.map((page) => `<li>${linkHtml(page)}</li>`).join('\n')}
</ol>
</nav>
</details>
<div class="player-steps">
<button type="button" id="previous" hidden>Previous page</button>
<button type="button" id="next" hidden>Next page</button>
</div>
</header>
<main>
<iframe id="guidance" name="guidance" title="${textOf(`Guidance: ${title}`)}" src="${textOf(href(first.path))}"></iframe>
</main>
<script src="${PLAYER.script}"></script>
</body>
</html>
`;
}

function linkHtml({ path, title }: CoursePage): string {
  return `<a href="${textOf(href(path))}" target="guidance">${textOf(title)}</a>`;
}

function href(path: string): string {
  return hrefOf(SITE_FOLDER + path);
}
