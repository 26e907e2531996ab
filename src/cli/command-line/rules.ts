import { type Command, Option } from 'commander';
import type { Terminal } from '../terminal.js';
import type { Finish } from './finish.js';

/** Adds “dmap rules” and “dmap explain”. */
export function addRules(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('rules')
    .description('list the rules')
    .addOption(new Option('--format <format>', 'how to show them').choices(['pretty', 'json', 'markdown']).default('pretty'))
    .action(async ({ format }: { format: 'pretty' | 'json' | 'markdown' }) => {
      const { rulesCommand } = await import('../commands/rules.js');
      finish(rulesCommand(format, terminal));
    });
  program
    .command('explain')
    .description('explain a rule, with examples')
    .argument('<rule>', 'the id of the rule, such as link-target')
    .action(async (id: string) => {
      const { explainCommand } = await import('../commands/explain.js');
      finish(explainCommand(id, terminal));
    });
}
