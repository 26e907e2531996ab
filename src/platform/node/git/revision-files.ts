import type { LoadedFile } from '../../../core/text/source-text.js';
import { decode, LARGEST, tooLarge } from '../read-file.js';
import type { FileSource } from '../workspace.js';
import { listTree, type TreeFile } from './list-tree.js';
import { readObjects } from './read-objects.js';
import type { Repository } from './repository.js';

/** The endings of files that can be documents or hold data; of others only that they are there is of interest. */
const READ = /\.(?:md|markdown|ya?ml|json)$/i;

/** The files of a guidance folder in a revision, read from git's own store. */
export interface RevisionFiles extends FileSource {
  readonly submodules: readonly string[];
}

/**
 * Reads the guidance folder of a revision.
 * @param commit the full name of a commit
 * @param root the guidance folder, from the top of the repository
 */
export async function revisionFiles(repository: Repository, commit: string, root: string): Promise<RevisionFiles> {
  const contentOf = (objects: readonly string[]) => readObjects(repository, objects);
  const { files, submodules } = await listTree(repository, commit, root, contentOf);
  const wanted = files.filter((file) => READ.test(file.path) && !file.problem && file.size <= LARGEST);
  const contents = await contentOf(wanted.map(({ object }) => object));
  const objects = new Map(files.map((file) => [file.path, file]));
  return { files, submodules, read: ({ path }) => loaded(path, objects.get(path), contents) };
}

function loaded(path: string, file: TreeFile | undefined, contents: ReadonlyMap<string, Buffer>): LoadedFile {
  if (file?.problem) return { path, unreadable: file.problem.reason, detail: file.problem.detail };
  if (file && file.size > LARGEST) return tooLarge(path, file.size);
  const content = file && contents.get(file.object);
  // A data file can have any name: one without an ending that says so is told as one that cannot be read.
  return content ? decode(path, content) : { path, unreadable: 'io', detail: 'it has an ending that is not read from another revision' };
}
