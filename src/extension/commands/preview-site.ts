import * as vscode from 'vscode';
import type { Extension } from '../extension.js';
import type { RunningCommand } from '../platform.js';
import { commandFor, folderOnDisk } from './needs-command.js';
import { rootStep, type WithRoot } from './root-step.js';
import { askSteps } from './steps.js';

const ADDRESS = /(http:\/\/127\.0\.0\.1:\d+\/\S*)/;

/** The previews that are being served, by root. */
const serving = new Map<string, { readonly running: RunningCommand; readonly address: Promise<string> }>();

/** Serves the guidance as a site on this machine, and shows it beside the text; a second time it only shows it. */
export async function previewSite(extension: Extension): Promise<void> {
  const command = commandFor(extension);
  const answers = await askSteps<WithRoot>([rootStep(extension.guidance, vscode.l10n.t('Preview Site'))], { root: '' });
  if (!answers) return;
  const { root } = answers;
  let served = serving.get(root);
  if (!served) {
    const folder = folderOnDisk(root);
    const running = command.run(['preview', folder, '--port', '0'], folder);
    const started = { running, address: addressOf(running) };
    served = started;
    serving.set(root, started);
    // Where it was stopped, another may be served by now.
    const forget = () => serving.get(root) === started && serving.delete(root);
    void running.ended.then(forget, forget);
  }
  const opening = { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Starting the preview') };
  const { address } = served;
  const url = await vscode.window.withProgress(opening, () => address);
  const outside = await vscode.env.asExternalUri(vscode.Uri.parse(url));
  await vscode.commands.executeCommand('simpleBrowser.api.open', outside, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
}

/** Stops serving all previews. */
export function stopPreview(): void {
  for (const { running } of serving.values()) running.stop();
  serving.clear();
}

/**
 * The address that a preview says it has.
 * @throws Error with what it said, where it ended without one
 */
function addressOf(running: RunningCommand): Promise<string> {
  const said: string[] = [];
  return new Promise((resolve, reject) => {
    running.onLine((line) => {
      said.push(line);
      const [, address] = ADDRESS.exec(line) ?? [];
      if (address !== undefined) resolve(address);
    });
    running.ended.then(() => reject(new Error(said.join('\n').replace(/^dmap: /, ''))), reject);
  });
}
