/** What the panel's page is made with. */
export interface PageParts {
  /** The addresses of its script and its style sheet. */
  readonly script: string;
  readonly styles: string;
  /** Where styles may come from, as a policy names it. */
  readonly source: string;
  /** What only this page's script has. */
  readonly nonce: string;
}

/** The panel's page: nothing but its own script and styles runs in it, and it loads nothing. */
export function panelPage({ script, styles, source, nonce }: PageParts): string {
  // Pictures to be exported are drawn from a blob.
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${source}; img-src blob:`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Destination Map</title>
<link rel="stylesheet" href="${styles}">
</head>
<body>
<div id="pn"></div>
<p id="pn-live" class="pn-said" role="status" aria-live="polite"></p>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
