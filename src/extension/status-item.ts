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
    const overview = root && (await this.guidance.overview(root.uri, 'findings', 'coverage'));
    if (!overview) {
      this.item.hide();
      return;
    }
    const { findings, title } = overview;
    const isOneOfSeveral = (await this.guidance.roots()).length > 1;
    const { covered, applicable } = overview.coverage;
    const found = findingsWords(findings) || vscode.l10n.t('No problems');
    const coverage = vscode.l10n.t('{0} of {1} criteria', covered, applicable);
    const icon = findings.errors > 0 ? '$(error)' : findings.warnings > 0 ? '$(warning)' : '$(pass)';
    const words = applicable === 0 ? found : `${found} · ${coverage}`;
    this.item.text = `${icon} ${isOneOfSeveral ? `${inOneLine(title)}: ` : ''}${words}`;
    this.item.tooltip = vscode.l10n.t('{0}: {1}, {2} covered. Choose it to see what is found.', title, found, coverage);
    this.item.accessibilityInformation = {
      label: isOneOfSeveral
        ? vscode.l10n.t('{0}: {1}, {2} covered', title, found, coverage)
        : vscode.l10n.t('Guidance: {0}, {1} covered', found, coverage),
      role: 'button',
    };
    this.item.backgroundColor = findings.errors > 0 ? new vscode.ThemeColor('statusBarItem.errorBackground') : undefined;
    this.item.show();
  }
}

/** How much of a title there is room for. In characters. */
const ROOM = 30;

/** A title as the status bar can hold it, where “$(name)” would be an icon. */
function inOneLine(title: string): string {
  const plain = title.replaceAll('$(', '$\u200b(');
  return plain.length <= ROOM ? plain : `${plain.slice(0, ROOM - 1).trimEnd()}…`;
}
