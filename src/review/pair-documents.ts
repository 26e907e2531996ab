import type { DocumentFacts } from '../core/facts/types.js';
import { applicationOf, criterionOf, fieldsOf, fieldText, titleOf } from '../core/workspace/document.js';
import type { WorkspaceSnapshot } from '../core/workspace/snapshot.js';
import { textsAt } from '../core/yaml/value.js';

/**
 * Which document of one revision is which of another: one that has kept its path is itself; one that has another path is
 * known by what git says, by its old addresses, by its `id`, by what it is guidance on, or by its type and title.
 * @param renames paths before by paths after, from the guidance folder
 * @returns the path before by the path after, for every document that is in both
 */
export function pairDocuments(
  before: WorkspaceSnapshot,
  after: WorkspaceSnapshot,
  renames: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  for (const { path } of after.markdown) if (before.facts(path)) pairs.set(path, path);
  for (const namesOf of [...(renames.size > 0 ? [byRename(renames)] : []), byAddress, byId, bySubject, byTitle]) {
    const taken = new Set(pairs.values());
    const gone = before.markdown.filter(({ path }) => !taken.has(path));
    const fresh = after.markdown.filter(({ path }) => !pairs.has(path));
    for (const [path, from] of matches(gone, fresh, namesOf)) pairs.set(path, from);
  }
  return pairs;
}

type NamesOf = (facts: DocumentFacts, side: 'before' | 'after') => readonly string[];

/** The pairs that one name brings together and no other does. */
function matches(gone: readonly DocumentFacts[], fresh: readonly DocumentFacts[], namesOf: NamesOf): [after: string, before: string][] {
  const then = byName(gone, 'before', namesOf);
  const now = byName(fresh, 'after', namesOf);
  return [...now].flatMap(([name, paths]) => {
    const [from, ...others] = then.get(name) ?? [];
    const [path, ...more] = paths;
    return from === undefined || path === undefined || others.length + more.length > 0 ? [] : [[path, from] as [string, string]];
  });
}

function byName(documents: readonly DocumentFacts[], side: 'before' | 'after', namesOf: NamesOf): Map<string, string[]> {
  const named = new Map<string, string[]>();
  for (const facts of documents) {
    for (const name of namesOf(facts, side)) named.set(name, [...(named.get(name) ?? []), facts.path]);
  }
  return named;
}

function byRename(renames: ReadonlyMap<string, string>): NamesOf {
  return ({ path }, side) => (side === 'before' ? [path] : [renames.get(path) ?? ''].filter((from) => from !== ''));
}

/** A document that was moved keeps its old address as an alias, so that links from elsewhere go on. */
const byAddress: NamesOf = (facts, side) =>
  side === 'before' ? [facts.path] : textsAt(fieldsOf(facts), 'aliases').map((alias) => alias.replace(/^\.?\//, ''));

const byId: NamesOf = (facts) => [fieldText(facts, 'id') ?? []].flat();

const bySubject: NamesOf = (facts) => {
  const [application, criterion] = [applicationOf(facts), criterionOf(facts)];
  return application === undefined || criterion === undefined ? [] : [`${application}\n${criterion}`];
};

const byTitle: NamesOf = (facts) => (facts.type === undefined ? [] : [`${facts.type}\n${titleOf(facts)}`]);
