import { didYouMean, listOf, UsageError } from '../../index.js';
import { scaffoldApplication } from '../../language/scaffold/application.js';
import { keyOf, type ScaffoldFile } from '../../language/scaffold/scaffold-file.js';
import { placeInRoot } from '../place-in-root.js';
import type { NewRequest } from './request.js';

type Framework = NewRequest['snapshot']['frameworks'][number];

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

function frameworkFor(wanted: string | undefined, frameworks: readonly Framework[]): Framework {
  const keys = frameworks.map((framework) => framework.key);
  const [first] = frameworks;
  if (!first) throw new UsageError('This guidance has no framework that can be read. “dmap lint” says what is wrong.');
  if (wanted === undefined) {
    if (frameworks.length === 1) return first;
    throw new UsageError(`This guidance has several frameworks. Say which with --framework: ${listOf(keys)}.`);
  }
  const found = frameworks.find((framework) => framework.key === wanted);
  if (!found) throw new UsageError(`There is no framework “${wanted}”.${didYouMean(wanted, keys)} There is ${listOf(keys, 'and')}.`);
  return found;
}

/** “tree-care” becomes “Tree care”; what has capitals or spaces is taken as it is. */
function titleFrom(name: string): string {
  if (keyOf(name) !== name) return name;
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
