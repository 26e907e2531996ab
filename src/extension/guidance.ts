import * as vscode from 'vscode';
import type { BaseLanguageClient, WorkspaceEdit } from 'vscode-languageclient';
import {
  GUIDANCE_CHANGED,
  GUIDANCE_REQUESTS,
  type GuidanceChangedParams,
  type GuidanceRoot,
  type OverviewResult,
  type RootParams,
} from '../server/protocol/guidance.js';

/** The guidance that the server knows, as views and commands ask for it. */
export class Guidance implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<string>();
  private readonly subscription: vscode.Disposable;
  /** Told of the URI of a root in which something may be another now. */
  readonly onDidChange = this.changed.event;

  private running = false;

  constructor(private readonly client: BaseLanguageClient) {
    this.subscription = client.onNotification(GUIDANCE_CHANGED, ({ root }: GuidanceChangedParams) => this.changed.fire(root));
  }

  /** Asks the server; waits for it to have started. */
  async ask<Result, Params = object>(method: string, params: Params, token?: vscode.CancellationToken): Promise<Result> {
    await this.start();
    // An undefined token would be sent as a second parameter.
    return token ? this.client.sendRequest<Result>(method, params, token) : this.client.sendRequest<Result>(method, params);
  }

  /** Whether the server has been started: what only looks at guidance does not start it. */
  get isRunning(): boolean {
    return this.running;
  }

  /** Starts the server, where it has not been started. */
  async start(): Promise<void> {
    await this.client.start();
    this.running = true;
  }

  /** The roots that are served. */
  roots(): Promise<readonly GuidanceRoot[]> {
    return this.ask(GUIDANCE_REQUESTS.roots, {});
  }

  /** Everything that the views list of a root; null where it is gone. */
  overview(root: string): Promise<OverviewResult> {
    return this.ask<OverviewResult, RootParams>(GUIDANCE_REQUESTS.overview, { root });
  }

  /** The root of the document that is being edited, else the first. */
  async currentRoot(): Promise<GuidanceRoot | undefined> {
    const roots = await this.roots();
    const active = vscode.window.activeTextEditor?.document.uri;
    return (active && innermost(roots, active)) ?? roots[0];
  }

  /** Makes a change that the server gave, which is undone in one step; false where it was not made, as for a text that is another by now. */
  async apply(edit: WorkspaceEdit): Promise<boolean> {
    const converted = await this.client.protocol2CodeConverter.asWorkspaceEdit(edit);
    // The conversion forgets the versions. From here on the editor looks after them.
    return isCurrent(edit) && vscode.workspace.applyEdit(converted);
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }
}

/** Whether a change is about the texts that the editor has now. */
function isCurrent({ documentChanges = [] }: WorkspaceEdit): boolean {
  const versions = new Map(vscode.workspace.textDocuments.map(({ uri, version }) => [uri.toString(), version]));
  return documentChanges.every((change) => {
    if (!('textDocument' in change) || change.textDocument.version === null) return true;
    return versions.get(vscode.Uri.parse(change.textDocument.uri).toString()) === change.textDocument.version;
  });
}

/** The URI of a file of a root. */
export function fileIn(root: string, path: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.Uri.parse(root), path);
}

/** The path from a root to a file; undefined for what is not below it. */
export function pathFrom(root: string, uri: vscode.Uri): string | undefined {
  // Written out and read again, the letter of a drive is the same in both.
  const [folder, file] = [vscode.Uri.parse(vscode.Uri.parse(root).toString()), vscode.Uri.parse(uri.toString())];
  if (folder.scheme !== file.scheme || folder.authority !== file.authority) return undefined;
  const base = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return file.path.startsWith(base) ? file.path.slice(base.length) : undefined;
}

/** The root that a file belongs to: of several, one inside the other, the inner one. */
export function innermost<Root extends { readonly uri: string }>(roots: readonly Root[], uri: vscode.Uri): Root | undefined {
  return roots.filter((root) => pathFrom(root.uri, uri) !== undefined).sort((a, b) => b.uri.length - a.uri.length)[0];
}
