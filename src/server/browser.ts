import type { Connection } from 'vscode-languageserver';
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { type ClientFile, ClientRoot } from '../platform/client/client-root.js';
import { localToday } from '../platform/node/today.js';
import { remarkParser } from '../platform/remark-parser.js';
import { rules } from '../rules/index.js';
import type { ServerHost } from './host.js';
import { CLIENT_REQUESTS } from './protocol/client-files.js';
import { startServer } from './start-server.js';

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
