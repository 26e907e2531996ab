import { type Command, Option } from 'commander';
import type { Terminal } from '../terminal.js';
import { addCacheOptions } from './cache-options.js';
import type { Finish } from './finish.js';
import { collect } from './values.js';

/** Adds “dmap import”. */
export function addImport(program: Command, terminal: Terminal, finish: Finish): void {
  const word = program
    .command('import')
    .description('make guidance from a Word document, with a row or a heading for each criterion')
    .argument('<file>', 'the Word document (.docx)')
    .argument('[path]', 'the guidance folder', '.')
    .requiredOption('--application <name>', 'the application that it becomes, or that it is held against')
    .option('--title <title>', 'the title of a new application; that of the document otherwise')
    .option('--framework <key>', 'the framework that a new application applies')
    .option('--folder <folder>', 'the folder for a new application')
    .option('--dry-run', 'show what would be written, and write nothing')
    .option('--update', 'hold the document against an application that is there: add what is new, show what reads otherwise')
    .option('--accept <criteria>', 'take over what reads otherwise: all, overview, or criteria such as 10,12 (can be repeated)', collect)
    .addOption(new Option('--format <format>', 'how to show it; json needs --dry-run').choices(['pretty', 'json']).default('pretty'))
    .option('--config <file>', 'use this manifest in place of guidance.yml')
    .addHelpText('after', IMPORT_ENDS)
    .action(async (file: string, path: string, _options, command: Command) => {
      const { importCommand } = await import('../commands/import.js');
      finish(await importCommand(file, path, command.optsWithGlobals(), terminal));
    });
  addCacheOptions(word);
}

const IMPORT_ENDS =
  '\nNothing that is there is ever overwritten unasked, and all is written or nothing.\n' +
  'Ends with 1 where sections read otherwise and wait to be accepted, and with 2 when it failed.';
