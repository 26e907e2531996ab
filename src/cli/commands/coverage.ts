import { type Coverage, coverage, didYouMean, type LoadedRoot, MANIFEST, openWorkspace, UsageError } from '../../index.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { loadReadable } from '../load-readable.js';
import { openOptions, type ReadingOptions } from '../open-options.js';
import { progressLine } from '../progress.js';
import { rootOf } from '../roots.js';
import type { Terminal } from '../terminal.js';

/** The options of `coverage`, as the command line has them. */
export interface CoverageOptions extends ReadingOptions {
  readonly format: 'pretty' | 'json' | 'markdown';
  readonly application?: string;
  readonly gaps?: boolean;
}

/** Shows how far guidance covers its framework. */
export async function coverageCommand(path: string, options: CoverageOptions, terminal: Terminal): Promise<ExitCode> {
  const progress = progressLine(terminal);
  const workspace = await openWorkspace(rootOf(path), { ...openOptions(options), progress: progress.show });
  const loaded = await loadReadable(workspace).finally(progress.clear);
  const all = await coverage(workspace);
  const wanted = options.application === undefined ? all : only(all, options.application);
  terminal.out(await formatted(wanted, options, terminal));
  const failures = [...(manifestIsWrong(loaded) ? [MANIFEST_WRONG] : []), ...unreadFrameworks(wanted)];
  for (const failure of failures) terminal.err(`dmap: ${failure} “dmap lint” says what is wrong.\n`);
  return failures.length > 0 ? EXIT.failed : EXIT.fine;
}

const MANIFEST_WRONG = `${MANIFEST} has an error in it, so what is shown may not be what was meant.`;

/** Whether something in the manifest is an error, as `lint` has it too. */
function manifestIsWrong({ findings, settings }: LoadedRoot): boolean {
  const configured = settings.config.forFile(MANIFEST);
  return (findings.get(MANIFEST) ?? []).some((one) => configured.get(one.ruleId)?.severity === 'error');
}

function unreadFrameworks({ applications }: Coverage): string[] {
  return applications
    .filter(({ framework }) => framework === undefined)
    .map(({ application }) => `The framework of “${application}” could not be read.`);
}

function only({ applications }: Coverage, key: string): Coverage {
  const found = applications.filter((one) => one.application === key);
  if (found.length > 0) return { applications: found };
  const keys = applications.map((one) => one.application);
  throw new UsageError(
    `There is no application “${key}”.${didYouMean(key, keys)} ${keys.length > 0 ? `There is ${keys.join(', ')}.` : NO_APPLICATION}`,
  );
}

const NO_APPLICATION = 'This guidance has no application yet. “dmap new application NAME” starts one.';

async function formatted(wanted: Coverage, { format, gaps }: CoverageOptions, terminal: Terminal): Promise<string> {
  if (format === 'json') return `${JSON.stringify(wanted, null, 2)}\n`;
  if (wanted.applications.length === 0) return `${NO_APPLICATION}\n`;
  if (format === 'markdown') return (await import('../../map/report/coverage-markdown.js')).coverageMarkdown(wanted);
  return (await import('../formats/coverage-pretty.js')).coveragePretty(wanted, terminal, { gaps: gaps === true });
}
