import { Command, CommanderError } from 'commander';
import { addBaseline } from './command-line/baseline.js';
import { addCoverage } from './command-line/coverage.js';
import { addDiff } from './command-line/diff.js';
import { addExport } from './command-line/export.js';
import type { Finish } from './command-line/finish.js';
import { addImport } from './command-line/import.js';
import { addLint } from './command-line/lint.js';
import { addMap } from './command-line/map.js';
import { plainError } from './command-line/plain-error.js';
import { addPreview } from './command-line/preview.js';
import { addReviewed } from './command-line/reviewed.js';
import { addRules } from './command-line/rules.js';
import { addScaffolds } from './command-line/scaffolds.js';
import { addServer } from './command-line/server.js';
import { packageVersion } from './package-folder.js';
import type { Terminal } from './terminal.js';

/** The commands with their options. Each command's own code is loaded only when it is run. */
export function commandLine(terminal: Terminal, finish: Finish): Command {
  const program = new Command('dmap');
  program
    .description('Check, measure and start guidance that applies a learning and development framework.')
    .usage('<command> [options]')
    .option('--debug', 'print stack traces and timings')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show the help of a command')
    .configureHelp({ showGlobalOptions: true, helpWidth: terminal.width })
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err, outputError: (text, write) => write(plainError(text)) })
    .showSuggestionAfterError()
    .exitOverride();
  // Read from package.json only when somebody asks.
  program.option('-V, --version', 'show the version').on('option:version', () => {
    terminal.out(`${packageVersion()}\n`);
    throw new CommanderError(0, 'commander.version', '');
  });
  addLint(program, terminal, finish);
  addBaseline(program, terminal, finish);
  addDiff(program, terminal, finish);
  addReviewed(program, terminal, finish);
  addCoverage(program, terminal, finish);
  addMap(program, terminal, finish);
  addRules(program, terminal, finish);
  addScaffolds(program, terminal, finish);
  addImport(program, terminal, finish);
  addExport(program, terminal, finish);
  addPreview(program, terminal, finish);
  addServer(program);
  return program;
}
