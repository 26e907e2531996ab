import type { Command } from 'commander';
import type { Terminal } from '../terminal.js';
import type { Finish } from './finish.js';
import { collect } from './values.js';

/** Adds “dmap init” and “dmap new”. */
export function addScaffolds(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('init')
    .description('start a new guidance folder')
    .argument('[folder]', 'where to make it', '.')
    .option('--framework <file>', 'copy this framework into it: a file, or destination-map; a small template otherwise')
    .option('--title <title>', 'what the guidance is called')
    .action(async (folder: string, options: { framework?: string; title?: string }) => {
      const { initCommand } = await import('../commands/init.js');
      finish(await initCommand(folder, options, terminal));
    });
  program
    .command('new')
    .description('start an application with all its criteria, or a single document')
    .argument('<type>', 'application, criterion-guidance, domain, attribute, role, strategy, resource, page or a type of your own')
    .argument('[name]', 'what it is called')
    .option('--title <title>', 'its title')
    .option('--framework <key>', 'the framework that an application applies')
    .option('--folder <folder>', 'the folder for an application')
    .option('--application <key>', 'the application that guidance belongs to')
    .option('--criterion <key>', 'the criterion that guidance is about, by key or number')
    .option('--field <name=value>', 'any other field of the document (can be repeated)', collect)
    .option('--path <file>', 'where to write a document')
    .addHelpText('after', '\nPaths are from here, or from the guidance folder. Nothing that is there is ever overwritten.')
    .action(async (type: string, name: string | undefined, options) => {
      const { newCommand } = await import('../commands/new.js');
      finish(await newCommand(type, name, options, terminal));
    });
}
