import type { OffsetRange } from './range.js';

/**
 * Finds things in texts that are made of parts, and keeps what it found in the last one: in the next it looks through those
 * parts alone that are others. While somebody types, nearly all of a document is what it was a moment ago.
 *
 * Invariant: it finds what a scan of the whole text finds.
 */
export class KeptScan<Found extends OffsetRange> {
  private text = '';
  private found: readonly Found[] = [];

  /**
   * @param parting the character between two parts
   * @param scan finds everything in the parts from one offset to another, in order of the parts; what it finds in a part
   *   depends on that part alone
   */
  constructor(
    private readonly parting: string,
    private readonly scan: (text: string, from: number, to: number) => readonly Found[],
  ) {}

  /** Everything in a text, in order of the parts. */
  in(text: string): readonly Found[] {
    const before = this.text;
    if (text !== before) {
      const from = this.sameParts(text);
      const to = this.sameLastParts(text, from);
      const moved = text.length - before.length;
      this.found = [
        ...this.found.filter(({ start }) => start < from),
        ...this.scan(text, from, to),
        ...this.found.filter(({ start }) => start >= to - moved).map((one) => shifted(one, moved)),
      ];
      this.text = text;
    }
    return this.found;
  }

  /** Where the first part begins that is another than before. */
  private sameParts(text: string): number {
    const same = commonStart(text, this.text);
    return same === 0 ? 0 : text.lastIndexOf(this.parting, same - 1) + 1;
  }

  /** Where the parts begin from which on all are as before. */
  private sameLastParts(text: string, from: number): number {
    const { length } = text;
    const same = commonEnd(text, this.text, Math.min(length, this.text.length) - from);
    const parting = same === 0 ? -1 : text.indexOf(this.parting, length - same);
    return parting < 0 ? length : parting + 1;
  }
}

function shifted<Found extends OffsetRange>(found: Found, by: number): Found {
  return by === 0 ? found : { ...found, start: found.start + by, end: found.end + by };
}

/** How much is compared at once: V8 compares long stretches faster than a loop does. */
const STRETCH = 1 << 12;

/** How many characters two texts begin with alike. */
function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let same = 0;
  for (let step = STRETCH; step > 0; step >>= 1) {
    while (same + step <= most && a.slice(same, same + step) === b.slice(same, same + step)) same += step;
  }
  return same;
}

/** How many characters two texts end with alike, up to a number. */
function commonEnd(a: string, b: string, most: number): number {
  let same = 0;
  for (let step = STRETCH; step > 0; step >>= 1) {
    while (same + step <= most && a.slice(a.length - same - step, a.length - same) === b.slice(b.length - same - step, b.length - same)) {
      same += step;
    }
  }
  return same;
}
