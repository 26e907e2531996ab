import * as vscode from 'vscode';
import type { SourceItem } from '../../language/overview/overview.js';
import type { Extension } from '../extension.js';
import { innermost } from '../guidance.js';
import { askSteps } from './steps.js';

interface Answers {
  readonly source: SourceItem | undefined;
  readonly point: string | undefined;
}

/** Asks for a work of the register and one of its points, and writes the citation at each cursor. */
export async function insertCitation({ guidance }: Extension): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const root = editor && innermost(await guidance.roots(), editor.document.uri);
  const overview = root && (await guidance.overview(root.uri));
  if (editor?.document.languageId !== 'markdown' || !overview) {
    throw new Error(vscode.l10n.t('open a Markdown document of the guidance first, and put the cursor where the citation belongs.'));
  }
  if (overview.sources.length === 0) throw new Error(vscode.l10n.t('the source register of this guidance is empty.'));
  const title = vscode.l10n.t('Insert Citation');
  const answers = await askSteps<Answers>(
    [
      {
        ask: 'choice',
        title,
        placeholder: vscode.l10n.t('Which source?'),
        choices: async () =>
          overview.sources.map((source) => ({ label: source.label, detail: source.title, description: source.id, value: { source } })),
      },
      {
        ask: 'choice',
        title,
        placeholder: vscode.l10n.t('Which of its points?'),
        choices: async ({ source }) => [
          { label: vscode.l10n.t('The source as a whole'), value: { point: undefined } },
          ...(source?.points ?? []).map(({ id, says }) => ({
            label: vscode.l10n.t('Point {0}', id),
            detail: says,
            value: { point: id },
          })),
        ],
      },
    ],
    { source: undefined, point: undefined },
  );
  const { source, point } = answers ?? {};
  if (!source) return;
  // The word is part of how guidance is written, and the same in every language of the editor.
  const citation = point === undefined ? `[@${source.id}]` : `[@${source.id}, point ${point}]`;
  const inserted = await editor.edit((edit) => {
    for (const { active } of editor.selections) edit.insert(active, citation);
  });
  if (!inserted) throw new Error(vscode.l10n.t('the citation could not be inserted.'));
}
