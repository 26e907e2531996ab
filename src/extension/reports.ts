import * as vscode from 'vscode';
import { CREATE_REQUESTS } from '../server/protocol/create.js';
import type { RootParams } from '../server/protocol/guidance.js';
import type { Guidance } from './guidance.js';

/** The scheme of reports: documents that are made when they are looked at, and are no files. */
const SCHEME = 'destination-map-report';

/** Reports on guidance as Markdown documents that follow its changes. */
export class Reports implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly subscriptions: vscode.Disposable[];
  readonly onDidChange = this.changed.event;

  constructor(private readonly guidance: Guidance) {
    this.subscriptions = [
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
      this.changed,
      guidance.onDidChange((root) => this.renew(root)),
    ];
  }

  /** The address of the report on the coverage of a root. */
  static coverage(root: string): vscode.Uri {
    return vscode.Uri.from({ scheme: SCHEME, path: `/${vscode.l10n.t('Coverage')}.md`, query: root });
  }

  async provideTextDocumentContent({ query: root }: vscode.Uri): Promise<string> {
    const report = await this.guidance.ask<string | null, RootParams>(CREATE_REQUESTS.coverageReport, { root });
    if (report === null) return vscode.l10n.t('This guidance is not open any more.');
    return report === '' ? vscode.l10n.t('This guidance has no application yet. “New Application” starts one.') : report;
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private renew(root: string): void {
    for (const { uri } of vscode.workspace.textDocuments) {
      if (uri.scheme === SCHEME && uri.query === root) this.changed.fire(uri);
    }
  }
}
