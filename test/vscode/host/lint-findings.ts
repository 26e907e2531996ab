import { dmap } from '../../support/cli.js';
import type { Given, LintMessage } from '../suite/support/given.js';

/**
 * What the command finds.
 * @param folder the folder that is opened
 * @param roots the guidance roots in it
 */
export function lintFindings(folder: string, roots: readonly string[]): Given['findings'] {
  return Object.fromEntries(roots.map((root) => [root, findingsOf(folder, root)]));
}

function findingsOf(folder: string, root: string): Record<string, readonly LintMessage[]> {
  const { out, err } = dmap(folder, ['lint', root, '--format', 'json', '--no-cache']);
  if (!out) throw new Error(`${root} cannot be linted: ${err}`);
  const files = JSON.parse(out) as { path: string; messages: LintMessage[] }[];
  return Object.fromEntries(files.map(({ path, messages }) => [path.slice(root.length + 1), messages]));
}
