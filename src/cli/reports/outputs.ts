import { statSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { didYouMean, listOf, UsageError } from '../../index.js';
import { isInside } from '../../platform/node/write-file.js';
import type { LintFormat } from './lint-formats.js';

/** A format with the place that it goes to. */
export interface Output<Format extends string = LintFormat> {
  readonly format: Format;
  /** The file to write; the terminal where there is none. */
  readonly file: string | undefined;
}

/** The endings of what guidance is written in: no report is written among it under one of them. */
const GUIDANCE: readonly string[] = ['.md', '.markdown', '.yml', '.yaml'];

/**
 * What `--format` says, each time that it is given: a format, or a format with a file, such as `sarif:lint.sarif`.
 * @param lines the formats that are lines in a log, so that others can be shown beside them; a document stands alone
 * @throws UsageError where it names no format, or where two outputs would get into each other's way
 */
export function outputsFrom<Format extends string>(
  given: readonly string[],
  formats: readonly Format[],
  lines: ReadonlySet<Format>,
): Output<Format>[] {
  const outputs = given.map((text) => outputFrom(text, formats));
  const shown = outputs.filter(({ file }) => file === undefined);
  if (shown.length > 1 && !shown.every(({ format }) => lines.has(format))) {
    throw new UsageError(
      `${listOf(
        shown.map(({ format }) => format),
        'and',
      )} cannot all be shown here. Say which file each goes to, such as “--format ${shown[1]?.format}:report.txt”.`,
    );
  }
  const files = outputs.flatMap(({ file }) => (file === undefined ? [] : [resolve(file)]));
  const twice = files.find((file, index) => files.indexOf(file) < index);
  if (twice !== undefined) throw new UsageError(`Two formats would be written to “${twice}”. Give each a file of its own.`);
  return outputs;
}

function outputFrom<Format extends string>(text: string, formats: readonly Format[]): Output<Format> {
  const colon = text.indexOf(':');
  const [name, file] = colon < 0 ? [text, undefined] : [text.slice(0, colon), text.slice(colon + 1)];
  const format = formats.find((one) => one === name);
  if (format === undefined) {
    throw new UsageError(`There is no format “${name}”.${didYouMean(name, formats)} Allowed choices are ${formats.join(', ')}.`);
  }
  if (file === '') throw new UsageError(`“--format ${text}” names no file. Write one behind the colon, such as “${format}:report.txt”.`);
  return { format, file };
}

/**
 * Checks before anything is done that no report would be written over guidance or in the place of a folder.
 * @param roots the guidance folders
 * @throws UsageError where one would
 */
export function assertPlaces(outputs: readonly Output<string>[], roots: readonly string[]): void {
  for (const { file } of outputs) {
    if (file === undefined) continue;
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) {
      throw new UsageError(`“${file}” is a folder. Say the name of a file in it, such as “${join(file, 'lint.txt')}”.`);
    }
    if (GUIDANCE.includes(extname(file).toLowerCase()) && roots.some((root) => isInside(root, file))) {
      throw new UsageError(`“${file}” would be part of the guidance that is checked. Write the report outside the guidance folder.`);
    }
  }
}
