import * as vscode from 'vscode';
import type { Guidance } from '../guidance.js';
import type { Step } from './steps.js';

/** Answers that name a root, by its URI. */
export interface WithRoot {
  readonly root: string;
}

/**
 * Asks which guidance folder is meant, where there are several; the one that is being worked on comes first.
 * @throws Error where there is none, in words that say what to do
 */
export function rootStep<Answers extends WithRoot>(guidance: Guidance, title: string): Step<Answers> {
  return {
    ask: 'choice',
    title,
    placeholder: vscode.l10n.t('In which guidance folder?'),
    choices: async () => {
      const roots = await guidance.roots();
      if (roots.length === 0) throw new Error(noGuidance());
      const current = await guidance.currentRoot();
      return [...roots]
        .sort((a, b) => Number(b.uri === current?.uri) - Number(a.uri === current?.uri))
        .map(({ uri, title: label }) => ({
          label,
          description: vscode.workspace.asRelativePath(vscode.Uri.parse(uri)),
          value: { root: uri } as Partial<Answers>,
        }));
    },
  };
}

/** What is said where there is no guidance to work on. */
function noGuidance(): string {
  return vscode.l10n.t('no guidance folder is open. Open one, or start one with “New Guidance Folder”.');
}
