import * as vscode from 'vscode';
import { newNonce } from '../new-nonce.js';

/** Where the script and styles of the page are, from the extension's folder. */
export const DETAILS_FILES = 'dist/webview';

/** The page of the form: nothing but its own script and styles runs in it, and it loads nothing. */
export function detailsPage(webview: vscode.Webview, extension: vscode.Uri): string {
  const nonce = newNonce();
  const file = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(extension, DETAILS_FILES, name)).toString();
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}`;
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${vscode.l10n.t('Details')}</title>
<link rel="stylesheet" href="${file('details.css')}">
</head>
<body>
<main id="details"></main>
<p id="said" class="said" role="status" aria-live="polite"></p>
<script nonce="${nonce}" src="${file('details.js')}"></script>
</body>
</html>`;
}
