import type { Connection } from 'vscode-languageserver';
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { type ClientFile, ClientRoot } from '../platform/client/client-root.js';
import { localToday } from '../platform/node/today.js';
import { remarkParser } from '../platform/remark-parser.js';
import { rules } from '../rules/index.js';
import type { ServerHost } from './host.js';
import { startServer } from './start-server.js';

/** Requests that a client without a disk answers: it reads the files. */
export const CLIENT_REQUESTS = {
  /** `{ uri }` → `{ root }`: the nearest folder, from a file or folder upwards, with a manifest; null where there is none. */
  findRoot: 'destination-map/findRoot',
  /** `{ folder }` → `{ roots }`: the folders with a manifest, at any depth. */
  findRoots: 'destination-map/findRoots',
  /**
   * `{ root, paths? }` → `{ files: { path, text? }[] }`: the files of a root, or those of the paths that are there and
   * what is below them; with their texts, if they are Markdown, YAML or JSON. Roots inside the root are left out.
   */
  readFiles: 'destination-map/readFiles',
} as const;

const parser = remarkParser();
/** The worker itself is what it talks by. */
const port = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
const connection = createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port));
startServer(connection, browserHost(connection));

function browserHost(client: Connection): ServerHost {
  return {
    version: '',
    rootOf: async (uri) => (await client.sendRequest<{ root: string | null }>(CLIENT_REQUESTS.findRoot, { uri })).root ?? undefined,
    rootsIn: async (folder) => (await client.sendRequest<{ roots: string[] }>(CLIENT_REQUESTS.findRoots, { folder })).roots,
    openRoot: (root, { today, ...request }) => {
      const readFiles = async (paths?: readonly string[]) =>
        (await client.sendRequest<{ files: ClientFile[] }>(CLIENT_REQUESTS.readFiles, { root, ...(paths ? { paths } : {}) })).files;
      return ClientRoot.open(readFiles, { ...request, rules, parser, today: () => today ?? localToday() });
    },
    rulePage: () => undefined,
  };
}
