import { type Command, CommanderError } from 'commander';
import { commandLine } from './command-line.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { failureText } from './failure.js';
import type { Terminal } from './terminal.js';

/** Runs the command; every failure becomes a line for people and an exit code. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const debug = args.includes('--debug');
  const started = performance.now();
  try {
    const outcome: { code: ExitCode } = { code: EXIT.fine };
    const program = commandLine(terminal, (code) => {
      outcome.code = code;
    });
    await parse(program, args);
    if (debug) terminal.err(`dmap: took ${Math.round(performance.now() - started)} ms, of which starting up ${Math.round(started)} ms\n`);
    return outcome.code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.failed;
    terminal.err(failureText(error, debug));
    return EXIT.failed;
  }
}

async function parse(program: Command, args: readonly string[]): Promise<void> {
  if (args.length === 0) program.help({ error: true });
  await program.parseAsync(args, { from: 'user' });
}
