import * as vscode from 'vscode';
import type { Extension } from '../extension.js';
import { Reports } from '../reports.js';
import { rootStep, type WithRoot } from './root-step.js';
import { askSteps } from './steps.js';

/** Shows how far guidance covers its framework, as a page that follows its changes. */
export async function coverageReport({ guidance }: Extension): Promise<void> {
  const answers = await askSteps<WithRoot>([rootStep(guidance, vscode.l10n.t('Coverage Report'))], { root: '' });
  if (answers) await vscode.commands.executeCommand('markdown.showPreview', Reports.coverage(answers.root));
}
