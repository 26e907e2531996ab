import { acronymsOf, fullReference, sourceLabel } from '../../core/model/bibliography.js';
import type { Glossary } from '../../core/model/glossary.js';
import type { Source, SourcePoint } from '../../core/model/sources.js';
import { count } from '../../core/text/words.js';
import { registerEntry } from '../../core/workspace/register.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import { code, paragraphs, plain } from './markdown.js';

const acronyms = new WeakMap<Glossary, ReadonlyMap<string, string>>();

/** Author and year as a text names them, organisations as the glossary has them for short. */
export function labelOf(source: Source, { glossary }: WorkspaceSnapshot): string {
  let known = acronyms.get(glossary);
  if (!known) {
    known = acronymsOf(glossary);
    acronyms.set(glossary, known);
  }
  return sourceLabel(source, known);
}

/** A work as a list of references has it, and what the register says of it beside that, as Markdown. */
export function describeSource(source: Source, snapshot: WorkspaceSnapshot): string {
  const { kind, points, supersededBy, verified } = source;
  const newer = supersededBy === undefined ? undefined : snapshot.sourcesById.get(supersededBy);
  const facts = [
    kind,
    points.length === 0 ? undefined : count(points.length, 'point'),
    verified ? 'details checked against a library or publisher’s record' : 'details not checked yet',
  ].filter((fact) => fact !== undefined);
  return paragraphs(
    plain(fullReference(registerEntry(source, snapshot), source)),
    `${code(`@${source.id}`)}: ${plain(facts.join(', '))}`,
    supersededBy === undefined ? undefined : `Superseded by ${newer ? plain(labelOf(newer, snapshot)) : code(supersededBy)}.`,
  );
}

/** What a source says in one of its points, as Markdown. */
export function describePoint(source: Source, point: SourcePoint, snapshot: WorkspaceSnapshot): string {
  const mark = point.mark === '' ? '' : ` (${plain(point.mark)})`;
  return paragraphs(`**Point ${plain(point.id)}**${mark}`, plain(point.says), plain(`${labelOf(source, snapshot)}: ${source.title}`));
}
