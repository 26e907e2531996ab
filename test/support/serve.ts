import { readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';

/** A folder served on this machine alone. */
export interface ServedFolder {
  /** Its address, ending in `/`. */
  readonly address: string;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

/** Serves a folder as simple hosts do: files as they are, `index.html` for a folder, `404.html` for what is not there. */
export async function serve(folder: string): Promise<ServedFolder> {
  const server = createServer((request, response) => {
    const found = fileAt(folder, request.url ?? '/');
    const file = found ?? join(folder, '404.html');
    response.writeHead(found ? 200 : 404, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    response.end(readOr(file, 'There is no such page.'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => closed(server) };
}

function fileAt(folder: string, address: string): string | undefined {
  const path = normalize(join(folder, decodeURIComponent(new URL(address, 'http://site').pathname)));
  if (path !== folder && !path.startsWith(folder + sep)) return undefined;
  const stats = statSync(path, { throwIfNoEntry: false });
  const file = stats?.isDirectory() ? join(path, 'index.html') : path;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

function readOr(file: string, text: string): Buffer | string {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : text;
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
