import type { CalendarDate } from '../../core/schema/dates.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import { scaffoldApplication } from './application.js';
import { keyOf, type ScaffoldFile } from './scaffold-file.js';

/** An application that somebody asks for by its title. */
export interface NewApplication {
  readonly title: string;
  /** The key of its framework. */
  readonly framework: string;
  readonly today: CalendarDate;
}

/** The files of a new application in a folder of its own, its document first; or why there cannot be one. */
export function newApplication(
  { title, framework: wanted, today }: NewApplication,
  snapshot: WorkspaceSnapshot,
): { readonly files: readonly ScaffoldFile[] } | { readonly refused: string } {
  const key = keyOf(title);
  if (key === '') return { refused: `“${title}” has no letter or digit that a key could be made of. Give a title such as “Tree care”.` };
  const known = snapshot.application(key);
  if (known) return { refused: `There is an application “${key}” already: ${known.path}. Give another title.` };
  if (snapshot.hasFolder(key)) return { refused: `There is a folder “${key}” already. Give another title.` };
  const framework = snapshot.frameworks.find((one) => one.key === wanted);
  if (!framework) return { refused: `There is no framework “${wanted}”. The list of problems says whether one cannot be read.` };
  const sources = snapshot.sources.map(({ id }) => id);
  const files = scaffoldApplication({ key, title, folder: key, framework, types: snapshot.types }, { today, sources });
  return files.length > 0 ? { files } : { refused: 'This guidance has no types for applications and their criteria.' };
}
