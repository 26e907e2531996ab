import type { DocumentFacts } from '../core/facts/types.js';
import { capital } from '../core/text/words.js';
import { fieldText, isWithdrawn } from '../core/workspace/document.js';
import type { WorkspaceSnapshot } from '../core/workspace/snapshot.js';
import { claimChanges } from './claim-changes.js';
import type { DocumentPair, NamedPair } from './document-pair.js';
import { documentName } from './names.js';
import { citationChanges, referenceChanges } from './reference-changes.js';
import { gapChanges, reviewChange } from './review-changes.js';
import type { Comparison } from './revision.js';
import { sectionChanges } from './section-changes.js';
import type { Statement } from './statement.js';
import { sameSubstance, substanceOf } from './substance.js';
import { changedSections, textChange } from './text-changes.js';
import { plain } from './words.js';

/** A document whose text or claims are not what they were. */
export interface ChangedDocument {
  readonly path: string;
  /** What it is called in the middle of a sentence. */
  readonly name: string;
  /** The anchors of the sections whose text is another; all of it where the fields are. */
  readonly sections: ReadonlySet<string> | 'all';
}

/** What a change does to documents. */
export interface DocumentChanges {
  readonly statements: readonly Statement[];
  /** The documents that say something else than before. */
  readonly changed: readonly ChangedDocument[];
  /** The documents that are gone, by the paths that they had. */
  readonly removed: readonly ChangedDocument[];
}

/**
 * Compares all documents.
 * @param told what has been told of already: `path`, line break, and the title of a section or `status`
 */
export function documentChanges(comparison: Comparison, told: ReadonlySet<string>): DocumentChanges {
  const { before, after, pathBefore, pathAfter } = comparison;
  const removed = before.snapshot.markdown.filter(({ path }) => !pathAfter.has(path));
  const changed: ChangedDocument[] = [];
  const statements = after.snapshot.markdown.flatMap((now) => {
    const from = pathBefore.get(now.path);
    const then = from === undefined ? undefined : before.snapshot.facts(from);
    if (!then) return [added(now, after.snapshot)];
    const name = documentName(now, after.snapshot);
    // Most documents are what they were: to take them apart would cost more than everything else.
    if (before.source(then.path)?.text === after.source(now.path)?.text) {
      const pair: NamedPair = { then, now, name };
      // What it refers to by a path or a number can be something else all the same.
      return [...moved(pair), ...claimChanges(pair, comparison), ...referenceChanges(pair, comparison)];
    }
    const pair: DocumentPair = {
      then,
      now,
      old: substanceOf(then, before.source(then.path)),
      fresh: substanceOf(now, after.source(now.path)),
      name,
    };
    const same = sameSubstance(pair.old, pair.fresh);
    if (!same) changed.push({ path: now.path, name, sections: changedSections(pair) });
    return compared(pair, same, comparison, told);
  });
  return {
    statements: [...removed.map((facts) => gone(facts, before.snapshot)), ...statements],
    changed,
    removed: removed.map((facts) => ({ path: facts.path, name: documentName(facts, before.snapshot), sections: 'all' })),
  };
}

function added(facts: DocumentFacts, snapshot: WorkspaceSnapshot): Statement {
  return {
    kind: 'document-added',
    text: `${capital(documentName(facts, snapshot))} is new (${plain(fieldText(facts, 'status'))}).`,
    path: facts.path,
  };
}

function gone(facts: DocumentFacts, snapshot: WorkspaceSnapshot): Statement {
  return { kind: 'document-removed', text: `${capital(documentName(facts, snapshot))} was removed.`, path: facts.path };
}

function compared(pair: DocumentPair, same: boolean, comparison: Comparison, told: ReadonlySet<string>): Statement[] {
  const claims = claimChanges(pair, comparison);
  return [
    ...moved(pair),
    ...statusChange(pair, told),
    ...claims,
    ...sectionChanges(pair, comparison, told),
    ...citationChanges(pair),
    ...referenceChanges(pair, comparison),
    ...gapChanges(pair),
    ...reviewChange(pair, same),
    ...(same ? [] : textChange(pair, claims.length > 0)),
  ];
}

function moved({ then, now, name }: NamedPair): Statement[] {
  return then.path === now.path
    ? []
    : [{ kind: 'document-moved', text: `${capital(name)} was moved here from ${then.path}.`, path: now.path }];
}

function statusChange({ then, now, name }: DocumentPair, told: ReadonlySet<string>): Statement[] {
  const [from, to] = [fieldText(then, 'status'), fieldText(now, 'status')];
  if (from === to || told.has(`${now.path}\nstatus`)) return [];
  const kind = isWithdrawn(now) ? 'document-withdrawn' : isWithdrawn(then) ? 'document-restored' : 'status-changed';
  const text = isWithdrawn(now) ? `${capital(name)} was withdrawn.` : `${capital(name)} was ${plain(from)} and is ${plain(to)} now.`;
  return [{ kind, text, path: now.path }];
}
