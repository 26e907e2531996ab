import { createConnection, ProposedFeatures, StreamMessageReader } from 'vscode-languageserver/node';
import { clientHost } from './client-host.js';
import { hostsByScheme } from './hosts-by-scheme.js';
import { WholeMessageWriter } from './message-writer.js';
import { nodeHost } from './node-host.js';
import { startServer } from './start-server.js';

/**
 * Starts the language server on standard input and output.
 * @param packageFolder the folder of this package
 */
export function startOnStdio(packageFolder: string, version: string): void {
  // What writes to the console would write into the protocol.
  console.log = console.error;
  const connection = createConnection(ProposedFeatures.all, new StreamMessageReader(process.stdin), new WholeMessageWriter(process.stdout));
  const loadParser = async () => (await import('../platform/remark-parser.js')).remarkParser();
  startServer(connection, hostsByScheme(nodeHost(packageFolder, version), clientHost(connection, loadParser)));
}
