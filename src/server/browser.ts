import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { remarkParser } from '../platform/remark-parser.js';
import { clientHost } from './client-host.js';
import { startServer } from './start-server.js';

/** The worker itself is what it talks by. */
const port = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
const connection = createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port));
startServer(
  connection,
  clientHost(connection, async () => remarkParser()),
);
