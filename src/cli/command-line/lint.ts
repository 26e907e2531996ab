import { type Command, Option } from 'commander';
import { LINT_FORMATS } from '../reports/lint-formats.js';
import type { Terminal } from '../terminal.js';
import { addCacheOptions } from './cache-options.js';
import type { Finish } from './finish.js';
import { collect, wholeNumber } from './values.js';

/** Adds “dmap lint”. */
export function addLint(program: Command, terminal: Terminal, finish: Finish): void {
  const lint = program
    .command('lint')
    .description('check the guidance, and mend what can be mended')
    .argument('[paths...]', 'files or folders to report on', ['.'])
    .option(
      '--format <format[:file]>',
      `how to show what was found, here or in a file: ${LINT_FORMATS.join(', ')} (can be repeated)`,
      collect,
    )
    .option('--fix', 'mend what can be mended safely')
    .addOption(new Option('--fix-dry-run', 'show what --fix would change, and change nothing').conflicts('fix'))
    .option('--max-warnings <number>', 'end with 1 where there are more warnings', wholeNumber)
    .option('--changed-since <revision>', 'show only what is found because of what was changed since this branch left that revision')
    .option('--new-only', 'show only the errors and warnings that the baseline does not know')
    .option('--quiet', 'show errors only')
    .option('--verbose', 'list every note whole, with its rule and its line of the text')
    .option('--rule <id:severity>', 'set a rule to off, info, warning or error (can be repeated)', collect)
    .option('--config <file>', 'use this manifest in place of guidance.yml')
    .option('--today <date>', 'judge reviews by this day, YYYY-MM-DD')
    .addHelpText('after', ENDS)
    .action(async (paths: string[], _options, command: Command) => {
      const { lintCommand } = await import('../commands/lint.js');
      finish(await lintCommand(paths, command.optsWithGlobals(), terminal));
    });
  addCacheOptions(lint);
}

const ENDS =
  '\nEnds with 1 for any error, or for more warnings than --max-warnings; with 2 when\nthe tool or its configuration failed; else with 0.';
