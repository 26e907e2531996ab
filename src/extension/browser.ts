import { type ExtensionContext, Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { type ExtensionApi, startExtension } from './start-extension.js';

/** The extension host of a browser is a worker itself, and can start others. */
declare const Worker: new (url: string) => ConstructorParameters<typeof BrowserMessageReader>[0];

/** Called by VS Code in a browser, once there is guidance, or something of ours is used. */
export function activate(context: ExtensionContext): Promise<ExtensionApi> {
  const server = Uri.joinPath(context.extensionUri, 'dist/server-browser.js').toString(true);
  return startExtension(context, {
    createClient: (options) => {
      // Started with the client, and not before: without guidance nobody needs it.
      const start = async () => {
        const worker = new Worker(server);
        return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
      };
      return new LanguageClient('destination-map', 'Destination Map', start, options);
    },
    command: undefined,
  });
}
