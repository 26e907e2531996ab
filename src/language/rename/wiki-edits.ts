import type { DocumentFacts, WikiReference } from '../../core/facts/types.js';
import type { TextEdit } from '../../core/text/range.js';
import { foldName } from '../../core/workspace/keys.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import { type WikiTarget, wikiTarget } from '../../core/workspace/wiki-target.js';
import { wikiLinksNamed } from '../navigation/reference-index.js';
import { addEdit, type EditsByPath } from './field-changes.js';

/** A root before a name changes and after. */
export interface NameChange {
  readonly before: WorkspaceSnapshot;
  readonly after: WorkspaceSnapshot;
  readonly from: string;
  readonly to: string;
}

/**
 * The edits that keep wiki links right when an id or a key changes, added to those that there are: of links by the old
 * name, and of those that the new name would be taken for.
 * @returns whether every wiki link can be kept right
 */
export function addWikiEdits(edits: EditsByPath, change: NameChange): boolean {
  for (const name of new Set([change.from, change.to].map(foldName))) {
    for (const { facts, reference } of wikiLinksNamed(name, change.before)) {
      const edit = wikiEdit(reference, facts, change);
      if (edit === 'impossible') return false;
      if (edit) addEdit(edits, facts.path, edit);
    }
  }
  return true;
}

function wikiEdit(reference: WikiReference, facts: DocumentFacts, change: NameChange): TextEdit | 'impossible' | undefined {
  const target = wikiTarget(reference.target, facts, change.before);
  // What named nothing for certain has a finding of its own already.
  if (target.kind === 'unresolved' || target.kind === 'ambiguous') return undefined;
  const from = change.after.facts(facts.path) ?? facts;
  const leadsThere = (name: string) => isSame(wikiTarget(name, from, change.after), target, change);
  if (leadsThere(reference.target)) return undefined;
  const names = [...(foldName(reference.target) === foldName(change.from) ? [change.to] : []), ...pathNames(target)];
  const name = names.find(leadsThere);
  if (name === undefined) return 'impossible';
  return { start: reference.start, end: reference.end, text: wikiText(reference, { target: name }) };
}

function pathNames(target: WikiTarget): string[] {
  return target.kind === 'document' ? [target.facts.path.replace(/\.(?:md|markdown)$/i, '')].filter((name) => !/[[\]|#]/.test(name)) : [];
}

function isSame(after: WikiTarget, before: WikiTarget, { from, to }: NameChange): boolean {
  if (before.kind === 'element') {
    const key = before.element.key === from ? to : before.element.key;
    return after.kind === 'element' && after.element.kind === before.element.kind && after.element.key === key;
  }
  return after.kind === 'document' && before.kind === 'document' && after.facts.path === before.facts.path;
}

/** A wiki link with another target or heading; in a table the stroke before its label is escaped, and has to stay so. */
export function wikiText(reference: WikiReference, change: { readonly target?: string; readonly heading?: string }): string {
  const { label, start, end } = reference;
  const text = ({ target, heading }: Pick<WikiReference, 'target' | 'heading'>, stroke: string) =>
    `[[${target}${heading === undefined ? '' : `#${heading}`}${label === undefined ? '' : `${stroke}${label}`}]]`;
  return text({ ...reference, ...change }, text(reference, '|').length === end - start ? '|' : '\\|');
}
