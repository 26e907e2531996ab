import * as vscode from 'vscode';
import type { PageFiles } from './frame.js';
import { newNonce } from './new-nonce.js';

const FOLDER = 'dist/webview';

/** What a page may do: run its script, and load what belongs to pages of the extension. */
export function pageOptions(extension: vscode.Uri): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(extension, FOLDER)] };
}

/** The script and the styles of that name, by the addresses that they have in a page. */
export function pageFiles(name: string, webview: vscode.Webview, extension: vscode.Uri): PageFiles {
  const address = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(extension, FOLDER, file)).toString();
  return { script: address(`${name}.js`), styles: address(`${name}.css`), source: webview.cspSource, nonce: newNonce() };
}
