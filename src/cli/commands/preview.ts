import { join } from 'node:path';
import { rules } from '../../index.js';
import { PreviewServer } from '../../platform/node/site/preview-server.js';
import { PreviewSession } from '../../platform/node/site/preview-session.js';
import { loadPreviewScript, loadSiteAssets } from '../../platform/node/site/site-assets.js';
import { renderDocument } from '../../site/pages/document-page.js';
import { planSite } from '../../site/plan/plan-site.js';
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
  const stopped = untilStopped();
  const progress = progressLine(terminal);
  const session = await PreviewSession.open(root, {
    ...openOptions(options),
    rules,
    drafts: options.drafts === true,
    maker: { plan: planSite, render: renderDocument },
    assets: (snapshot) => loadSiteAssets(folder, accentStyle(siteSettings(snapshot).accent)),
    progress: progress.show,
  }).finally(progress.clear);
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
  return EXIT.fine;
}

/** Resolves when the process is asked to stop, which then does not end by itself. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
