import type { Repository } from './repository.js';

/**
 * The files that were moved between a revision and another one or the working tree, as git recognises them.
 * @param to the full name of a commit; the working tree where it is not given
 * @returns paths before by paths after, from the top of the repository
 */
export async function renamesBetween(repository: Repository, from: string, to?: string): Promise<Map<string, string>> {
  const out = await repository.read([
    'diff',
    '--name-status',
    '-z',
    '--find-renames',
    '--diff-filter=R',
    '--no-color',
    '--no-ext-diff',
    '--no-textconv',
    '--ignore-submodules',
    from,
    ...(to === undefined ? [] : [to]),
    '--',
  ]);
  const fields = out.toString('utf8').split('\0');
  const renames = new Map<string, string>();
  for (let index = 0; index + 2 < fields.length; index += 3) renames.set(fields[index + 2] ?? '', fields[index + 1] ?? '');
  return renames;
}
