import * as vscode from 'vscode';
import { MANIFEST } from '../core/model/manifest.js';
import { answerFileRequests } from './client/client-files.js';
import { clientOptions } from './client/client-options.js';
import { registerCommands } from './commands/index.js';
import type { Extension } from './extension.js';
import { Follower } from './follower.js';
import { Guidance, pathFrom } from './guidance.js';
import { isGuidanceOpen } from './is-guidance-open.js';
import { MapPanels } from './map-panel/map-panels.js';
import { extendMarkdownIt } from './markdown-preview/extend-markdown-it.js';
import type { MarkdownIt } from './markdown-preview/markdown-it.js';
import { previewsOf } from './markdown-preview/previews-of.js';
import type { Platform } from './platform.js';
import { Reports } from './reports.js';
import { setCanRun, setContextKeys } from './set-context-keys.js';
import { StatusItem } from './status-item.js';
import { registerTasks } from './tasks.js';
import { registerViews } from './views/index.js';

/** What the editor takes from the extension once it has started. */
export interface ExtensionApi {
  /** Called by the editor's Markdown preview. */
  readonly extendMarkdownIt: (md: MarkdownIt) => MarkdownIt;
}

/** Starts the extension: the server, and everything that asks it. What is said of guidance is decided there and never here. */
export async function startExtension(context: vscode.ExtensionContext, platform: Platform): Promise<ExtensionApi> {
  const client = platform.createClient(clientOptions());
  const guidance = new Guidance(client);
  const extension: Extension = { context, guidance, platform, maps: new MapPanels(guidance, context.extensionUri) };
  const previews = previewsOf(guidance);
  const contextKeys = new Follower(
    () => setContextKeys(guidance),
    () => undefined,
  );
  const wakes = new Follower(
    () => startWhereGuidanceIs(guidance),
    () => undefined,
  );
  const manifests = vscode.workspace.createFileSystemWatcher(`**/${MANIFEST}`, false, true, true);
  context.subscriptions.push(
    extension.maps,
    answerFileRequests(client),
    guidance,
    { dispose: () => void client.stop().catch(() => undefined) },
    ...registerCommands(extension),
    ...registerViews(extension),
    new StatusItem(guidance),
    new Reports(guidance),
    ...registerTasks(platform.command),
    guidance.onDidChange((root) => {
      contextKeys.stir();
      previews.renew((uri) => pathFrom(root, vscode.Uri.parse(uri)) !== undefined);
    }),
    manifests,
    manifests.onDidCreate(() => wakes.stir()),
    vscode.workspace.onDidChangeWorkspaceFolders(() => wakes.stir()),
    vscode.workspace.onDidGrantWorkspaceTrust(() => void setCanRun(platform)),
  );
  await startWhereGuidanceIs(guidance);
  await setCanRun(platform);
  await setContextKeys(guidance);
  return { extendMarkdownIt: (md) => extendMarkdownIt(md, (uri) => previews.of(uri)) };
}

/**
 * Starts the server where there is guidance. The editor's Markdown preview wakes the extension wherever it is opened: without
 * guidance nothing more is started, until there is some.
 */
async function startWhereGuidanceIs(guidance: Guidance): Promise<void> {
  if (!guidance.isRunning && (await isGuidanceOpen())) await guidance.start();
}
