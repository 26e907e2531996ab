import type * as vscode from 'vscode';
import { answerFileRequests } from './client/client-files.js';
import { clientOptions } from './client/client-options.js';
import { registerCommands } from './commands/index.js';
import { Guidance } from './guidance.js';
import type { Platform } from './platform.js';
import { Reports } from './reports.js';
import { setContextKeys } from './set-context-keys.js';
import { StatusItem } from './status-item.js';
import { registerTasks } from './tasks.js';
import { registerViews } from './views/index.js';

/** What the parts of the extension share. */
export interface Extension {
  readonly context: vscode.ExtensionContext;
  readonly guidance: Guidance;
  readonly platform: Platform;
}

/** Starts the extension: the server, and everything that asks it. What is said of guidance is decided there and never here. */
export async function startExtension(context: vscode.ExtensionContext, platform: Platform): Promise<void> {
  const client = platform.createClient(clientOptions());
  const guidance = new Guidance(client);
  const extension: Extension = { context, guidance, platform };
  context.subscriptions.push(
    answerFileRequests(client),
    guidance,
    { dispose: () => void client.stop().catch(() => undefined) },
    ...registerCommands(extension),
    ...registerViews(extension),
    new StatusItem(guidance),
    new Reports(guidance),
    ...registerTasks(platform.command),
    guidance.onDidChange(() => void setContextKeys(guidance)),
  );
  await client.start();
  await setContextKeys(guidance);
}
