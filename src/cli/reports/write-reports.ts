import { appendFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import picocolors from 'picocolors';
import { isInside, makeFolder } from '../../platform/node/write-file.js';
import type { CheckedRoot } from '../check-root.js';
import { lintJson } from '../formats/lint-json.js';
import { logSafe } from '../formats/log-safe.js';
import type { Terminal } from '../terminal.js';
import { buildServer } from './build-server.js';
import type { LintFormat } from './lint-formats.js';
import type { Output } from './outputs.js';
import type { Report } from './report.js';

/** GitHub takes no more than a mebibyte of summary from a step: characters can take several bytes each. */
const SUMMARY = 300_000;

/** What reports are made from. */
export interface ReportsInput {
  /** With the findings that are to be told. */
  readonly roots: readonly CheckedRoot[];
  readonly warningsFail: boolean;
  /** The same as text for people. */
  readonly pretty: (terminal: Terminal) => string;
  readonly env: NodeJS.ProcessEnv;
}

/** Shows findings in the terminal and writes them to files, in every format that was asked for. */
export async function writeReports(outputs: readonly Output[], input: ReportsInput, terminal: Terminal): Promise<void> {
  const { checkout, summary } = buildServer(input.env);
  const report = await reportFor(outputs, input, checkout);
  const plain: Terminal = { ...terminal, colours: picocolors.createColors(false) };
  for (const { format, file } of outputs) {
    const text = await textIn(format, report, input, file === undefined ? terminal : plain);
    if (file === undefined) terminal.out(text);
    else {
      makeFolder(dirname(file));
      writeFileSync(file, text);
    }
    if (format === 'github' && report && summary !== undefined) {
      const { markdownReport } = await import('./markdown.js');
      appendFileSync(summary, markdownReport(report, SUMMARY));
    }
  }
  const written = outputs.flatMap(({ file }) => file ?? []);
  if (written.length > 0) terminal.err(`Wrote ${written.join(', ')}.\n`);
}

async function reportFor(outputs: readonly Output[], { roots, warningsFail }: ReportsInput, checkout: string | undefined) {
  const asked = outputs.filter(({ format }) => format !== 'pretty' && format !== 'json');
  if (asked.length === 0) return undefined;
  const { reportFrom } = await import('./report.js');
  const { WITH_FIXES } = await import('./formats.js');
  const here = process.cwd();
  // Build servers know files by their path from the checkout; a checkout elsewhere is none of ours.
  const base = checkout !== undefined && isInside(checkout, here) ? checkout : here;
  return reportFrom(roots, { base, withFixes: asked.some(({ format }) => WITH_FIXES.has(format)), warningsFail });
}

async function textIn(
  format: LintFormat,
  report: Report | undefined,
  { roots, pretty }: ReportsInput,
  terminal: Terminal,
): Promise<string> {
  if (format === 'pretty') return logSafe(pretty(terminal));
  if (format === 'json') return lintJson(roots);
  const { REPORTS } = await import('./formats.js');
  return report ? REPORTS[format](report) : '';
}
