import * as vscode from 'vscode';
import type { CriterionItem } from '../../language/overview/overview.js';
import { CREATE_REQUESTS, type CreateResult, type WriteGuidanceParams } from '../../server/protocol/create.js';
import type { Extension } from '../extension.js';
import { fileIn } from '../guidance.js';
import type { Row } from '../views/overview-tree.js';
import { numbered, stateWords } from '../words.js';
import { rootStep, type WithRoot } from './root-step.js';
import { askSteps } from './steps.js';
import { takeCreated } from './take-created.js';

interface Answers extends WithRoot {
  readonly application: string;
  readonly criterion: string;
  /** The guidance that is there already. */
  readonly path: string | undefined;
}

/** Starts the guidance of an application on a criterion; where there is some, it is opened. A row of a view says which. */
export async function newGuidance({ guidance }: Extension, row?: Row): Promise<void> {
  const { root, application, criterion } = row?.about ?? {};
  const start = { root: root ?? '', application: application ?? '', criterion: criterion ?? '', path: undefined };
  const isSaid = root !== undefined && application !== undefined && criterion !== undefined;
  const answers = isSaid ? start : await ask(guidance, start);
  if (!answers) return;
  if (answers.path !== undefined) await vscode.window.showTextDocument(fileIn(answers.root, answers.path));
  else await takeCreated(await guidance.ask<CreateResult, WriteGuidanceParams>(CREATE_REQUESTS.writeGuidance, answers));
}

function ask(guidance: Extension['guidance'], start: Answers): Promise<Answers | undefined> {
  const title = vscode.l10n.t('New Guidance for a Criterion');
  return askSteps<Answers>(
    [
      rootStep(guidance, title),
      {
        ask: 'choice',
        title,
        placeholder: vscode.l10n.t('In which application?'),
        choices: async ({ root }) => {
          const applications = (await guidance.overview(root))?.applications ?? [];
          if (applications.length === 0) throw new Error(vscode.l10n.t('there is no application yet. Start one with “New Application”.'));
          return applications.map(({ key, title, path }) => ({ label: title, description: path, value: { application: key } }));
        },
      },
      {
        ask: 'choice',
        title,
        placeholder: vscode.l10n.t('On which criterion?'),
        choices: async ({ root, application }) => {
          const overview = await guidance.overview(root);
          const criteria = overview?.applications.find(({ key }) => key === application)?.criteria ?? [];
          // What has still to be written comes first.
          return [...criteria].sort((a, b) => Number(a.path !== undefined) - Number(b.path !== undefined)).map(criterionChoice);
        },
      },
    ],
    start,
  );
}

function criterionChoice({ key, number, title, shortTitle, state, path }: CriterionItem) {
  const description = path === undefined ? stateWords(state) : vscode.l10n.t('{0}: opens it', stateWords(state));
  return { label: numbered(number, shortTitle), description, detail: title, value: { criterion: key, path } };
}
