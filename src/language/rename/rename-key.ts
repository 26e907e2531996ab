import { findCitations } from '../../core/markdown/citations.js';
import { schemaAt } from '../../core/schema/annotations.js';
import { applicationOf } from '../../core/workspace/document.js';
import { foldName } from '../../core/workspace/keys.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import type { SourceFor, WorkspaceChange } from '../language-document.js';
import { occurrencesOf } from '../navigation/occurrences.js';
import { placesOf } from '../navigation/places.js';
import { definitionField } from '../targets/data-definitions.js';
import type { Named } from '../targets/target.js';
import { addEdit, addFieldEdits, type EditsByPath, type FieldChange, withFields } from './field-changes.js';
import type { Refusal } from './refusal.js';
import { addWikiEdits } from './wiki-edits.js';

/** What is known by a key that a field gives it. */
export type Keyed = Extract<Named, { kind: 'framework' | 'element' | 'source' | 'point' | 'application' | 'document' }>;

/** The key of something; undefined for a document that has no id. */
export function keyOf(named: Keyed, snapshot: WorkspaceSnapshot): string | undefined {
  switch (named.kind) {
    case 'framework':
      return named.framework.key;
    case 'element':
      return named.element.key;
    case 'source':
      return named.source.id;
    case 'point':
      return named.point.id;
    case 'application':
      return named.application.key;
    case 'document': {
      const { fields } = snapshot.facts(named.path) ?? {};
      const id = fields?.state === 'parsed' ? fields.value['id'] : undefined;
      return typeof id === 'string' ? id : undefined;
    }
  }
}

/** Gives something another key, where it is defined and wherever it is referred to by its key. */
export function renameKey(named: Keyed, to: string, snapshot: WorkspaceSnapshot, sourceFor: SourceFor): WorkspaceChange | Refusal {
  const from = keyOf(named, snapshot);
  const definition = definitionField(named, snapshot);
  if (from === undefined || !definition) return { refused: 'This has no key that could be renamed.' };
  const problem = problemWith(named, to, snapshot);
  if (problem !== undefined) return { refused: problem };
  const changes: FieldChange[] = [{ ...definition, value: to }, ...fieldChanges(named, from, to, snapshot)];
  const edits: EditsByPath = new Map();
  if (!addFieldEdits(edits, changes, snapshot, sourceFor)) {
    return { refused: `“${from}” is used in a file that cannot be read or is being changed. Try again once it is as it should be.` };
  }
  const wiki = { before: snapshot, after: withFields(snapshot, changes), from, to };
  if ((named.kind === 'element' || named.kind === 'document') && !addWikiEdits(edits, wiki)) {
    return { refused: `A wiki link would lead to something else if “${from}” became “${to}”. Choose another name.` };
  }
  if (named.kind === 'source' || named.kind === 'point') addCitationEdits(edits, named, to, snapshot, sourceFor);
  return { edits };
}

function fieldChanges(named: Keyed, from: string, to: string, snapshot: WorkspaceSnapshot): FieldChange[] {
  if (named.kind === 'application') {
    const members = snapshot.markdown.filter((facts) => facts.path !== named.application.path && applicationOf(facts) === from);
    return members.map(({ path }) => ({ path, field: ['application'], value: to }));
  }
  return occurrencesOf(named, snapshot).flatMap((one) => {
    // A number stays: it is only a label. An id is compared as wiki links compare it.
    const isKey = one.via === 'field' && (one.value === from || (named.kind === 'document' && foldName(one.value) === foldName(from)));
    return isKey ? [{ path: one.path, field: one.field, value: to }] : [];
  });
}

function addCitationEdits(edits: EditsByPath, named: Keyed, to: string, snapshot: WorkspaceSnapshot, sourceFor: SourceFor): void {
  for (const one of occurrencesOf(named, snapshot)) {
    if (one.via !== 'reference' || one.reference.via !== 'citation') continue;
    for (const { path, range } of placesOf(one, named, sourceFor)) addEdit(edits, path, { ...range, text: to });
  }
}

/** Why something cannot have a key; undefined where it can. */
function problemWith(named: Keyed, to: string, snapshot: WorkspaceSnapshot): string | undefined {
  const { pattern, description } = schemaOf(named, snapshot) ?? {};
  if (to.trim() !== to || to === '' || (pattern !== undefined && !new RegExp(pattern, 'u').test(to))) {
    return `“${to}” cannot be its name.${description ? ` ${description}` : ''}`;
  }
  const taken = takenBy(named, to, snapshot);
  if (taken !== undefined) return `“${to}” is the name of ${taken} already.`;
  if (named.kind === 'source' && findCitations(`[@${to}]`, 0)[0]?.source !== to)
    return `“${to}” could not be cited: a citation would end before its last sign.`;
  return undefined;
}

function schemaOf(named: Keyed, snapshot: WorkspaceSnapshot) {
  const at = definitionField(named, snapshot);
  const type = at && snapshot.types.get(snapshot.facts(at.path)?.type ?? '');
  return at && type && schemaAt(type.tree, at.field)?.schema;
}

/** What has a name that is to be given to something else. */
function takenBy(named: Keyed, to: string, snapshot: WorkspaceSnapshot): string | undefined {
  switch (named.kind) {
    case 'framework':
      return snapshot.frameworks.some(({ key }) => key === to) ? 'another framework' : undefined;
    case 'element':
      return named.framework.elements.some(({ key, number }) => key === to || number === to) ? 'another element' : undefined;
    case 'source':
      return snapshot.sourcesById.has(to) ? 'another source' : undefined;
    case 'point':
      return named.source.points.some(({ id }) => id === to) ? 'another point of the source' : undefined;
    case 'application':
      return snapshot.application(to) || snapshot.markdown.some((facts) => applicationOf(facts) === to) ? 'another application' : undefined;
    case 'document':
      return snapshot.documentsNamed(to).some(({ path }) => path !== named.path) ? 'another document' : undefined;
  }
}
