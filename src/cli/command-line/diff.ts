import type { Command } from 'commander';
import type { Terminal } from '../terminal.js';
import { addCacheOptions } from './cache-options.js';
import type { Finish } from './finish.js';
import { collect } from './values.js';

/** Adds “dmap diff”. */
export function addDiff(program: Command, terminal: Terminal, finish: Finish): void {
  const diff = program
    .command('diff')
    .description('show what a change means: coverage, documents and references, from two git revisions')
    .argument('<base>', 'the branch, tag or commit to compare with: from where the head left it')
    .argument('[head]', 'the revision with the change', 'HEAD')
    .argument('[path]', 'the guidance folder', '.')
    .option('--format <format[:file]>', 'how to show it, here or in a file: pretty, markdown, json (can be repeated)', collect)
    .option('--fail-on <kinds>', 'end with 1 where the change does one of these, such as coverage-lost,citation-lost', collect)
    .option('--direct', 'compare with the base itself, and not with where the head left it')
    .option('--maps <folder>', 'draw the map before and after into this folder, as SVG')
    .option('--maps-address <url>', 'where that folder can be seen, for the pictures in Markdown')
    .option('--today <date>', 'judge reviews on the maps by this day, YYYY-MM-DD')
    .addHelpText('after', '\nOnly the history is read: the working tree is neither looked at nor changed.')
    .action(async (base: string, head: string, path: string, _options, command: Command) => {
      const { diffCommand } = await import('../commands/diff.js');
      finish(await diffCommand([base, head, path], command.optsWithGlobals(), terminal));
    });
  addCacheOptions(diff);
}
