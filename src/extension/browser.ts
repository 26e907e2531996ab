import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { startExtension } from './start-extension.js';

/** What the client talks to the server through. */
type ServerWorker = ConstructorParameters<typeof LanguageClient>[3];

/** The extension host of a browser is a worker itself, and can start others. */
declare const Worker: new (url: string) => ServerWorker;

/** Called by VS Code in a browser, once there is guidance, or something of ours is used. */
export function activate(context: ExtensionContext) {
  const server = Uri.joinPath(context.extensionUri, 'dist/server-browser.js').toString(true);
  return startExtension(context, {
    createClient: (options) => new LanguageClient('destination-map', 'Destination Map', options, new Worker(server)),
    command: undefined,
  });
}
