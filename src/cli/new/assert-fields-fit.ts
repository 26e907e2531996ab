import { lint, openWorkspace, UsageError } from '../../index.js';
import { givenField } from '../../language/scaffold/given-field.js';
import type { ScaffoldFile } from '../../language/scaffold/scaffold-file.js';

/**
 * Looks at the fields that somebody gave as the linter would, before anything is written.
 * @throws UsageError with the linter's own message where one of them is an error
 */
export async function assertFieldsFit(root: string, files: readonly ScaffoldFile[], fields: readonly string[]): Promise<void> {
  if (fields.length === 0) return;
  const workspace = await openWorkspace(root, { overlay: new Map(files.map(({ path, text }) => [path, text])) });
  const names = fields.flatMap((field) => givenField(field)?.name ?? []);
  const isGiven = (line: string) => names.some((name) => line.startsWith(`${name}:`));
  const { diagnostics } = await lint(workspace);
  for (const { path, text } of files) {
    const lines = text.split('\n');
    const wrong = diagnostics.find((one) => one.path === path && one.severity === 'error' && isGiven(lines[one.line - 1] ?? ''));
    if (wrong) throw new UsageError(`${wrong.message} Nothing has been written.`);
  }
}
