/**
 * How much a word says about a page, in four bits: the best field that it stands in, and how much of that field (a title)
 * or of the page (elsewhere) it is, by BM25's saturation. It is computed where the page is, so that a merge only sorts.
 */

export const FIELDS = { text: 0, summary: 1, heading: 2, title: 3 } as const;
export type Field = (typeof FIELDS)[keyof typeof FIELDS];

/** How a word in each field counts beside one in the text. */
const BOOSTS = [0, 0.5, 1, 2] as const;
const LEVELS = 4;

/** BM25's k1 and b, and the words of a page of ordinary length: a fixed one, since the average is not known yet. */
const [SATURATION, BY_LENGTH, ORDINARY_LENGTH] = [1.2, 0.75, 700] as const;

/**
 * The grade of a word, 0 to 15.
 * @param count how often the page has it
 * @param length how many words the page has
 * @param titleLength how many words its title has
 */
export function gradeOf(field: Field, count: number, length: number, titleLength: number): number {
  const share =
    field === FIELDS.title
      ? 1.5 / Math.max(titleLength, 1.5)
      : count / (count + SATURATION * (1 - BY_LENGTH + (BY_LENGTH * length) / ORDINARY_LENGTH));
  return field * LEVELS + Math.min(LEVELS - 1, Math.floor(share * LEVELS));
}

/** What a grade counts in a ranking. */
export function scoreOf(grade: number): number {
  return (BOOSTS[Math.floor(grade / LEVELS)] ?? 0) + ((grade % LEVELS) + 0.5) / LEVELS;
}
