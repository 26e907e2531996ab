import * as vscode from 'vscode';
import { Follower } from './follower.js';
import type { Guidance } from './guidance.js';
import { findingsWords } from './words.js';

/** How long changes are gathered before the item is renewed. In milliseconds. */
const GATHER = 200;

/** Says in the status bar what is found, and how much is covered, in the guidance of the active document. */
export class StatusItem implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('destinationMap.status', vscode.StatusBarAlignment.Left, 10);
  private readonly subscriptions: vscode.Disposable[];
  private readonly follower = new Follower(
    () => this.renew(),
    () => this.item.hide(),
  );
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly guidance: Guidance) {
    this.item.name = vscode.l10n.t('Destination Map');
    this.item.command = 'destinationMap.lintWorkspace';
    this.subscriptions = [
      this.item,
      guidance.onDidChange(() => this.schedule()),
      vscode.window.onDidChangeActiveTextEditor(() => this.schedule()),
    ];
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private schedule(): void {
    if (!this.guidance.isRunning) return;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.follower.stir();
    }, GATHER);
  }

  private async renew(): Promise<void> {
    const root = await this.guidance.currentRoot();
    const overview = root && (await this.guidance.overview(root.uri));
    if (!overview) {
      this.item.hide();
      return;
    }
    const { findings, applications, title } = overview;
    const covered = applications.reduce((sum, application) => sum + application.covered, 0);
    const applicable = applications.reduce((sum, application) => sum + application.applicable, 0);
    const found = findingsWords(findings) || vscode.l10n.t('No problems');
    const coverage = vscode.l10n.t('{0} of {1} criteria', covered, applicable);
    const icon = findings.errors > 0 ? '$(error)' : findings.warnings > 0 ? '$(warning)' : '$(pass)';
    this.item.text = `${icon} ${found}${applicable === 0 ? '' : ` · ${coverage}`}`;
    this.item.tooltip = vscode.l10n.t('{0}: {1}, {2} covered. Choose it to see what is found.', title, found, coverage);
    this.item.accessibilityInformation = { label: vscode.l10n.t('Guidance: {0}, {1} covered', found, coverage), role: 'button' };
    this.item.backgroundColor = findings.errors > 0 ? new vscode.ThemeColor('statusBarItem.errorBackground') : undefined;
    this.item.show();
  }
}
