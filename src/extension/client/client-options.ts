import * as vscode from 'vscode';
import { type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient';

/** Named so that the lens over a document can show its references: the protocol has no command for it. */
export const SHOW_REFERENCES = 'destinationMap.showReferences';

/** What the client and the server tell each other. */
export function clientOptions(): LanguageClientOptions {
  return {
    documentSelector: [
      { language: 'markdown' },
      { language: 'yaml' },
      // Where no extension knows YAML, its files have no language.
      { pattern: '**/*.{md,markdown,yml,yaml}' },
    ],
    initializationOptions: {
      changes: true,
      showReferences: SHOW_REFERENCES,
      // A copy: settings are given as proxies, which cannot be sent to a worker.
      rules: { ...vscode.workspace.getConfiguration('destinationMap').get<object>('rules') },
    },
    synchronize: { configurationSection: 'destinationMap' },
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    outputChannel: vscode.window.createOutputChannel('Destination Map', { log: true }),
    progressOnInitialization: false,
  };
}
