import * as vscode from 'vscode';
import { MANIFEST } from '../../core/model/manifest.js';
import {
  FRAMEWORKS_FOLDER,
  FRAMEWORKS_INDEX,
  FRAMEWORKS_REGISTER,
  type ShippedFramework,
} from '../../language/scaffold/shipped-frameworks.js';
import { CREATE_REQUESTS, type NewFile, type NewFolderParams } from '../../server/protocol/create.js';
import { exists } from '../exists.js';
import type { Extension } from '../extension.js';
import { askSteps, type Step } from './steps.js';

interface Answers {
  readonly folder: vscode.Uri | undefined;
  readonly title: string;
  /** A framework that comes with the extension; undefined for one that is to be written. */
  readonly framework: ShippedFramework | undefined;
}

/** Asks for a folder, a framework and a title, and writes what a guidance folder begins with. */
export async function newFolder(extension: Extension): Promise<void> {
  const answers = await askSteps<Answers>([folderStep(), frameworkStep(extension), titleStep()], {
    folder: undefined,
    title: '',
    framework: undefined,
  });
  const folder = answers && (answers.folder ?? (await chooseFolder()));
  if (!folder) return;
  await assertFree(folder);
  const { title, framework } = answers;
  const taken = framework && {
    framework: { path: framework.file, text: await readShipped(framework.file, extension) },
    register: await readShipped(FRAMEWORKS_REGISTER, extension),
  };
  const params = { title, today: localDay(), ...taken };
  const files = await extension.guidance.ask<NewFile[], NewFolderParams>(CREATE_REQUESTS.newFolder, params);
  await assertNoFiles(folder, files);
  const edit = new vscode.WorkspaceEdit();
  for (const { path, text } of files) {
    edit.createFile(vscode.Uri.joinPath(folder, path), { overwrite: false, contents: new TextEncoder().encode(text) });
  }
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error(vscode.l10n.t('the files could not be written.'));
  if (!vscode.workspace.getWorkspaceFolder(folder)) {
    await vscode.commands.executeCommand('vscode.openFolder', folder);
    return;
  }
  const first = files.find(({ path }) => path.endsWith('.md'))?.path ?? MANIFEST;
  await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, first));
  // The command is done; what comes next is up to the user.
  void offerApplication().then(undefined, () => undefined);
}

async function offerApplication(): Promise<void> {
  const start = vscode.l10n.t('Start an Application');
  const words = vscode.l10n.t('The guidance folder is there. Next, say which field its framework is applied to.');
  if ((await vscode.window.showInformationMessage(words, start)) === start)
    await vscode.commands.executeCommand('destinationMap.newApplication');
}

/** A file of the folder that frameworks come in. */
async function readShipped(file: string, { context }: Extension): Promise<string> {
  const uri = vscode.Uri.joinPath(context.extensionUri, FRAMEWORKS_FOLDER, file);
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

function folderStep(): Step<Answers> {
  return {
    ask: 'choice',
    title: newFolderTitle(),
    placeholder: vscode.l10n.t('Where?'),
    choices: async () => {
      const open = (vscode.workspace.workspaceFolders ?? []).flatMap(({ uri, name }) => [
        { label: name, description: vscode.l10n.t('the open folder itself'), value: { folder: uri } },
        {
          label: `${name}/guidance`,
          description: vscode.l10n.t('a folder in it'),
          value: { folder: vscode.Uri.joinPath(uri, 'guidance') },
        },
      ]);
      return [...open, { label: vscode.l10n.t('Another folder…'), value: { folder: undefined } }];
    },
  };
}

function frameworkStep(extension: Extension): Step<Answers> {
  return {
    ask: 'choice',
    title: newFolderTitle(),
    placeholder: vscode.l10n.t('Which framework?'),
    choices: async () => {
      const shipped = JSON.parse(await readShipped(FRAMEWORKS_INDEX, extension)) as ShippedFramework[];
      return [
        ...shipped.map((framework) => ({
          label: vscode.l10n.t('{0} ({1} criteria)', framework.title, framework.criteria),
          description: vscode.l10n.t('as it is, with its sources'),
          value: { framework },
        })),
        {
          label: vscode.l10n.t('A framework of my own'),
          description: vscode.l10n.t('a small one to begin from'),
          value: { framework: undefined },
        },
      ];
    },
  };
}

function titleStep(): Step<Answers> {
  return {
    ask: 'text',
    title: newFolderTitle(),
    placeholder: vscode.l10n.t('For example: Learning guidance'),
    prompt: vscode.l10n.t('What is the guidance called?'),
    wrong: (text) => (text.trim() === '' ? vscode.l10n.t('Give it a title.') : undefined),
    answer: (text) => ({ title: text.trim() }),
  };
}

function newFolderTitle(): string {
  return vscode.l10n.t('New Guidance Folder');
}

async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    title: newFolderTitle(),
    openLabel: vscode.l10n.t('Put It Here'),
  });
  return chosen?.[0];
}

async function assertFree(folder: vscode.Uri): Promise<void> {
  if (!(await exists(vscode.Uri.joinPath(folder, MANIFEST)))) return;
  throw new Error(vscode.l10n.t('“{0}” is a guidance folder already. Nothing has been written.', vscode.workspace.asRelativePath(folder)));
}

async function assertNoFiles(folder: vscode.Uri, files: readonly NewFile[]): Promise<void> {
  for (const { path } of files) {
    if (!(await exists(vscode.Uri.joinPath(folder, path)))) continue;
    throw new Error(vscode.l10n.t('there is a file “{0}” there already. Nothing has been written.', path));
  }
}

/** The day where the user is, `YYYY-MM-DD`. */
function localDay(now = new Date()): string {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
