import { setImmediate } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { DocumentPage } from '../../../site/types.js';
import { loadParser, type ParserChoice } from '../markdown-parser.js';
import { packChunk } from './chunk-message.js';
import { PageRenderer, type RenderDocument, type RenderSettings } from './page-renderer.js';

/** What a worker that makes pages is started with. */
export interface RenderWorkerData extends RenderSettings {
  readonly parserChoice: ParserChoice;
}

/** Makes the pages that this thread is told of, until it is stopped. */
export function serveRendering(render: RenderDocument): void {
  const settings = workerData as RenderWorkerData;
  const ready = loadParser(settings.parserChoice).then((parser) => new PageRenderer(settings, render, parser));
  let before: Promise<unknown> = ready;
  parentPort?.on('message', (pages: readonly DocumentPage[]) => {
    before = before.then(async () => {
      const message = packChunk((await ready).write(pages));
      parentPort?.postMessage(message, [message.indexed.buffer as ArrayBuffer]);
      // A port hands over up to a thousand messages in a row, and what the parser has allocated is let go of only after that.
      await setImmediate();
    });
  });
}
