import type { WordDocument } from '../../read/types.js';
import { plainTextOf } from '../hast.js';
import type { Doubt } from '../types.js';

/** Notes and pictures that stand where guidance has none, such as in a title: each is told, since it was left out. */
export function lostPlaces({ notes, images }: WordDocument, placed: ReadonlySet<string>): Doubt[] {
  const lostNotes = [...notes].flatMap(([id, blocks]) => (placed.has(id) ? [] : [plainTextOf(...blocks)]));
  const lostImages = images.filter((_, index) => !placed.has(`word-image:${index}`)).length;
  return [
    ...lostNotes.map((text) => ({
      about: 'A footnote',
      says: `It stands where guidance has no notes, such as in a title, and was left out: “${text}”. Put it where it belongs.`,
    })),
    ...(lostImages > 0
      ? [
          {
            about: 'Pictures',
            says: `${lostImages} of them stood where guidance has none, such as in titles, and ${lostImages === 1 ? 'was' : 'were'} left out.`,
          },
        ]
      : []),
  ];
}
