import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { ExitCode } from './exit-code.js';
import { EXCHANGE_FORMATS } from './export/formats.js';
import { packageVersion } from './package-folder.js';
import { LINT_FORMATS } from './reports/lint-formats.js';
import type { Terminal } from './terminal.js';

type Finish = (code: ExitCode) => void;

/** The commands with their options. Each command's own code is loaded only when it is run. */
export function commandLine(terminal: Terminal, finish: Finish): Command {
  const program = new Command('dmap');
  program
    .description('Check, measure and start guidance that applies a learning and development framework.')
    .usage('<command> [options]')
    .option('--debug', 'print stack traces and timings')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show the help of a command')
    .configureHelp({ showGlobalOptions: true, helpWidth: terminal.width })
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err, outputError: (text, write) => write(plainError(text)) })
    .showSuggestionAfterError()
    .exitOverride();
  // Read from package.json only when somebody asks.
  program.option('-V, --version', 'show the version').on('option:version', () => {
    terminal.out(`${packageVersion()}\n`);
    throw new CommanderError(0, 'commander.version', '');
  });
  addLint(program, terminal, finish);
  addBaseline(program, terminal, finish);
  addDiff(program, terminal, finish);
  addReviewed(program, terminal, finish);
  addCoverage(program, terminal, finish);
  addMap(program, terminal, finish);
  addRules(program, terminal, finish);
  addScaffolds(program, terminal, finish);
  addImport(program, terminal, finish);
  addExport(program, terminal, finish);
  addPreview(program, terminal, finish);
  addServer(program);
  return program;
}

function addLint(program: Command, terminal: Terminal, finish: Finish): void {
  const lint = program
    .command('lint')
    .description('check the guidance, and mend what can be mended')
    .argument('[paths...]', 'files or folders to report on', ['.'])
    .option(
      '--format <format[:file]>',
      `how to show what was found, here or in a file: ${LINT_FORMATS.join(', ')} (can be repeated)`,
      collect,
    )
    .option('--fix', 'mend what can be mended safely')
    .addOption(new Option('--fix-dry-run', 'show what --fix would change, and change nothing').conflicts('fix'))
    .option('--max-warnings <number>', 'end with 1 where there are more warnings', wholeNumber)
    .option('--changed-since <revision>', 'show only what is found because of what was changed since this branch left that revision')
    .option('--new-only', 'show only the errors and warnings that the baseline does not know')
    .option('--quiet', 'show errors only')
    .option('--verbose', 'list every note whole, with its rule and its line of the text')
    .option('--rule <id:severity>', 'set a rule to off, info, warning or error (can be repeated)', collect)
    .option('--config <file>', 'use this manifest in place of guidance.yml')
    .option('--today <date>', 'judge reviews by this day, YYYY-MM-DD')
    .addHelpText('after', ENDS)
    .action(async (paths: string[], _options, command: Command) => {
      const { lintCommand } = await import('./commands/lint.js');
      finish(await lintCommand(paths, command.optsWithGlobals(), terminal));
    });
  addCacheOptions(lint);
}

function addBaseline(program: Command, terminal: Terminal, finish: Finish): void {
  const baseline = program
    .command('baseline')
    .description('write down what is found now, so that “lint --new-only” passes over it')
    .argument('[path]', 'the guidance folder', '.')
    .option('--prune', 'only take out what is no longer found')
    .addOption(new Option('--check', 'write nothing; end with 1 where something is no longer found').conflicts('prune'))
    .option('--config <file>', 'use this manifest in place of guidance.yml')
    .option('--today <date>', 'judge reviews by this day, YYYY-MM-DD')
    .action(async (path: string, _options, command: Command) => {
      const { baselineCommand } = await import('./commands/baseline.js');
      finish(await baselineCommand(path, command.optsWithGlobals(), terminal));
    });
  addCacheOptions(baseline);
}

const ENDS =
  '\nEnds with 1 for any error, or for more warnings than --max-warnings; with 2 when\nthe tool or its configuration failed; else with 0.';

function addDiff(program: Command, terminal: Terminal, finish: Finish): void {
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
      const { diffCommand } = await import('./commands/diff.js');
      finish(await diffCommand([base, head, path], command.optsWithGlobals(), terminal));
    });
  addCacheOptions(diff);
}

function addReviewed(program: Command, terminal: Terminal, finish: Finish): void {
  const reviewed = program
    .command('reviewed')
    .description('remember that documents were looked at since what they refer to has changed')
    .argument('[paths...]', 'the documents or folders that were looked at', ['.'])
    .option('--check', 'write nothing; list what is still to be looked at, and end with 1 where there is any')
    .addOption(new Option('--unchanged', 'say of these documents that their change changes nothing for readers').conflicts('check'))
    .option('--since <revision>', 'what --unchanged compares with', 'HEAD')
    .option('--config <file>', 'use this manifest in place of guidance.yml')
    .action(async (paths: string[], _options, command: Command) => {
      const { reviewedCommand } = await import('./commands/reviewed.js');
      finish(await reviewedCommand(paths, command.optsWithGlobals(), terminal));
    });
  addCacheOptions(reviewed);
}

function addCoverage(program: Command, terminal: Terminal, finish: Finish): void {
  const coverage = program
    .command('coverage')
    .description('show how far the guidance covers its framework')
    .argument('[path]', 'the guidance folder', '.')
    .addOption(new Option('--format <format>', 'how to show it').choices(['pretty', 'json', 'markdown']).default('pretty'))
    .option('--application <key>', 'one application only')
    .option('--gaps', 'list the recorded gaps too')
    .option('--config <file>', 'use this manifest in place of guidance.yml')
    .option('--today <date>', 'judge reviews by this day, YYYY-MM-DD')
    .action(async (path: string, _options, command: Command) => {
      const { coverageCommand } = await import('./commands/coverage.js');
      finish(await coverageCommand(path, command.optsWithGlobals(), terminal));
    });
  addCacheOptions(coverage);
}

function addMap(program: Command, terminal: Terminal, finish: Finish): void {
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
      const { mapCommand } = await import('./commands/map.js');
      finish(await mapCommand(path, command.optsWithGlobals(), terminal));
    });
  addCacheOptions(map);
}

function addRules(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('rules')
    .description('list the rules')
    .addOption(new Option('--format <format>', 'how to show them').choices(['pretty', 'json', 'markdown']).default('pretty'))
    .action(async ({ format }: { format: 'pretty' | 'json' | 'markdown' }) => {
      const { rulesCommand } = await import('./commands/rules.js');
      finish(rulesCommand(format, terminal));
    });
  program
    .command('explain')
    .description('explain a rule, with examples')
    .argument('<rule>', 'the id of the rule, such as link-target')
    .action(async (id: string) => {
      const { explainCommand } = await import('./commands/explain.js');
      finish(explainCommand(id, terminal));
    });
}

function addScaffolds(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('init')
    .description('start a new guidance folder')
    .argument('[folder]', 'where to make it', '.')
    .option('--framework <file>', 'copy this framework into it: a file, or destination-map; a small template otherwise')
    .option('--title <title>', 'what the guidance is called')
    .action(async (folder: string, options: { framework?: string; title?: string }) => {
      const { initCommand } = await import('./commands/init.js');
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
      const { newCommand } = await import('./commands/new.js');
      finish(await newCommand(type, name, options, terminal));
    });
}

function addImport(program: Command, terminal: Terminal, finish: Finish): void {
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
      const { importCommand } = await import('./commands/import.js');
      finish(await importCommand(file, path, command.optsWithGlobals(), terminal));
    });
  addCacheOptions(word);
}

const IMPORT_ENDS =
  '\nNothing that is there is ever overwritten unasked, and all is written or nothing.\n' +
  'Ends with 1 where sections read otherwise and wait to be accepted, and with 2 when it failed.';

function addExport(program: Command, terminal: Terminal, finish: Finish): void {
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
      const { exportCommand } = await import('./commands/export.js');
      finish(await exportCommand(out, path, command.optsWithGlobals(), terminal));
    });
  addCacheOptions(site);
}

const EXPORT_ENDS =
  '\nThe old folder stays whole until the new one is written. A folder that was not made\nby this command is never written over.\n' +
  'Ends with 1 where errors in the guidance stopped it, and with 2 when it failed.';

function addPreview(program: Command, terminal: Terminal, finish: Finish): void {
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
      const { previewCommand } = await import('./commands/preview.js');
      finish(await previewCommand(path, command.optsWithGlobals(), terminal));
    });
  addCacheOptions(preview);
}

function addServer(program: Command): void {
  program
    .command('lsp')
    .description('start the language server, for editors')
    .option('--stdio', 'talk over standard input and output')
    // Clients made with vscode-languageclient add it unasked; the protocol's own `initialize` says the same.
    .addOption(new Option('--clientProcessId <id>').hideHelp())
    .addHelpText('after', '\nEditors start it themselves: README.md says how to set them up.')
    .action(async (options: { stdio?: boolean }) => {
      const { lspCommand } = await import('./commands/lsp.js');
      await lspCommand(options);
    });
}

function addCacheOptions(command: Command): void {
  command
    .option('--no-cache', 'read every file anew and keep nothing')
    .option('--cache-dir <folder>', 'where to keep what was learnt about the files')
    .addOption(new Option('--parser <name>').choices(['auto', 'satteri', 'remark']).default('auto').hideHelp());
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('Give a whole number, such as 0.');
  return Number(text);
}

function portNumber(text: string): number {
  const number = wholeNumber(text);
  if (number > 65_535) throw new InvalidArgumentError('A port is a whole number up to 65535.');
  return number;
}

function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

/** The parser's complaints in our own form: “dmap: Unknown option '--quite'.” */
function plainError(text: string): string {
  const [first = '', ...rest] = text
    .replace(/^error: /, '')
    .trim()
    .split('\n');
  const sentence = first.charAt(0).toUpperCase() + first.slice(1);
  const ended = /[.?!]$/.test(sentence) ? sentence : `${sentence}.`;
  const hints = rest.map((line) => line.replace(/^\((.*)\)$/, '$1'));
  return `dmap: ${[ended, ...hints].join(' ')} “dmap --help” shows what there is.\n`;
}
