import { similarity } from '../match/similarity.js';

/** A heading that stands for a section must be this much like its title. */
const ALIKE = 0.45;

/**
 * The section that a heading of a Word document stands for.
 * @param sections the titles that the type of the document asks for
 * @returns the heading itself where it stands for none of them
 */
export function sectionFor(heading: string, sections: readonly string[]): string {
  const same = sections.find((title) => title.toLowerCase() === heading.toLowerCase());
  if (same !== undefined) return same;
  const [best] = sections
    .map((title) => ({ title, likeness: similarity(title, heading) }))
    .sort((one, other) => other.likeness - one.likeness);
  return best && best.likeness >= ALIKE ? best.title : heading;
}
