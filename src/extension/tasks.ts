import * as vscode from 'vscode';
import type { CommandRunner } from './platform.js';

/** The type of our tasks, as the manifest has it. */
const TYPE = 'dmap';

/** What a task of ours is told in `tasks.json`. */
interface DmapTask extends vscode.TaskDefinition {
  readonly command: string;
  readonly args?: readonly string[];
}

/** Gives a task that checks all guidance in each open folder, and runs those that somebody wrote; its findings become problems. */
export function registerTasks(command: CommandRunner | undefined): vscode.Disposable[] {
  if (!command) return [];
  const provider: vscode.TaskProvider = {
    provideTasks: () =>
      (vscode.workspace.workspaceFolders ?? [])
        .filter(({ uri }) => uri.scheme === 'file')
        .map((folder) => taskOf({ type: TYPE, command: 'lint' }, folder, command)),
    resolveTask: (task) => {
      const folder = typeof task.scope === 'object' ? task.scope : vscode.workspace.workspaceFolders?.[0];
      return folder?.uri.scheme === 'file' ? taskOf(task.definition as DmapTask, folder, command) : undefined;
    },
  };
  return [vscode.tasks.registerTaskProvider(TYPE, provider)];
}

function taskOf(definition: DmapTask, folder: vscode.WorkspaceFolder, { program }: CommandRunner): vscode.Task {
  const { command, args = [] } = definition;
  // The matcher reads one finding from one line.
  const format = command === 'lint' && !args.includes('--format') ? ['--format', 'compact'] : [];
  const execution = new vscode.ProcessExecution(program.path, [...program.args, command, ...args, ...format], {
    cwd: folder.uri.fsPath,
    env: { ...program.env },
  });
  const task = new vscode.Task(definition, folder, [command, ...args].join(' '), TYPE, execution, ['$dmap']);
  task.group = command === 'lint' ? vscode.TaskGroup.Test : vscode.TaskGroup.Build;
  return task;
}
