import { reviewDue } from '../core/coverage/coverage.js';
import { addPeriod } from '../core/schema/dates.js';
import { capital } from '../core/text/words.js';
import { fieldText, gapsOf } from '../core/workspace/document.js';
import type { NamedPair } from './document-pair.js';

import type { Statement } from './statement.js';
import { quoted } from './words.js';

/** The gaps that a document records besides, and those that it records no longer. */
export function gapChanges({ then, now, name }: NamedPair): Statement[] {
  const [was, is] = [gapsOf(then), gapsOf(now)].map((gaps) => gaps.map(({ about }) => about)) as [string[], string[]];
  const statement = (kind: 'gap-recorded' | 'gap-closed', about: string): Statement => ({
    kind,
    text: `${capital(name)} ${kind === 'gap-closed' ? 'no longer records' : 'records'} a gap: ${quoted(about)}.`,
    path: now.path,
  });
  return [
    ...is.filter((about) => !was.includes(about)).map((about) => statement('gap-recorded', about)),
    ...was.filter((about) => !is.includes(about)).map((about) => statement('gap-closed', about)),
  ];
}

/**
 * A review that was recorded, and a next one that is due at another time.
 * @param same whether the document says the same to its readers as before
 */
export function reviewChange(pair: NamedPair, same: boolean): Statement[] {
  const { then, now, name } = pair;
  const [due, later] = [reviewDue(then), reviewDue(now)];
  if (later === undefined) return due === undefined ? unreviewedChange(pair, same) : [];
  if (due === later) return [];
  const reviewed = fieldText(now, 'last_reviewed_on');
  if (due === undefined)
    return [
      { kind: 'review-recorded', text: `${capital(name)} records a review of ${reviewed}; the next is due on ${later}.`, path: now.path },
    ];
  const text = `The next review of ${name} was due on ${due} and is due on ${later} now`;
  if (later < due || !same) return [{ kind: 'review-recorded', text: `${text}.`, path: now.path }];
  return [{ kind: 'review-extended', text: `${text}${UNCHANGED}.`, path: now.path }];
}

const UNCHANGED = ', with no change to its text';

/**
 * The longer time that is left for the review of a document of which none is recorded: there is no day on which it was
 * due, so that what can be put off is the time alone. No review says that a change of its text is right, either.
 */
function unreviewedChange({ then, now, name }: NamedPair, same: boolean): Statement[] {
  const [was, is] = [fieldText(then, 'review_in'), fieldText(now, 'review_in')];
  if (was === undefined || !isLonger(is, was) || fieldText(now, 'last_reviewed_on') !== undefined) return [];
  const time =
    is === undefined
      ? `was to be reviewed within ${was}, and no time is set now`
      : `was to be reviewed within ${was} and is to be reviewed within ${is} now`;
  const text = `${capital(name)} ${time}${same ? UNCHANGED : ''}. No review of it has been recorded yet.`;
  return [{ kind: 'review-extended', text, path: now.path }];
}

/** Whether a period is longer than another, as counted from one and the same day; one that is not set never ends. */
function isLonger(period: string | undefined, other: string): boolean {
  const [end, otherEnd] = [period === undefined ? undefined : addPeriod(SOME_DAY, period), addPeriod(SOME_DAY, other)];
  // A period that cannot be read is for a rule to find.
  if (otherEnd === undefined || (period !== undefined && end === undefined)) return false;
  return end === undefined || end > otherEnd;
}

/** Any day will do: it is the same for both. */
const SOME_DAY = '2001-01-01';
