import { createRequire } from 'node:module';
import { join } from 'node:path';
import { UsageError } from '../../index.js';
import type { startOnStdio } from '../../server/node.js';
import { packageFolder, packageVersion } from '../package-folder.js';

/**
 * Starts the language server, which has a bundle of its own so that no other command has to load it. It ends the process
 * when the editor says so, or is gone.
 */
export function lspCommand({ stdio }: { readonly stdio?: boolean }): Promise<never> {
  if (!stdio) throw new UsageError('The language server talks over standard input and output only. Start it with “dmap lsp --stdio”.');
  const folder = packageFolder();
  const server = createRequire(import.meta.url)(join(folder, 'dist/server.cjs')) as { startOnStdio: typeof startOnStdio };
  server.startOnStdio(folder, packageVersion());
  return new Promise(() => undefined);
}
