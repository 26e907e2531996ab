import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize, sep } from 'node:path';

/** A folder that pages of other origins may read, on this machine alone. */
export interface ServedExtension {
  /** Its host and port. */
  readonly authority: string;
  close(): void;
}

/** Serves an unpacked extension as marketplaces do to editors in browsers: only from there may it start workers. */
export async function serveExtension(folder: string): Promise<ServedExtension> {
  const server = createServer((request, response) => {
    const path = normalize(join(folder, decodeURIComponent(new URL(request.url ?? '/', 'http://extension').pathname)));
    const isFile = path.startsWith(folder + sep) && (statSync(path, { throwIfNoEntry: false })?.isFile() ?? false);
    const type = /\.c?js$/.test(path) ? 'text/javascript; charset=utf-8' : 'application/octet-stream';
    response.writeHead(isFile ? 200 : 404, { 'content-type': type, 'access-control-allow-origin': '*' });
    response.end(isFile ? readFileSync(path) : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    authority: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
