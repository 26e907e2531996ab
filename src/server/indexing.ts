import type { ServerContext } from './context.js';
import type { OpenRequest } from './host.js';

/** The user has asked to stop the indexing. */
export class IndexingCancelled extends Error {
  override readonly name = 'IndexingCancelled';
}

/** Opens a root while the client shows how far that is, if it can. */
export async function withProgress({ connection, client }: ServerContext, open: (request: OpenRequest) => Promise<void>): Promise<void> {
  if (!client.window?.workDoneProgress) return open({});
  const progress = await connection.window.createWorkDoneProgress();
  progress.begin('Reading guidance', 0, undefined, true);
  try {
    await open({
      progress: (done, total) => progress.report(Math.floor((100 * done) / Math.max(1, total)), `${done} of ${total} files`),
      throwIfCancelled: () => {
        if (progress.token.isCancellationRequested) throw new IndexingCancelled('The reading of the guidance was stopped.');
      },
    });
  } finally {
    progress.done();
  }
}
