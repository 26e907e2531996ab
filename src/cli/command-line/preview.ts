import type { Command } from 'commander';
import type { Terminal } from '../terminal.js';
import { addCacheOptions } from './cache-options.js';
import type { Finish } from './finish.js';
import { portNumber } from './values.js';

/** Adds “dmap preview”. */
export function addPreview(program: Command, terminal: Terminal, finish: Finish): void {
  const preview = program
    .command('preview')
    .description('show the guidance as a web site on this machine, and follow its changes')
    .argument('[path]', 'the guidance folder', '.')
    .option('--port <number>', 'exactly this port; the first free one from 4321 on otherwise', portNumber)
    .option('--open', 'open it in the browser')
    .option('--drafts', 'show drafts too')
    .option('--config <file>', 'use this manifest in place of guidance.yml')
    .option('--today <date>', 'judge reviews by this day, YYYY-MM-DD')
    .action(async (path: string, _options, command: Command) => {
      const { previewCommand } = await import('../commands/preview.js');
      finish(await previewCommand(path, command.optsWithGlobals(), terminal));
    });
  addCacheOptions(preview);
}
