import { FileNames } from '../../plan/file-names.js';
import { exportedApplications } from '../../plan/scopes.js';
import type { ExchangeFile } from '../../types.js';
import { partsOf } from './application-parts.js';
import { fullCopy } from './full-copy.js';
import { packed } from './pack.js';
import { tableCopy } from './table-copy.js';
import type { WordInput } from './types.js';

/**
 * Consultation copies for Word: each application in full, and as a table. They have no Markdown in them; what import needs
 * to know of a copy is what its readers see, and the names of its styles and bookmarks.
 */
export async function* wordFiles(input: WordInput): AsyncGenerator<ExchangeFile> {
  const names = new FileNames();
  for (const application of exportedApplications(input)) {
    const parts = partsOf(application, input);
    yield { path: names.of([application.key], '.docx'), content: await packed(fullCopy(parts, input), input.today) };
    input.throwIfCancelled();
    yield { path: names.of([application.key], '-table.docx'), content: await packed(tableCopy(parts, input), input.today) };
  }
}
