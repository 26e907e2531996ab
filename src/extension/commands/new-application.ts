import * as vscode from 'vscode';
import { CREATE_REQUESTS, type CreateResult, type NewApplicationParams } from '../../server/protocol/create.js';
import type { Extension } from '../extension.js';
import { rootStep, type WithRoot } from './root-step.js';
import { askSteps } from './steps.js';
import { takeCreated } from './take-created.js';

interface Answers extends WithRoot {
  readonly framework: string;
  readonly title: string;
}

/** Asks for a framework and a title, and starts an application with a draft for each criterion. */
export async function newApplication({ guidance }: Extension): Promise<void> {
  const title = vscode.l10n.t('New Application');
  const answers = await askSteps<Answers>(
    [
      rootStep(guidance, title),
      {
        ask: 'choice',
        title,
        placeholder: vscode.l10n.t('Which framework does it apply?'),
        choices: async ({ root }) => {
          const overview = await guidance.overview(root);
          return (overview?.frameworks ?? []).map(({ key, title, path }) => ({
            label: title,
            description: path,
            value: { framework: key },
          }));
        },
      },
      {
        ask: 'text',
        title,
        placeholder: vscode.l10n.t('For example: Domestic abuse'),
        prompt: vscode.l10n.t('The field that the framework is applied to. A folder is named after it.'),
        wrong: (text) => (text.trim() === '' ? vscode.l10n.t('Give it a title.') : undefined),
        answer: (text) => ({ title: text.trim() }),
      },
    ],
    { root: '', framework: '', title: '' },
  );
  if (!answers) return;
  await takeCreated(await guidance.ask<CreateResult, NewApplicationParams>(CREATE_REQUESTS.newApplication, answers));
}
