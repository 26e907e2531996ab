import type { CriterionCoverage, PartCoverage } from '../core/coverage/coverage.js';
import { headingNamed, isSectionOf, sectionKey } from '../core/coverage/section-states.js';
import { type RenamedSection, renamedBetween } from './renamed-sections.js';
import type { Comparison } from './revision.js';
import { ended, plain, quoted } from './words.js';

/** Why coverage is another. */
export interface Reason {
  /** Sentences, each behind a space; none where the states say it all. */
  readonly text: string;
  readonly line?: number;
}

/**
 * Why a criterion as a whole is covered otherwise.
 * @param told takes what this tells of: `path`, line break, and the title of a section or `status`
 */
export function criterionReason(before: CriterionCoverage, now: CriterionCoverage, comparison: Comparison, told: Set<string>): Reason {
  if (now.path === undefined) return { text: withoutGuidance(before, now, comparison) };
  if (before.path === undefined) return { text: '' };
  const lost = now.unfilled.filter((title) => !before.unfilled.includes(title));
  const won = before.unfilled.filter((title) => !now.unfilled.includes(title));
  const renamed = lost.length + won.length === 0 ? [] : renamedIn(before, now, comparison);
  const isNamed = (title: string) => (one: string) => sectionKey(one) === sectionKey(title);
  const sections = [
    ...lost.map((title) => lostReason(title, renamedFrom(renamed, isNamed(title)), now.path ?? '', comparison)),
    ...won.map((title): Reason => wonReason(title, renamedTo(renamed, isNamed(title)))),
  ];
  for (const title of [...lost, ...won]) told.add(`${now.path}\n${title}`);
  if (before.status !== now.status) told.add(`${now.path}\nstatus`);
  const status = before.status === now.status ? '' : ` Its status was ${plain(before.status)} and is ${plain(now.status)} now.`;
  const line = sections.find((one) => one.line !== undefined)?.line;
  return { text: `${sections.map(({ text }) => text).join('')}${status}`, ...(line === undefined ? {} : { line }) };
}

/** Why a part of a criterion is covered otherwise; the states say it all unless its section has another heading. */
export function partReason(
  part: PartCoverage,
  before: CriterionCoverage,
  now: CriterionCoverage,
  comparison: Comparison,
  told: Set<string>,
): Reason {
  const facts = [comparison.before.snapshot.facts(before.path ?? ''), comparison.after.snapshot.facts(now.path ?? '')];
  const isNamed = (title: string) => isSectionOf(part, title);
  const titles = facts.flatMap((one) => one?.headings ?? []).flatMap(({ text }) => (isNamed(text) ? [text] : []));
  for (const title of titles) told.add(`${now.path}\n${title}`);
  const renamed = renamedIn(before, now, comparison);
  const [from, to] = [renamedFrom(renamed, isNamed), renamedTo(renamed, isNamed)];
  if (from) return awayReason(from);
  return to ? wonReason(to.is.title, to) : { text: '' };
}

function renamedIn(before: CriterionCoverage, now: CriterionCoverage, comparison: Comparison): RenamedSection[] {
  return renamedBetween(comparison.before.snapshot.facts(before.path ?? ''), comparison.after.snapshot.facts(now.path ?? ''), comparison);
}

function renamedFrom(renamed: readonly RenamedSection[], isNamed: (title: string) => boolean): RenamedSection | undefined {
  return renamed.find(({ was, is }) => isNamed(was.title) && !isNamed(is.title));
}

function renamedTo(renamed: readonly RenamedSection[], isNamed: (title: string) => boolean): RenamedSection | undefined {
  return renamed.find(({ was, is }) => !isNamed(was.title) && isNamed(is.title));
}

function lostReason(title: string, renamed: RenamedSection | undefined, path: string, { after }: Comparison): Reason {
  if (renamed) return awayReason(renamed);
  const facts = after.snapshot.facts(path);
  const heading = facts?.headings[headingNamed(facts, title)];
  if (!heading) return { text: ` Its section ${quoted(title)} was taken out.` };
  const line = after.source(path)?.positionAt(heading.start).line;
  return { text: ` Its section ${quoted(title)} was emptied.`, ...(line === undefined ? {} : { line }) };
}

/** What is asked for is known by its heading: under another one it does not count. */
function awayReason({ was, is }: RenamedSection): Reason {
  return {
    text: ` Its section ${quoted(was.title)} was renamed to ${quoted(is.title)}, and does not count under that name.`,
    line: is.line,
  };
}

function wonReason(title: string, renamed: RenamedSection | undefined): Reason {
  if (!renamed) return { text: ` Its section ${quoted(title)} is filled now.` };
  return {
    text: ` Its section ${quoted(renamed.was.title)} was renamed to ${quoted(title)}, and counts under that name.`,
    line: renamed.is.line,
  };
}

function withoutGuidance(before: CriterionCoverage, now: CriterionCoverage, { after, pathAfter }: Comparison): string {
  if (before.path === undefined) return now.because === undefined ? '' : ` The reason given: ${ended(now.because)}`;
  const still = pathAfter.get(before.path) ?? '';
  const what = after.snapshot.facts(still) ? 'Its guidance was withdrawn, or belongs to something else now.' : 'Its guidance was removed.';
  return ` ${what}${now.because === undefined ? '' : ` The reason given: ${ended(now.because)}`}`;
}
