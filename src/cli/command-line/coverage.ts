import { type Command, Option } from 'commander';
import type { Terminal } from '../terminal.js';
import { addCacheOptions } from './cache-options.js';
import type { Finish } from './finish.js';

/** Adds “dmap coverage”. */
export function addCoverage(program: Command, terminal: Terminal, finish: Finish): void {
  const coverage = program
    .command('coverage')
    .description('show how far the guidance covers its framework')
    .argument('[path]', 'the guidance folder', '.')
    .addOption(new Option('--format <format>', 'how to show it').choices(['pretty', 'json', 'markdown']).default('pretty'))
    .option('--application <key>', 'one application only')
    .option('--gaps', 'list the recorded gaps too')
    .option('--config <file>', 'use this manifest in place of guidance.yml')
    .option('--today <date>', 'judge reviews by this day, YYYY-MM-DD')
    .action(async (path: string, _options, command: Command) => {
      const { coverageCommand } = await import('../commands/coverage.js');
      finish(await coverageCommand(path, command.optsWithGlobals(), terminal));
    });
  addCacheOptions(coverage);
}
