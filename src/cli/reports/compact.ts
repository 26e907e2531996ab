import { logSafe } from '../formats/log-safe.js';
import type { Report } from './report.js';

/** One line for each finding, as compilers write theirs: editors and problem matchers read it. */
export function compactReport({ findings }: Report): string {
  return findings
    .map(({ path, diagnostic: { line, column, severity, message, ruleId } }) =>
      logSafe(`${path}:${line}:${column}: ${severity}: ${message.replace(/\s+/g, ' ')} (${ruleId})\n`),
    )
    .join('');
}
