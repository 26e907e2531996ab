import type { ElementPart, FrameworkElement } from '../../../../core/model/framework.js';
import type { GivenNumber } from './number.js';
import { likeness, wordsOf } from './similarity.js';

/** Titles that have so much in common are one title, told in other words at most. */
const ALIKE = 0.55;
/** With the right number, a title that has less than this in common is told. */
const ALIKE_WITH_NUMBER = 0.5;
/** Without a number, a title that has less than this in common is told. */
const SURELY = 0.9;
/** Two criteria that a title is so nearly alike to could both be meant. */
const NEARLY = 0.08;
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

/** Finds criteria by numbers and titles. What it once found it remembers: a table is looked at from several sides. */
export class CriterionMatcher {
  private readonly titles: readonly { readonly criterion: FrameworkElement; readonly words: readonly (readonly string[])[] }[];
  private readonly known = new Map<string, Match | undefined>();

  constructor(private readonly criteria: readonly FrameworkElement[]) {
    this.titles = criteria.map((criterion) => ({
      criterion,
      words: [...new Set([criterion.title, criterion.shortTitle])].map(wordsOf),
    }));
  }

  /** Whether a criterion has that number. */
  has(number: string): boolean {
    return this.criteria.some((criterion) => criterion.number === number);
  }

  /** The criterion that a number and a title stand for; undefined where they stand for none. */
  match(given: GivenNumber | undefined, title: string): Match | undefined {
    const key = JSON.stringify([given, title]);
    if (!this.known.has(key)) this.known.set(key, this.find(given, title));
    return this.known.get(key);
  }

  private find(given: GivenNumber | undefined, title: string): Match | undefined {
    const words = wordsOf(title);
    const byNumber = given && this.titles.find(({ criterion }) => criterion.number === given.number);
    const byTitle = this.nearest(words);
    const own = byNumber ? likenessTo(byNumber, words) : 0;
    if (byNumber && byTitle && byTitle.criterion !== byNumber.criterion && byTitle.likeness >= ALIKE && byTitle.likeness - own >= CLEARLY) {
      const doubt = `It has the number ${given.number}, but its title is that of criterion ${nameOf(byTitle.criterion)}. The title was followed.`;
      return { ...byTitle, part: undefined, doubt };
    }
    if (byNumber) {
      const { criterion } = byNumber;
      const part = criterion.parts.find(({ label }) => label.toLowerCase() === given.part);
      return { criterion, part, likeness: own, doubt: part ? undefined : doubtOfTitle(criterion, title, own) };
    }
    if (!byTitle || byTitle.likeness < ALIKE) return undefined;
    const doubt = given
      ? `The framework has no criterion ${given.number}. It was taken for ${nameOf(byTitle.criterion)} by its title.`
      : byTitle.likeness < SURELY
        ? `It has no number. It was taken for ${nameOf(byTitle.criterion)} by its title, “${title}”.`
        : undefined;
    return { ...byTitle, part: undefined, doubt };
  }

  /** The criterion whose title is most like these words; undefined where several could be meant. */
  private nearest(words: readonly string[]): { criterion: FrameworkElement; likeness: number } | undefined {
    const rated = this.titles
      .map((titled) => ({ criterion: titled.criterion, likeness: likenessTo(titled, words) }))
      .sort((one, other) => other.likeness - one.likeness);
    const [best, second] = rated;
    if (best && best.likeness >= ALIKE)
      return second && second.likeness > 0 && best.likeness - second.likeness < NEARLY && best.likeness < 1 ? undefined : best;
    return this.onlyWith(words) ?? (best && best.likeness > 0 ? best : undefined);
  }

  /** The only criterion that has all these words in its title: “Buy-in”. */
  private onlyWith(words: readonly string[]): { criterion: FrameworkElement; likeness: number } | undefined {
    if (words.length === 0) return undefined;
    const [first, ...others] = this.titles.filter((titled) => titled.words.some((title) => words.every((word) => title.includes(word))));
    return first && others.length === 0 ? { criterion: first.criterion, likeness: ALIKE } : undefined;
  }
}

/** How alike a title is to a criterion’s own, in full or for short. */
function likenessTo({ words: own }: { readonly words: readonly (readonly string[])[] }, words: readonly string[]): number {
  return Math.max(...own.map((title) => likeness(title, words)));
}

/** “12, Feedback culture”. */
export function nameOf({ number, shortTitle }: FrameworkElement): string {
  return number === undefined ? shortTitle : `${number}, ${shortTitle}`;
}

function doubtOfTitle(criterion: FrameworkElement, title: string, likeness: number): string | undefined {
  if (title === '' || likeness >= SURELY) return undefined;
  if (likeness < ALIKE_WITH_NUMBER)
    return `Its number is that of criterion ${nameOf(criterion)}, but its title is “${title}”. The number was followed.`;
  return `Its title in Word is “${title}”. The guidance keeps that of the framework, “${criterion.title}”.`;
}
