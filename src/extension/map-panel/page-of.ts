import * as vscode from 'vscode';
import { newNonce } from '../new-nonce.js';
import { panelPage } from './page.js';

/** Where the panel's script and styles are, from the extension's folder. */
export const PANEL_FILES = 'dist/webview';

/** The page for a panel, with the addresses that files have in it. */
export function pageOf(webview: vscode.Webview, extension: vscode.Uri): string {
  const file = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(extension, PANEL_FILES, name)).toString();
  return panelPage({ script: file('map-panel.js'), styles: file('map-panel.css'), source: webview.cspSource, nonce: newNonce() });
}
