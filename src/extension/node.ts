import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { nodeCommand } from './client/node-command.js';
import { type ExtensionApi, startExtension } from './start-extension.js';

/** Called by VS Code on a machine, once there is guidance, or something of ours is used. */
export function activate(context: ExtensionContext): Promise<ExtensionApi> {
  const cli = context.asAbsolutePath('dist/cli.js');
  return startExtension(context, {
    createClient: (options) =>
      new LanguageClient(
        'destination-map',
        'Destination Map',
        { module: cli, args: ['lsp'], transport: TransportKind.stdio, options: { env: { ...process.env, NODE_NO_WARNINGS: '1' } } },
        options,
      ),
    command: nodeCommand(cli),
  });
}
