import { contrast, mix } from './contrast.js';
import { EDITOR_PAIRS } from './tokens.js';

type Tokens = Readonly<Record<string, string>>;

/** How far a colour is moved at a time, as a part of the way to black or white. */
const STEP = 0.06;

/**
 * Colours that can be read on each other, whatever theme some of them come from: each that has too little contrast with what it is
 * drawn on is moved towards black or white, as little as it takes.
 * @param tokens by name, as `#rrggbb`
 * @returns those that had to be changed
 */
export function legible(tokens: Tokens): Record<string, string> {
  const mended: Record<string, string> = {};
  const now = (name: string) => mended[name] ?? tokens[name];
  for (const [front, back, least] of EDITOR_PAIRS) {
    const [colour, on] = [now(front), now(back)];
    if (colour === undefined || on === undefined || contrast(colour, on) >= least) continue;
    // What stands on a shape has the colour of the page: it is the shape that has to stand out from both.
    if (front.startsWith('on-')) mended[back] = moved(on, colour, least);
    else mended[front] = moved(colour, on, least);
  }
  return mended;
}

function moved(colour: string, on: string, least: number): string {
  const pole = contrast('#ffffff', on) > contrast('#000000', on) ? '#ffffff' : '#000000';
  for (let part = STEP; part < 1; part += STEP) {
    const candidate = mix(colour, pole, part);
    if (contrast(candidate, on) >= least) return candidate;
  }
  return pole;
}
