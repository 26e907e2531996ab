import { type Command, Option } from 'commander';
import type { Terminal } from '../terminal.js';
import { addCacheOptions } from './cache-options.js';
import type { Finish } from './finish.js';

/** Adds “dmap map”. */
export function addMap(program: Command, terminal: Terminal, finish: Finish): void {
  const map = program
    .command('map')
    .description('draw the map of the framework, with how far the guidance covers it')
    .argument('[path]', 'the guidance folder', '.')
    .addOption(new Option('--format <format>', 'how to draw it').choices(['text', 'svg', 'html', 'png', 'json']))
    .option('--application <key>', 'one application only')
    .option('--output <file>', 'write it to this file; its ending says the format')
    .option('--config <file>', 'use this manifest in place of guidance.yml')
    .option('--today <date>', 'judge reviews by this day, YYYY-MM-DD')
    .action(async (path: string, _options, command: Command) => {
      const { mapCommand } = await import('../commands/map.js');
      finish(await mapCommand(path, command.optsWithGlobals(), terminal));
    });
  addCacheOptions(map);
}
