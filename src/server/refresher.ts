import { CodeLensRefreshRequest, InlayHintRefreshRequest } from 'vscode-languageserver';
import type { ServerContext } from './context.js';

/** How long changes are gathered before the client is asked to ask again. In milliseconds. */
const GATHER = 300;

/** Asks the client to ask again for what it shows beside the documents that change: it cannot know what a change concerns. */
export class Refresher {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly context: ServerContext,
    private readonly failed: (error: unknown) => void,
  ) {}

  schedule(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.refresh().catch(this.failed);
    }, GATHER);
  }

  private async refresh(): Promise<void> {
    const { connection, client, options } = this.context;
    const { workspace } = client;
    if (options.diagnostics === 'pull' && workspace?.diagnostics?.refreshSupport) connection.languages.diagnostics.refresh();
    if (workspace?.codeLens?.refreshSupport) await connection.sendRequest(CodeLensRefreshRequest.type);
    if (workspace?.inlayHint?.refreshSupport) await connection.sendRequest(InlayHintRefreshRequest.type);
  }
}
