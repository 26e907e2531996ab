import { UsageError } from '../../index.js';
import { scaffoldApplication } from '../../language/scaffold/application.js';
import { keyOf, type ScaffoldFile } from '../../language/scaffold/scaffold-file.js';
import { placeInRoot } from '../place-in-root.js';
import { frameworkFor } from './framework-for.js';
import type { NewRequest } from './request.js';
import { titleFrom } from './title-from.js';

/** The files of a new application. */
export function newApplication({ root, snapshot, today, name, options }: NewRequest): ScaffoldFile[] {
  const called = name ?? options.title;
  if (called === undefined) throw new UsageError('Give the application a name: “dmap new application NAME”.');
  const key = keyOf(called);
  if (key === '') throw new UsageError(`“${called}” has no letter or digit that a key could be made of. Give a name such as “tree-care”.`);
  const known = snapshot.application(key);
  if (known) throw new UsageError(`There is an application “${key}” already: ${known.path}. Give another name.`);
  const folder = options.folder === undefined ? key : placeInRoot(root, options.folder);
  const framework = frameworkFor(options.framework, snapshot.frameworks);
  const sources = snapshot.sources.map((source) => source.id);
  return scaffoldApplication(
    { key, title: options.title ?? titleFrom(called), folder, framework, types: snapshot.types },
    { today, sources },
  );
}
