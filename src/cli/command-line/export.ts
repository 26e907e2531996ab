import { type Command, Option } from 'commander';
import { EXCHANGE_FORMATS } from '../export/formats.js';
import type { Terminal } from '../terminal.js';
import { addCacheOptions } from './cache-options.js';
import type { Finish } from './finish.js';

/** Adds “dmap export”. */
export function addExport(program: Command, terminal: Terminal, finish: Finish): void {
  const site = program
    .command('export')
    .description('write the guidance as a web site, or for other programs')
    .argument('<out>', 'the folder to write; one that this command made before is replaced')
    .argument('[path]', 'the guidance folder', '.')
    .addOption(new Option('--format <format>', 'what to write').choices(['site', ...EXCHANGE_FORMATS]).default('site'))
    .option('--application <key>', 'one application only; not for a site')
    .option('--force', 'export in spite of errors, and mark the pages that have them')
    .option('--drafts', 'export drafts too')
    .option('--zip <file>', 'pack the site into a zip file as well')
    .option('--base <path>', 'where the site stands on its host, such as /guidance/')
    .option('--address <url>', 'the address of the site, such as https://example.org/guidance/')
    .option('--config <file>', 'use this manifest in place of guidance.yml')
    .option('--today <date>', 'judge reviews by this day, YYYY-MM-DD')
    .addHelpText('after', EXPORT_ENDS)
    .action(async (out: string, path: string, _options, command: Command) => {
      const { exportCommand } = await import('../commands/export.js');
      finish(await exportCommand(out, path, command.optsWithGlobals(), terminal));
    });
  addCacheOptions(site);
}

const EXPORT_ENDS =
  '\nThe old folder stays whole until the new one is written. A folder that was not made\nby this command is never written over.\n' +
  'Ends with 1 where errors in the guidance stopped it, and with 2 when it failed.';
