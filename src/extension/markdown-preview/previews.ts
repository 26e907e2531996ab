import * as vscode from 'vscode';
import type { DocumentPreview } from '../../language/preview/document-preview.js';
import { type DocumentParams, GUIDANCE_REQUESTS } from '../../server/protocol/guidance.js';
import type { Guidance } from '../guidance.js';

/** So many documents are kept: as many as anybody looks at. */
const KEPT = 20;

/**
 * What the server said of the documents that are previewed. The editor's preview cannot wait for an answer: it is shown
 * what is known, and told to look again once that is another.
 */
export class Previews implements vscode.Disposable {
  private readonly known = new Map<string, { readonly said: string; readonly preview: DocumentPreview | null }>();
  private readonly asked = new Set<string>();
  private readonly subscription: vscode.Disposable;

  constructor(private readonly guidance: Guidance) {
    this.subscription = guidance.onDidChange(() => {
      for (const uri of this.known.keys()) this.ask(uri);
    });
  }

  /** How a document is shown, as far as that is known by now. */
  of(uri: string): DocumentPreview | undefined {
    const known = this.known.get(uri);
    if (!known) this.ask(uri);
    return known?.preview ?? undefined;
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private ask(uri: string): void {
    if (this.asked.has(uri) || !this.guidance.isRunning) return;
    this.asked.add(uri);
    void this.answer(uri)
      .catch(() => undefined)
      .finally(() => this.asked.delete(uri));
  }

  private async answer(uri: string): Promise<void> {
    const preview = await this.guidance.ask<DocumentPreview | null, DocumentParams>(GUIDANCE_REQUESTS.preview, { uri });
    const said = JSON.stringify(preview);
    const before = this.known.get(uri);
    this.known.delete(uri);
    this.known.set(uri, { said, preview });
    for (const oldest of [...this.known.keys()].slice(0, Math.max(0, this.known.size - KEPT))) this.known.delete(oldest);
    if (before?.said !== said && (before || preview)) await vscode.commands.executeCommand('markdown.preview.refresh');
  }
}
