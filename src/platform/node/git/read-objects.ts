import { UsageError } from '../usage-error.js';
import { NOT_ALL_THERE, type Repository } from './repository.js';

const NEW_LINE = 10;

/**
 * The contents of objects by their names, with one run of git for all of them.
 * @throws UsageError where one is not in this clone
 */
export async function readObjects(repository: Repository, objects: readonly string[]): Promise<Map<string, Buffer>> {
  const contents = new Map<string, Buffer>();
  if (objects.length === 0) return contents;
  const out = await repository.read(['cat-file', '--batch'], `${[...new Set(objects)].join('\n')}\n`);
  for (let at = 0; at < out.length; ) {
    const end = out.indexOf(NEW_LINE, at);
    const [object = '', kind, size = ''] = out.toString('latin1', at, end).split(' ');
    if (kind !== 'blob') throw new UsageError(NOT_THERE);
    const from = end + 1;
    contents.set(object, out.subarray(from, from + Number(size)));
    at = from + Number(size) + 1;
  }
  return contents;
}

/** The text of one file of a revision; undefined where there is no such file. */
export async function readFileAt(repository: Repository, commit: string, path: string): Promise<string | undefined> {
  const { code, out } = await repository.run(['cat-file', 'blob', '--end-of-options', `${commit}:${path}`]);
  return code === 0 ? out.toString('utf8') : undefined;
}

const NOT_THERE = `This clone does not have all files of that revision. ${NOT_ALL_THERE}`;
