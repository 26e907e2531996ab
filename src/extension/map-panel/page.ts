import * as vscode from 'vscode';

/** Where the panel's script and styles are, from the extension's folder. */
export const PANEL_FILES = 'dist/webview';

/** The panel's page: nothing but its own script and styles runs in it, and it loads nothing. */
export function panelPage(webview: vscode.Webview, extension: vscode.Uri): string {
  const nonce = newNonce();
  const file = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(extension, PANEL_FILES, name)).toString();
  // Pictures to be exported are drawn from a blob.
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}; img-src blob:`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Destination Map</title>
<link rel="stylesheet" href="${file('map-panel.css')}">
</head>
<body>
<div id="pn"></div>
<p id="pn-live" class="pn-said" role="status" aria-live="polite"></p>
<script nonce="${nonce}" src="${file('map-panel.js')}"></script>
</body>
</html>`;
}

function newNonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
