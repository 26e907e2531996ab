import * as vscode from 'vscode';
import type { FromDetailsPage, ShownDetails, ToDetailsPage } from '../../language/details/panel/messages.js';
import { DETAILS_REQUESTS, type DetailsParams, type DetailsResult } from '../../server/protocol/details.js';
import { Follower } from '../follower.js';
import type { Guidance } from '../guidance.js';
import { tellError } from '../tell-error.js';
import { pageFiles, pageOptions } from '../webview-page/files.js';
import { DetailsEdits } from './details-edits.js';
import { detailsPage } from './page.js';
import { showInText } from './show-in-text.js';
import { step } from './step.js';
import { detailsWords } from './words.js';

/** The details of the document that is edited, as a form beside it. */
export class DetailsView implements vscode.WebviewViewProvider, vscode.Disposable {
  static readonly id = 'destinationMap.details';
  private readonly subscriptions: vscode.Disposable[];
  private readonly edits: DetailsEdits;
  private readonly follower = new Follower(
    () => this.renew(),
    () => this.post({ type: 'show', shown: { kind: 'nothing', why: 'failed' } }),
  );
  private view: vscode.WebviewView | undefined;
  private isReady = false;
  /** What is shown: the document that was edited last stays while the form has the focus. */
  private document: vscode.TextDocument | undefined = vscode.window.activeTextEditor?.document;

  constructor(
    private readonly guidance: Guidance,
    private readonly extension: vscode.Uri,
  ) {
    this.edits = new DetailsEdits(guidance);
    this.subscriptions = [
      vscode.window.registerWebviewViewProvider(DetailsView.id, this),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.follow(editor)),
      vscode.window.tabGroups.onDidChangeTabs(() => this.follow(vscode.window.activeTextEditor)),
      guidance.onDidChange(() => this.follower.stir()),
    ];
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    this.view = view;
    this.isReady = false;
    view.webview.options = pageOptions(this.extension);
    view.webview.html = detailsPage(pageFiles('details', view.webview, this.extension));
    const subscriptions = [
      view.webview.onDidReceiveMessage((message: FromDetailsPage) => void this.take(message).catch(tellError)),
      view.onDidChangeVisibility(() => this.follower.stir()),
    ];
    view.onDidDispose(() => {
      for (const subscription of subscriptions) subscription.dispose();
      if (this.view === view) this.view = undefined;
    });
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private follow(editor: vscode.TextEditor | undefined): void {
    // Another kind of panel has the focus, or the form has: the document is still there.
    const isOpen = this.document && !this.document.isClosed && isInTab(this.document.uri);
    if (!editor && isOpen) return;
    if (editor?.document === this.document) return;
    this.document = editor?.document;
    this.follower.stir();
  }

  private async take(message: FromDetailsPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.isReady = true;
        this.post({ type: 'words', words: detailsWords() });
        return this.follower.stir();
      case 'edit':
        return this.edit(message);
      case 'reveal':
        return showInText(message.uri, message.path, this.guidance);
      case 'undo':
      case 'redo':
        return this.edits.after(() => step(message.type, message.uri));
      case 'begin':
        await vscode.commands.executeCommand(message.what === 'folder' ? 'destinationMap.newFolder' : 'destinationMap.newGuidance');
    }
  }

  private async edit(message: Extract<FromDetailsPage, { type: 'edit' }>): Promise<void> {
    const done = await this.edits.make(message).catch((error: unknown) => {
      tellError(error);
      // Without an answer the page would go on showing a change that was never made.
      return { outcome: 'refused', text: vscode.l10n.t('The editor did not make the change.') } as const;
    });
    this.post({ type: 'done', id: message.id, ...done });
    // Where nothing has changed, nobody else says so.
    this.follower.stir();
  }

  private async renew(): Promise<void> {
    if (!this.view?.visible || !this.isReady) return;
    const { document } = this;
    const shown = await this.shownFor(document);
    // Another one is edited by now: it is asked for next.
    if (document !== this.document) return;
    if (shown) this.post({ type: 'show', shown });
  }

  /** What there is to show of a document; undefined where it has changed meanwhile, and will be asked for again. */
  private async shownFor(document: vscode.TextDocument | undefined): Promise<ShownDetails | undefined> {
    if (!document) {
      const roots = this.guidance.isRunning ? await this.guidance.roots() : [];
      return { kind: 'nothing', why: roots.length > 0 ? 'no-document' : 'no-guidance' };
    }
    const name = vscode.workspace.asRelativePath(document.uri).split('/').pop() ?? '';
    if (!this.guidance.isRunning) return { kind: 'nothing', why: 'no-guidance' };
    const uri = document.uri.toString();
    const result = await this.guidance.ask<DetailsResult | null, DetailsParams>(DETAILS_REQUESTS.details, { uri });
    if (!result) return { kind: 'nothing', why: 'not-guidance', name };
    // An answer about an older text would take back what has been typed: the next one is on its way.
    if (result.version !== null && result.version !== document.version) {
      this.follower.stir();
      return undefined;
    }
    const { details, version } = result;
    return { kind: 'details', uri, version, name, readOnly: await isReadOnly(document.uri), details };
  }

  private post(message: ToDetailsPage): void {
    void this.view?.webview.postMessage(message);
  }
}

function isInTab(uri: vscode.Uri): boolean {
  const wanted = uri.toString();
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === wanted),
  );
}

async function isReadOnly(uri: vscode.Uri): Promise<boolean> {
  if (uri.scheme === 'untitled') return false;
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return true;
  try {
    const { permissions = 0 } = await vscode.workspace.fs.stat(uri);
    return (permissions & vscode.FilePermission.Readonly) !== 0;
  } catch {
    return false;
  }
}
