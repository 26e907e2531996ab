import type { Doubt } from '../types.js';

/** So many places of one doubt are named. */
const NAMED = 3;

/** Doubts that say the same of several places as one, in the order in which they first come. */
export function groupedDoubts(doubts: readonly Doubt[]): Doubt[] {
  const places = new Map<string, Set<string>>();
  for (const { about, says } of doubts) places.set(says, (places.get(says) ?? new Set()).add(about));
  return [...places].map(([says, about]) => {
    const named = [...about].slice(0, NAMED).join('; ');
    return { about: about.size > NAMED ? `${named} and ${about.size - NAMED} more` : named, says };
  });
}
