import { csvText } from '../csv.js';
import { FileNames } from '../plan/file-names.js';
import { scopesOf } from '../plan/scopes.js';
import type { ExchangeFile, ExchangeInput } from '../types.js';
import { tableOf } from './columns.js';
import { frameworkRows } from './framework-rows.js';

/**
 * Competency frameworks for Moodle, one file an application (Site administration → Competencies → Import competency
 * framework; MoodleDocs, “Competency frameworks”): a file of that import holds one framework.
 */
export function* moodleFiles(input: ExchangeInput): Generator<ExchangeFile> {
  const names = new FileNames();
  for (const scope of scopesOf(input)) {
    const keys = [scope.framework.key, ...(scope.application ? [scope.application.key] : [])];
    yield { path: names.of(keys, '.csv'), content: csvText(tableOf(frameworkRows(scope, input))) };
  }
}
