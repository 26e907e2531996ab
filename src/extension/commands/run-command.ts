import * as vscode from 'vscode';
import type { CommandRunner } from '../platform.js';

/** “Writing: 1,200 of 10,000 documents”, as the command says it. */
const PROGRESS = /^\w+: ([\d,]+) of ([\d,]+) /;

/** How the command ends where it was stopped by findings in the guidance. */
export const FINDINGS = 1;

/** What a run of the command came to. */
export interface CommandRun {
  /** Its exit code; null where somebody stopped it. */
  readonly code: number | null;
  /** What it said to people, line by line, without its progress. */
  readonly said: readonly string[];
  /** Its output, as it is. */
  readonly output: string;
}

/** What is run, and what it is called meanwhile. */
export interface CommandRequest {
  readonly command: CommandRunner;
  readonly args: readonly string[];
  /** The working folder. */
  readonly folder: string;
  readonly title: string;
  /** Whether the output is data, and nothing that is said to people. */
  readonly isData?: boolean;
}

/** Runs the command to its end, with its progress and a way to stop it. */
export function runCommand({ command, args, folder, title, isData }: CommandRequest): Thenable<CommandRun> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (progress, token) => {
    const running = command.run(args, folder);
    token.onCancellationRequested(() => running.stop());
    const said: string[] = [];
    const output: string[] = [];
    let reached = 0;
    running.onOutput((text) => output.push(text));
    running.onLine((line, stream) => {
      if (isData && stream === 'out') return;
      const [, done, total] = PROGRESS.exec(line) ?? [];
      if (done === undefined || total === undefined) {
        if (line.trim() !== '') said.push(line.trim());
        return;
      }
      const now = (100 * numberIn(done)) / Math.max(1, numberIn(total));
      progress.report({ message: line.trim(), increment: Math.max(0, now - reached) });
      reached = Math.max(reached, now);
    });
    const code = await running.ended;
    return { code: token.isCancellationRequested ? null : code, said, output: output.join('') };
  });
}

/** What the command said, as a text without its name before it. */
export function saidText(said: readonly string[]): string {
  return said.join('\n').replace(/^(?:dmap|error): /, '');
}

function numberIn(text: string): number {
  return Number(text.replace(/,/g, ''));
}
