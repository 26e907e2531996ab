import type { ElementPart, FrameworkElement } from '../../../../core/model/framework.js';
import type { GivenNumber } from './number.js';
import { similarity } from './similarity.js';

/** Titles that have so much in common are one title, told in other words at most. */
const ALIKE = 0.55;
/** With the right number, a title need not have more than this in common. */
const ALIKE_WITH_NUMBER = 0.3;
/** A title that speaks for another criterion than its number does must be nearer to it by this much. */
const CLEARLY = 0.25;

/** The criterion that a number and a title stand for. */
export interface Match {
  readonly criterion: FrameworkElement;
  readonly part: ElementPart | undefined;
  /** How alike the titles are, from 0 to 1. */
  readonly likeness: number;
  /** Why a person should look at it; undefined where number and title agree. */
  readonly doubt: string | undefined;
}

/** Finds the criterion that a number and a title stand for; undefined where they stand for none. */
export function matchCriterion(given: GivenNumber | undefined, title: string, criteria: readonly FrameworkElement[]): Match | undefined {
  const byNumber = given && criteria.find(({ number }) => number === given.number);
  const byTitle = nearestTitle(title, criteria);
  const own = byNumber ? likenessTo(byNumber, title) : 0;
  if (byNumber && byTitle && byTitle.criterion !== byNumber && byTitle.likeness >= ALIKE && byTitle.likeness - own >= CLEARLY) {
    const doubt = `It has the number ${given.number}, but its title is that of criterion ${nameOf(byTitle.criterion)}. The title was followed.`;
    return { ...byTitle, part: undefined, doubt };
  }
  if (byNumber) {
    const part = byNumber.parts.find(({ label }) => label.toLowerCase() === given.part);
    return { criterion: byNumber, part, likeness: own, doubt: doubtOfTitle(byNumber, title, own) };
  }
  if (!byTitle || byTitle.likeness < ALIKE) return undefined;
  const doubt = given
    ? `The framework has no criterion ${given.number}. It was taken for ${nameOf(byTitle.criterion)} by its title.`
    : undefined;
  return { ...byTitle, part: undefined, doubt };
}

/** “12, Feedback culture”. */
export function nameOf({ number, shortTitle }: FrameworkElement): string {
  return number === undefined ? shortTitle : `${number}, ${shortTitle}`;
}

/** How alike a title is to a criterion’s own, in full or for short. */
export function likenessTo({ title: own, shortTitle }: FrameworkElement, title: string): number {
  return Math.max(similarity(own, title), similarity(shortTitle, title));
}

function doubtOfTitle(criterion: FrameworkElement, title: string, likeness: number): string | undefined {
  if (title === '' || likeness >= ALIKE_WITH_NUMBER) return undefined;
  return `Its number is that of criterion ${nameOf(criterion)}, but its title is “${title}”. The number was followed.`;
}

function nearestTitle(title: string, criteria: readonly FrameworkElement[]): { criterion: FrameworkElement; likeness: number } | undefined {
  let best: { criterion: FrameworkElement; likeness: number } | undefined;
  for (const criterion of criteria) {
    const likeness = likenessTo(criterion, title);
    if (likeness > (best?.likeness ?? 0)) best = { criterion, likeness };
  }
  return best;
}
