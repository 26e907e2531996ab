import { Locator } from '../core/lint/locate.js';
import { type ElementKind, findCurrent } from '../core/model/framework.js';
import { capital } from '../core/text/words.js';
import { fieldsOf, isWithdrawn } from '../core/workspace/document.js';
import { type ClaimChange, changesOfClaims, claimedIn } from './claims.js';
import type { NamedPair } from './document-pair.js';
import { elementName } from './names.js';
import type { Comparison } from './revision.js';
import type { Statement } from './statement.js';
import { ended, fewOf, quoted } from './words.js';

/**
 * The claims to serve a core domain with an attribute that guidance makes no longer, makes besides, or gives another
 * reason for. Guidance that is new, gone or withdrawn is told of as a whole, and its claims with it.
 */
export function claimChanges(pair: NamedPair, comparison: Comparison): Statement[] {
  const { then, now, name } = pair;
  const makesAny = [then, now].some((facts) => Object.hasOwn(fieldsOf(facts), 'serves'));
  if (!makesAny || isWithdrawn(then) || isWithdrawn(now)) return [];
  const was = comparison.before.snapshot.frameworkOf(then);
  const is = comparison.after.snapshot.frameworkOf(now);
  const changes = changesOfClaims(claimedIn(then, { own: was, other: is, later: is }), claimedIn(now, { own: is, other: was, later: is }));
  const nameOf = (kind: ElementKind, key: string) => {
    const element = (is && findCurrent(is, [kind], key)) ?? (was && findCurrent(was, [kind], key));
    return quoted(element ? elementName(element) : key);
  };
  const lineOf = linesIn(pair, comparison);
  return changes.map((change): Statement => {
    const { kind, domain, attributes } = change;
    const named = attributes.map((key) => nameOf('attribute', key));
    const served = `the core domain ${nameOf('domain', domain)}${named.length === 0 ? '' : ` with the ${attributesWord(named)} ${fewOf(named, named.length)}`}`;
    const statement = { kind, text: sentences(capital(name), served, change), path: now.path, claim: { domain, attributes } };
    const line = lineOf(change);
    return line === undefined ? statement : { ...statement, line };
  });
}

/** The lines in which claims stand after the change; of what is gone that of the list that it was in, as long as there is one. */
function linesIn({ now }: NamedPair, { after }: Comparison): (change: ClaimChange) => number | undefined {
  const source = after.source(now.path);
  const locator = source && new Locator(now, source);
  const hasList = Object.hasOwn(fieldsOf(now), 'serves');
  return ({ is }) =>
    is || hasList ? source?.positionAt(locator?.range({ field: is?.field ?? ['serves'], part: 'key' }).start ?? 0).line : undefined;
}

function attributesWord({ length }: readonly string[]): string {
  return length === 1 ? 'attribute' : 'attributes';
}

function sentences(subject: string, served: string, { was, is }: ClaimChange): string {
  if (!is) return `${subject} no longer claims to serve ${served}.${was?.because ? ` The reason that it gave: ${ended(was.because)}` : ''}`;
  if (!was)
    return `${subject} claims to serve ${served} now. ${is.because ? `The reason given: ${ended(is.because)}` : 'It gives no reason.'}`;
  const rests = `rests on ${basisWords(is.basis)} now, and rested on ${basisWords(was.basis)} before.`;
  if (was.because === is.because) return `${subject} still claims to serve ${served}, but this ${rests}`;
  const basis = was.basis === is.basis ? '' : ` It ${rests}`;
  if (!is.because) return `${subject} no longer says why it serves ${served}. The reason that it gave: ${ended(was.because)}${basis}`;
  if (!was.because) return `${subject} says now why it serves ${served}: ${ended(is.because)}${basis}`;
  return `${subject} gives another reason why it serves ${served}. Before: ${ended(was.because)} Now: ${ended(is.because)}${basis}`;
}

const BASES: ReadonlyMap<string, string> = new Map([
  ['source', 'a cited source'],
  ['editorial', 'this guidance’s own reading'],
  ['', 'nothing that it names'],
]);

function basisWords(basis: string): string {
  return BASES.get(basis) ?? quoted(basis);
}
