import { type Command, Option } from 'commander';

/** Adds “dmap lsp”. */
export function addServer(program: Command): void {
  program
    .command('lsp')
    .description('start the language server, for editors')
    .option('--stdio', 'talk over standard input and output')
    // Clients made with vscode-languageclient add it unasked; the protocol's own `initialize` says the same.
    .addOption(new Option('--clientProcessId <id>').hideHelp())
    .addHelpText('after', '\nEditors start it themselves: README.md says how to set them up.')
    .action(async (options: { stdio?: boolean }) => {
      const { lspCommand } = await import('../commands/lsp.js');
      await lspCommand(options);
    });
}
