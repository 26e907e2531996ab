import { parentPort } from 'node:worker_threads';
import type { DocumentPage } from '../../../site/types.js';
import { loadParser, type ParserChoice } from '../markdown-parser.js';
import { packChunk } from './chunk-message.js';
import { PageRenderer, type RenderDocument, type RenderSettings } from './page-renderer.js';

/** What a thread that makes pages is told first. */
export interface ThreadSettings extends RenderSettings {
  readonly parserChoice: ParserChoice;
}

/** Makes the pages that this thread is told of, until it is stopped: first it is told how, and then in each message which. */
export function serveRendering(render: RenderDocument): void {
  // Before it is known whether it is needed: whoever starts this thread is busy still.
  void loadParser().catch(() => undefined);
  parentPort?.once('message', (settings: ThreadSettings) => {
    const ready = loadParser(settings.parserChoice).then((parser) => new PageRenderer(settings, render, parser));
    parentPort?.on('message', async (pages: readonly DocumentPage[]) => {
      const message = packChunk((await ready).write(pages));
      parentPort?.postMessage(message, [message.indexed.buffer as ArrayBuffer]);
    });
  });
}
