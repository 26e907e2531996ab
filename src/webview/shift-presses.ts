/** How often Shift has to be pressed to leave, and within how many milliseconds of one another. */
export const PRESSES_TO_LEAVE = 3;
const WITHIN = 5000;

/** The part of a keyboard event that counts. */
export interface KeyPress {
  readonly key: string;
  readonly repeat: boolean;
  /** In milliseconds. */
  readonly timeStamp: number;
}

/** Counts how often Shift was pressed by itself: any other key, such as the letter that it makes a capital, starts again. */
export function shiftCounter(): (press: KeyPress) => number {
  let count = 0;
  let last = Number.NEGATIVE_INFINITY;
  return ({ key, repeat, timeStamp }) => {
    if (repeat && key === 'Shift') return count;
    if (key !== 'Shift') count = 0;
    else count = timeStamp - last <= WITHIN ? count + 1 : 1;
    last = timeStamp;
    return count;
  };
}
