import * as vscode from 'vscode';
import type { Extension } from '../extension.js';
import type { Guidance } from '../guidance.js';
import { EXPORT_FORMATS, type ExportFormat } from './export-formats.js';
import { commandFor, folderOnDisk } from './needs-command.js';
import { rootStep, type WithRoot } from './root-step.js';
import { askTarget, runExport } from './run-export.js';
import { saveRoot } from './save-root.js';
import { askSteps, type Step } from './steps.js';

interface Answers extends WithRoot {
  readonly format: ExportFormat;
  /** The key of an application; undefined for all of them. */
  readonly application: string | undefined;
}

/** Asks for a format, an application and a folder, and writes the guidance for other programs. */
export async function exportFormat(extension: Extension): Promise<void> {
  const command = commandFor(extension);
  const { guidance } = extension;
  const steps = [rootStep<Answers>(guidance, exportTitle()), formatStep(), applicationStep(guidance)];
  const answers = await askSteps<Answers>(steps, { root: '', format: 'docx', application: undefined });
  if (!answers) return;
  const { format, application } = answers;
  const root = folderOnDisk(answers.root);
  const out = await askTarget(root, { title: vscode.l10n.t('A Folder for the Export'), name: `guidance-${format}` });
  if (!out) return;
  await saveRoot(answers.root);
  await runExport({
    command,
    out,
    root,
    options: ['--format', format, ...(application === undefined ? [] : [`--application=${application}`])],
    title: vscode.l10n.t('Exporting: {0}', formatWords(format).label),
    done: { label: vscode.l10n.t('Show Folder'), open: () => showFolder(out) },
  });
}

function exportTitle(): string {
  return vscode.l10n.t('Export for Other Programs');
}

function formatStep(): Step<Answers> {
  return {
    ask: 'choice',
    title: exportTitle(),
    placeholder: vscode.l10n.t('In which format?'),
    choices: async () => EXPORT_FORMATS.map((format) => ({ ...formatWords(format), value: { format } })),
  };
}

function formatWords(format: ExportFormat): { readonly label: string; readonly detail: string } {
  switch (format) {
    case 'docx':
      return {
        label: vscode.l10n.t('Word consultation copy'),
        detail: vscode.l10n.t('For people who comment and change in Word; what they send back can be imported.'),
      };
    case 'pdf':
      return { label: vscode.l10n.t('PDF'), detail: vscode.l10n.t('To print or send round: each application as one document.') };
    case 'xlsx':
      return { label: vscode.l10n.t('Coverage as Excel'), detail: vscode.l10n.t('How each criterion stands, as a workbook.') };
    case 'csv':
      return {
        label: vscode.l10n.t('Coverage as CSV'),
        detail: vscode.l10n.t('How each criterion stands, for any spreadsheet or dashboard.'),
      };
    case 'scorm':
      return {
        label: vscode.l10n.t('SCORM 1.2 package'),
        detail: vscode.l10n.t('The guidance as a course for learning platforms.'),
      };
    case 'moodle':
      return {
        label: vscode.l10n.t('Moodle competency framework'),
        detail: vscode.l10n.t('The framework as competencies that courses in Moodle can be linked to.'),
      };
    case 'case':
      return {
        label: vscode.l10n.t('CASE 1.1'),
        detail: vscode.l10n.t('The framework in the standard of 1EdTech for exchanging competencies.'),
      };
    case 'jsonld':
      return {
        label: vscode.l10n.t('JSON-LD with SKOS'),
        detail: vscode.l10n.t('Framework, guidance and glossary as linked data.'),
      };
  }
}

function applicationStep(guidance: Guidance): Step<Answers> {
  return {
    ask: 'choice',
    title: exportTitle(),
    placeholder: vscode.l10n.t('Which application?'),
    choices: async ({ root }) => {
      const applications = (await guidance.overview(root, 'applications'))?.applications ?? [];
      const all = { label: vscode.l10n.t('All applications'), value: { application: undefined } };
      // With one application there is nothing to choose.
      if (applications.length < 2) return [all];
      return [all, ...applications.map(({ key, title, path }) => ({ label: title, description: path, value: { application: key } }))];
    },
  };
}

/** Shows a folder where people look for it: in the explorer of the editor, else in that of the machine. */
function showFolder(folder: vscode.Uri): Thenable<unknown> {
  if (vscode.workspace.getWorkspaceFolder(folder)) return vscode.commands.executeCommand('revealInExplorer', folder);
  if (vscode.env.remoteName === undefined && vscode.env.uiKind === vscode.UIKind.Desktop)
    return vscode.commands.executeCommand('revealFileInOS', folder);
  // The folders of another machine are shown by an editor alone.
  return vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: true });
}
