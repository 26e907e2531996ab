import { reviewDue } from '../core/coverage/coverage.js';
import { fieldText, gapsOf } from '../core/workspace/document.js';
import type { NamedPair } from './document-pair.js';
import { capital } from './names.js';
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
export function reviewChange({ then, now, name }: NamedPair, same: boolean): Statement[] {
  const [due, later] = [reviewDue(then), reviewDue(now)];
  if (later === undefined || due === later) return [];
  const reviewed = fieldText(now, 'last_reviewed_on');
  if (due === undefined)
    return [
      { kind: 'review-recorded', text: `${capital(name)} records a review of ${reviewed}; the next is due on ${later}.`, path: now.path },
    ];
  const text = `The next review of ${name} was due on ${due} and is due on ${later} now`;
  if (later < due || !same) return [{ kind: 'review-recorded', text: `${text}.`, path: now.path }];
  return [{ kind: 'review-extended', text: `${text}, with no change to its text.`, path: now.path }];
}
