import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

/** What differs between VS Code on a machine and VS Code in a browser. */
export interface Platform {
  /** Makes the client, which starts the server once it is started itself. */
  createClient(options: LanguageClientOptions): BaseLanguageClient;
  /** How the command is run beside the editor; undefined where no process can be started. */
  readonly command: CommandRunner | undefined;
}

/** Starts `dmap`. */
export interface CommandRunner {
  /** The program with the arguments that come before the command's own, for tasks. */
  readonly program: { readonly path: string; readonly args: readonly string[]; readonly env: Readonly<Record<string, string>> };
  /**
   * Runs `dmap` with arguments.
   * @param folder the working folder
   */
  run(args: readonly string[], folder: string): RunningCommand;
}

/** A command that runs. */
export interface RunningCommand {
  /** Each line that it writes, and to which stream. */
  onLine(listen: (line: string, stream: 'out' | 'err') => void): void;
  /** Its output as it is, piece by piece: for data, in which an end of a line can be something else. */
  onOutput(listen: (text: string) => void): void;
  /** Asks it to end, and to leave nothing half-done. */
  stop(): void;
  /** Its exit code, once it has ended; null where it was stopped. */
  readonly ended: Promise<number | null>;
}
