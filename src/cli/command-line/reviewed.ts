import { type Command, Option } from 'commander';
import type { Terminal } from '../terminal.js';
import { addCacheOptions } from './cache-options.js';
import type { Finish } from './finish.js';

/** Adds “dmap reviewed”. */
export function addReviewed(program: Command, terminal: Terminal, finish: Finish): void {
  const reviewed = program
    .command('reviewed')
    .description('remember that documents were looked at since what they refer to has changed')
    .argument('[paths...]', 'the documents or folders that were looked at', ['.'])
    .option('--check', 'write nothing; list what is still to be looked at, and end with 1 where there is any')
    .addOption(new Option('--unchanged', 'say of these documents that their change changes nothing for readers').conflicts('check'))
    .option('--since <revision>', 'what --unchanged compares with', 'HEAD')
    .option('--config <file>', 'use this manifest in place of guidance.yml')
    .action(async (paths: string[], _options, command: Command) => {
      const { reviewedCommand } = await import('../commands/reviewed.js');
      finish(await reviewedCommand(paths, command.optsWithGlobals(), terminal));
    });
  addCacheOptions(reviewed);
}
