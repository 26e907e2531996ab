import { join } from 'node:path';
import { rules, type WorkspaceSnapshot } from '../../index.js';
import { Interrupted, interruptible } from '../../platform/node/interruption.js';
import { PreviewServer } from '../../platform/node/site/preview-server.js';
import { PreviewSession } from '../../platform/node/site/preview-session.js';
import { loadPreviewScript, loadSiteAssets } from '../../platform/node/site/site-assets.js';
import { renderDocument } from '../../site/pages/document-page.js';
import { planSite } from '../../site/plan-site.js';
import { siteSettings } from '../../site/settings.js';
import { accentStyle } from '../../site/theme.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { failureText } from '../failure.js';
import { openBrowser } from '../open-browser.js';
import { openOptions, type ReadingOptions } from '../open-options.js';
import { packageFolder } from '../package-folder.js';
import { progressLine } from '../progress.js';
import { fromHere, rootOf } from '../roots.js';
import type { Terminal } from '../terminal.js';

/** The options of `preview`, as the command line has them. */
export interface PreviewCommandOptions extends ReadingOptions {
  readonly port?: number;
  readonly open?: boolean;
  readonly drafts?: boolean;
  readonly debug?: boolean;
}

/** Serves guidance as a site until somebody stops it. */
export async function previewCommand(path: string, options: PreviewCommandOptions, terminal: Terminal): Promise<ExitCode> {
  const root = rootOf(path);
  const folder = join(packageFolder(), 'dist/site');
  const session = await openSession(root, folder, options, terminal).catch(nothingIfStopped);
  if (!session) return stoppedWith(terminal);
  const stopped = untilStopped();
  const server = await PreviewServer.start(session, {
    root,
    script: loadPreviewScript(folder),
    ...(options.port === undefined ? {} : { port: options.port }),
    failed: (error) => terminal.err(failureText(error, options.debug === true)),
  });
  terminal.out(`Preview of ${fromHere(root)}: ${server.address}\nIt follows your changes. Stop it with Ctrl+C.\n`);
  if (options.open) openBrowser(server.address);
  await stopped;
  await server.close();
  return stoppedWith(terminal);
}

/** Says that the preview is over, below the `^C` that a terminal shows. */
function stoppedWith(terminal: Terminal): ExitCode {
  terminal.out('Stopped.\n');
  return EXIT.fine;
}

/** Reads the guidance; whoever stops it meanwhile need not wait for the end. */
function openSession(root: string, folder: string, options: PreviewCommandOptions, terminal: Terminal): Promise<PreviewSession> {
  const { show, clear } = progressLine(terminal);
  const settings = {
    ...openOptions(options),
    rules,
    drafts: options.drafts === true,
    maker: { plan: planSite, render: renderDocument },
    assets: (snapshot: WorkspaceSnapshot) => loadSiteAssets(folder, accentStyle(siteSettings(snapshot).accent)),
    progress: show,
  };
  return interruptible(async (throwIfCancelled) => {
    const session = await PreviewSession.open(root, { ...settings, throwIfCancelled });
    throwIfCancelled();
    return session;
  }).finally(clear);
}

/** Nothing, where somebody stopped the reading; any other failure goes on. */
function nothingIfStopped(error: unknown): undefined {
  if (!(error instanceof Interrupted)) throw error;
}

/** Resolves when the process is asked to stop, which then does not end by itself. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
