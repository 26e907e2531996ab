import { type Command, Option } from 'commander';

/** Adds the options of every command that reads a whole guidance folder. */
export function addCacheOptions(command: Command): void {
  command
    .option('--no-cache', 'read every file anew and keep nothing')
    .option('--cache-dir <folder>', 'where to keep what was learnt about the files')
    .addOption(new Option('--parser <name>').choices(['auto', 'satteri', 'remark']).default('auto').hideHelp());
}
