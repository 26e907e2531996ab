import { type Command, Option } from 'commander';
import type { Terminal } from '../terminal.js';
import { addCacheOptions } from './cache-options.js';
import type { Finish } from './finish.js';

/** Adds “dmap baseline”. */
export function addBaseline(program: Command, terminal: Terminal, finish: Finish): void {
  const baseline = program
    .command('baseline')
    .description('write down what is found now, so that “lint --new-only” passes over it')
    .argument('[path]', 'the guidance folder', '.')
    .option('--prune', 'only take out what is no longer found')
    .addOption(new Option('--check', 'write nothing; end with 1 where something is no longer found').conflicts('prune'))
    .option('--config <file>', 'use this manifest in place of guidance.yml')
    .option('--today <date>', 'judge reviews by this day, YYYY-MM-DD')
    .action(async (path: string, _options, command: Command) => {
      const { baselineCommand } = await import('../commands/baseline.js');
      finish(await baselineCommand(path, command.optsWithGlobals(), terminal));
    });
  addCacheOptions(baseline);
}
