import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, type ServerOptions } from 'vscode-languageclient/browser';
import { type ExtensionApi, startExtension } from './start-extension.js';

/** The extension host of a browser is a worker itself, and can start others. */
declare const Worker: new (url: string) => Extract<ServerOptions, { postMessage: unknown }>;

/** Called by VS Code in a browser, once there is guidance, or something of ours is used. */
export function activate(context: ExtensionContext): Promise<ExtensionApi> {
  const server = Uri.joinPath(context.extensionUri, 'dist/server-browser.js').toString(true);
  return startExtension(context, {
    createClient: (options) => new LanguageClient('destination-map', 'Destination Map', new Worker(server), options),
    command: undefined,
  });
}
