import { didYouMean, type Framework, listOf, UsageError } from '../../index.js';

/**
 * The framework that a new application is to apply: the one that is named, else the only one.
 * @throws UsageError where there is none of that name, or several and none is named
 */
export function frameworkFor(wanted: string | undefined, frameworks: readonly Framework[]): Framework {
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
