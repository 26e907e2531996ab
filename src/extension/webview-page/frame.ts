/** What a page in the editor is made of. */
export interface PageParts extends PageFiles {
  readonly language: string;
  readonly title: string;
  /** The elements that its script starts from, as HTML. */
  readonly body: string;
  /** Where pictures may come from, as a policy names it; from nowhere, if nothing is said. */
  readonly pictures?: string;
}

/** What a page loads, and what it is allowed to. */
export interface PageFiles {
  /** The addresses of its script and its style sheet. */
  readonly script: string;
  readonly styles: string;
  /** Where styles may come from, as a policy names it. */
  readonly source: string;
  /** What only this page's script has. */
  readonly nonce: string;
}

/** A page in the editor: nothing but its own script and styles runs in it, and it loads nothing. */
export function framedPage({ language, title, body, pictures, script, styles, source, nonce }: PageParts): string {
  const images = pictures === undefined ? '' : `; img-src ${pictures}`;
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${source}${images}`;
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title}</title>
<link rel="stylesheet" href="${styles}">
</head>
<body>
${body}
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
