import * as vscode from 'vscode';
import type { ImportResult } from '../../exchange/word/import/import-result.js';
import { exists } from '../exists.js';
import type { Extension } from '../extension.js';
import { fileIn, type Guidance } from '../guidance.js';
import type { CommandRunner } from '../platform.js';
import { tellError } from '../tell-error.js';
import { type ImportEdit, type ImportEdits, importEdits, isSameText } from './import-edits.js';
import { commandFor, folderOnDisk } from './needs-command.js';
import { rootStep, type WithRoot } from './root-step.js';
import { FINDINGS, runCommand, saidText } from './run-command.js';
import { saveRoot } from './save-root.js';
import { askSteps, type Step } from './steps.js';

interface Answers extends WithRoot {
  readonly file: vscode.Uri | undefined;
  /** The key of an application that is there; undefined for a new one. */
  readonly application: string | undefined;
  /** The keys and titles that applications have already. */
  readonly taken: readonly string[];
  readonly title: string;
  readonly framework: string;
}

/**
 * Makes guidance from a Word document, or holds one against guidance that is there: all of it as one change, which can be undone, and
 * in which what somebody wrote is only replaced where that is agreed to.
 * @param about the document, where a menu says it
 */
export async function importWord(extension: Extension, about?: unknown): Promise<void> {
  const command = commandFor(extension);
  const file = about instanceof vscode.Uri ? about : undefined;
  const answers = await ask(extension.guidance, file);
  if (!answers?.file) return;
  const root = folderOnDisk(answers.root);
  // What is held against the document is what is on the disk.
  await saveRoot(answers.root);
  const result = await plan(command, root, answers.file, answers);
  if (!result) return;
  const edits = importEdits(result);
  if (edits.created.length + edits.changed.length === 0) {
    void vscode.window.showInformationMessage(
      isAllSaid(result)
        ? vscode.l10n.t('Nothing to import from “{0}”: the guidance says all this already.', result.file)
        : vscode.l10n.t('Nothing to import from “{0}”.', result.file),
    );
    return;
  }
  if (!(await apply(answers.root, result, edits))) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Nothing was imported from “{0}”.', result.file));
    return;
  }
  await openIfThere(answers.root, result.overview);
  // The command is done; what comes next is up to the user.
  void tell(answers.root, result).then(undefined, tellError);
}

/** Whether nothing of the document is left to a person. */
function isAllSaid({ doubts, comments }: ImportResult): boolean {
  return doubts.length + comments.length === 0;
}

function ask(guidance: Guidance, file: vscode.Uri | undefined): Promise<Answers | undefined> {
  const steps = [
    rootStep<Answers>(guidance, importTitle()),
    fileStep(file),
    applicationStep(guidance),
    titleStep(),
    frameworkStep(guidance),
  ];
  return askSteps<Answers>(steps, { root: '', file, application: undefined, taken: [], title: '', framework: '' });
}

function importTitle(): string {
  return vscode.l10n.t('Import a Word Document');
}

function fileStep(said: vscode.Uri | undefined): Step<Answers> {
  return {
    ask: 'dialog',
    when: () => said === undefined,
    show: async ({ root }) => {
      const chosen = await vscode.window.showOpenDialog({
        title: importTitle(),
        openLabel: vscode.l10n.t('Import'),
        defaultUri: vscode.Uri.joinPath(vscode.Uri.parse(root), '..'),
        filters: { [vscode.l10n.t('Word documents')]: ['docx'] },
      });
      return chosen?.[0] && { file: chosen[0] };
    },
  };
}

function applicationStep(guidance: Guidance): Step<Answers> {
  return {
    ask: 'choice',
    title: importTitle(),
    placeholder: vscode.l10n.t('Which application is it about?'),
    choices: async ({ root }) => {
      const applications = (await guidance.overview(root, 'applications'))?.applications ?? [];
      const taken = applications.flatMap(({ key, title }) => [key, title]);
      const there = applications.map(({ key, title, path }) => ({
        label: title,
        description: path,
        detail: vscode.l10n.t('Adds what is new, and asks about what reads otherwise.'),
        value: { application: key },
      }));
      return [
        ...there,
        {
          label: vscode.l10n.t('A new application…'),
          detail: vscode.l10n.t('Writes a draft for each criterion that the document speaks of.'),
          value: { application: undefined, taken },
        },
      ];
    },
  };
}

function titleStep(): Step<Answers> {
  return {
    ask: 'text',
    when: ({ application }) => application === undefined,
    title: importTitle(),
    placeholder: vscode.l10n.t('For example: Domestic abuse'),
    prompt: vscode.l10n.t('The field that the framework is applied to. A folder is named after it.'),
    wrong: (text, { taken }) => {
      if (text.trim() === '') return vscode.l10n.t('Give it a title.');
      const isTaken = taken.some((name) => name.toLowerCase() === text.trim().toLowerCase());
      return isTaken ? vscode.l10n.t('There is such an application already. Go back to choose it, or give another title.') : undefined;
    },
    answer: (text) => ({ title: text.trim() }),
  };
}

function frameworkStep(guidance: Guidance): Step<Answers> {
  return {
    ask: 'choice',
    when: ({ application }) => application === undefined,
    title: importTitle(),
    placeholder: vscode.l10n.t('Which framework does it apply?'),
    choices: async ({ root }) => {
      const frameworks = (await guidance.overview(root, 'frameworks'))?.frameworks ?? [];
      return frameworks.map(({ key, title, path }) => ({ label: title, description: path, value: { framework: key } }));
    },
  };
}

/**
 * What the command would do.
 * @returns undefined where somebody stopped it
 * @throws Error with what it said, where it cannot be done
 */
async function plan(command: CommandRunner, root: string, file: vscode.Uri, answers: Answers): Promise<ImportResult | undefined> {
  const { application, title, framework } = answers;
  if (file.scheme !== 'file') throw new Error(vscode.l10n.t('this document is not on a disk. Save it there, then try again.'));
  const into =
    application === undefined
      ? [`--application=${title}`, `--title=${title}`, `--framework=${framework}`]
      : [`--application=${application}`, '--update'];
  const { code, said, output } = await runCommand({
    command,
    args: ['import', file.fsPath, root, ...into, '--dry-run', '--format', 'json'],
    folder: root,
    title: vscode.l10n.t('Reading “{0}”', vscode.workspace.asRelativePath(file)),
    isData: true,
  });
  if (code === null) return undefined;
  if (code !== 0 && code !== FINDINGS) throw new Error(saidText(said));
  return JSON.parse(output) as ImportResult;
}

/**
 * Makes the change as one. Where something has to be agreed to, the editor shows it all first, and what to do with it.
 * @returns whether anything was changed
 */
async function apply(root: string, { file, waiting }: ImportResult, { created, changed }: ImportEdits): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  for (const { path, contents, isAsked } of created)
    edit.createFile(fileIn(root, path), { overwrite: false, contents }, isAsked ? metadataOf('pictures', path) : undefined);
  for (const { path, before, edits } of changed) {
    const document = await vscode.workspace.openTextDocument(fileIn(root, path));
    if (!isSameText(document.getText(), before))
      throw new Error(vscode.l10n.t('“{0}” has just been changed. Nothing has been written. Try again.', path));
    for (const one of edits) {
      const range = new vscode.Range(one.start.line, one.start.character, one.end.line, one.end.character);
      edit.replace(document.uri, range, one.text, one.asks && metadataOf(one.asks, path));
    }
  }
  const sections = waiting.reduce((sum, { sections }) => sum + sections.length, 0);
  if (sections > 0) {
    const words =
      sections === 1
        ? vscode.l10n.t('1 section reads otherwise in “{0}”. Tick it below to take it over, then apply; the rest is ticked already.', file)
        : vscode.l10n.t(
            '{1} sections read otherwise in “{0}”. Tick below what to take over, then apply; the rest is ticked already.',
            file,
            sections,
          );
    void vscode.window.showInformationMessage(words);
  }
  const isMade = await vscode.workspace.applyEdit(edit, { isRefactoring: true });
  if (!isMade && sections === 0) throw new Error(vscode.l10n.t('the files could not be written.'));
  // What was agreed to is not said: all of it may have been discarded.
  for (const { path } of created) if (await exists(fileIn(root, path))) return true;
  for (const { path, before } of changed) {
    if (!isSameText((await vscode.workspace.openTextDocument(fileIn(root, path))).getText(), before)) return true;
  }
  return false;
}

function metadataOf(asks: NonNullable<ImportEdit['asks']> | 'pictures', path: string): vscode.WorkspaceEditEntryMetadata {
  return { needsConfirmation: true, label: labelOf(asks, path), description: path };
}

function labelOf(asks: NonNullable<ImportEdit['asks']> | 'pictures', path: string): string {
  if (asks === 'footnotes') return vscode.l10n.t('Footnotes of what is taken over');
  if (asks === 'pictures') return vscode.l10n.t('Pictures of what is taken over');
  if (asks === 'sources') return vscode.l10n.t('Sources of what is taken over');
  return vscode.l10n.t('“{0}” reads otherwise in Word', asks.section || path);
}

async function openIfThere(root: string, path: string | null): Promise<void> {
  if (path !== null && (await exists(fileIn(root, path)))) await vscode.window.showTextDocument(fileIn(root, path));
}

async function tell(root: string, { file, criteria, doubts, report }: ImportResult): Promise<void> {
  const counted = vscode.l10n.t('{0} of {1} criteria', criteria.named, criteria.of);
  const toDecide = doubts.length === 1 ? vscode.l10n.t('1 thing to decide') : vscode.l10n.t('{0} things to decide', doubts.length);
  const words = vscode.l10n.t('Imported from “{0}”: {1}.', file, doubts.length === 0 ? counted : `${counted}; ${toDecide}`);
  const show = vscode.l10n.t('Show What to Decide');
  const chosen = await vscode.window.showInformationMessage(words, ...(report === null ? [] : [show]));
  if (chosen === show) await openIfThere(root, report);
}
