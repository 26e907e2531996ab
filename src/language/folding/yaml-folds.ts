import type { OffsetRange } from '../../core/text/range.js';
import { linesOf } from '../fields/lines.js';
import { type FoldingRange, Indentation } from './folding-range.js';

/** Every line of YAML with the deeper ones that follow it. */
export function foldYaml(text: string, region: OffsetRange): FoldingRange[] {
  const found = new Indentation();
  for (const line of linesOf(text, region.start, region.end)) {
    const indent = line.text.length - line.text.trimStart().length;
    if (indent === line.text.length) continue;
    // A list in its key's own column belongs to the key all the same.
    const column = line.text.startsWith('-', indent) ? indent + 0.5 : indent;
    found.close(column);
    found.begin(column, line.start);
    found.take(line.end);
  }
  found.close(-1);
  return found.folds;
}
