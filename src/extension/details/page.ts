import * as vscode from 'vscode';
import { framedPage, type PageFiles } from '../webview-page/frame.js';

/** The page of the form. */
export function detailsPage(files: PageFiles): string {
  const body = `<main id="details"></main>
<p id="said" class="said" role="status" aria-live="polite"></p>`;
  return framedPage({ ...files, language: vscode.env.language, title: vscode.l10n.t('Details'), body });
}
