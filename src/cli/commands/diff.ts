import { writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import picocolors from 'picocolors';
import { didYouMean, UsageError } from '../../index.js';
import { digest } from '../../platform/node/facts-cache.js';
import { localToday } from '../../platform/node/today.js';
import { makeFolder } from '../../platform/node/write-file.js';
import { diffOf } from '../../review/diff.js';
import { CHANGE_KINDS, type ChangeKind } from '../../review/statement.js';
import { writeMaps } from '../diff/maps.js';
import { openRevisions } from '../diff/open-revisions.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { diffJson } from '../formats/diff-json.js';
import { diffMarkdown } from '../formats/diff-markdown.js';
import { diffPretty } from '../formats/diff-pretty.js';
import type { DiffReport } from '../formats/diff-report.js';
import { logSafe } from '../formats/log-safe.js';
import { openOptions, type ReadingOptions } from '../open-options.js';
import { assertPlaces, outputsFrom } from '../reports/outputs.js';
import { rootOf } from '../roots.js';
import type { Terminal } from '../terminal.js';

const FORMATS = ['pretty', 'markdown', 'json'] as const;

/** The options of `diff`, as the command line has them. */
export interface DiffOptions extends ReadingOptions {
  readonly format?: readonly string[];
  readonly failOn?: readonly string[];
  readonly direct?: boolean;
  readonly maps?: string;
  readonly mapsAddress?: string;
}

/** Shows what a change means: two revisions of a guidance folder, read from git without touching the working tree. */
export async function diffCommand(
  [base, head = 'HEAD', path = '.']: readonly [string, string?, string?],
  options: DiffOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const outputs = outputsFrom(options.format ?? ['pretty'], FORMATS, new Set(['pretty']));
  const failOn = kindsFrom(options.failOn ?? []);
  const root = rootOf(path);
  assertPlaces(outputs, [root]);
  const { before, after, renames, reviewed, ...opened } = await openRevisions(
    root,
    { base, head, direct: options.direct === true },
    openOptions(options),
  );
  const today = options.today ?? localToday();
  const maps = options.maps === undefined ? [] : writeMaps(before, after, { folder: options.maps, address: options.mapsAddress, today });
  const report: DiffReport = { ...opened, diff: diffOf(before, after, renames, { reviewed, fingerprint: digest }), maps };
  for (const { format, file } of outputs) {
    const text = textIn(format, report, file === undefined ? terminal : { ...terminal, colours: picocolors.createColors(false) });
    if (file === undefined) terminal.out(text);
    else {
      makeFolder(dirname(file));
      writeFileSync(file, text);
      terminal.err(`Wrote ${file}.\n`);
    }
  }
  const failed = failOn.filter((kind) => report.diff.statements.some((one) => one.kind === kind));
  if (failed.length === 0) return EXIT.fine;
  terminal.err(`dmap: --fail-on does not allow what this change does: ${failed.join(', ')}.\n`);
  return EXIT.findings;
}

function textIn(format: (typeof FORMATS)[number], report: DiffReport, terminal: Terminal): string {
  if (format === 'json') return diffJson(report);
  return format === 'markdown' ? diffMarkdown(report) : logSafe(diffPretty(report, terminal));
}

/** What `--fail-on` says, each time that it is given: kinds of change, with commas between them. */
function kindsFrom(given: readonly string[]): ChangeKind[] {
  return given
    .flatMap((text) => text.split(','))
    .map((text) => {
      const name = text.trim();
      const kind = CHANGE_KINDS.find((one) => one === name);
      if (kind !== undefined) return kind;
      throw new UsageError(
        `“${name}” for --fail-on is no kind of change.${didYouMean(name, CHANGE_KINDS)} There is ${CHANGE_KINDS.join(', ')}.`,
      );
    });
}
