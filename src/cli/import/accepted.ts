import { didYouMean, elementsOf, type Framework, UsageError } from '../../index.js';

/** What `--accept` names besides criteria. */
const ALL = 'all';
const OVERVIEW = 'overview';

/**
 * Reads `--accept`: “all”, “overview”, and criteria by number or key, with commas between them.
 * @returns whether changed prose is taken over, for the key of a criterion, or undefined for the overview
 * @throws UsageError where there is no such criterion
 */
export function acceptedBy(given: readonly string[], framework: Framework): (criterion: string | undefined) => boolean {
  const names = given.flatMap((list) => list.split(',').map((name) => name.trim())).filter((name) => name !== '');
  const criteria = elementsOf(framework, 'criterion');
  const keys = names.map((name) => {
    if (name === ALL || name === OVERVIEW) return name;
    const found = criteria.find(({ key, number }) => key === name || number === name);
    if (found) return found.key;
    const guess = didYouMean(name, [...criteria.map(({ key }) => key), ALL, OVERVIEW]);
    throw new UsageError(`There is no criterion “${name}” to accept.${guess} Give numbers or keys of criteria, “overview”, or “all”.`);
  });
  return (criterion) => keys.includes(ALL) || keys.includes(criterion ?? OVERVIEW);
}
