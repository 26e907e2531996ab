import { type FieldPath, isMapping, listAt, type Mapping, textAt, textsAt, type Value, valueAt } from '../yaml/value.js';

/** One thing that a source says, in our own words. */
export interface SourcePoint {
  readonly id: string;
  readonly says: string;
  readonly mark: string;
  readonly field: FieldPath;
}

/** A work in the source register. */
export interface Source {
  readonly id: string;
  readonly title: string;
  /** Its CSL type. */
  readonly type: string | undefined;
  /** The family names of its authors, and the names of organisations. */
  readonly authors: readonly string[];
  /** The year it was issued, where that is known. */
  readonly year: number | undefined;
  readonly kind: string | undefined;
  readonly doi: string | undefined;
  readonly verified: boolean;
  readonly knowledgeDomains: readonly string[];
  readonly supersededBy: string | undefined;
  readonly points: readonly SourcePoint[];
  /** Where the source stands in the register's file. */
  readonly field: FieldPath;
}

/** Reads the source register; what is malformed is left out, for the schema rules to report. */
export function readSources(value: Mapping): readonly Source[] {
  return listAt(value, 'sources').flatMap((item, index) => readSource(item, ['sources', index]) ?? []);
}

function readSource(value: Value, field: FieldPath): Source | undefined {
  const id = textAt(value, 'id');
  if (!isMapping(value) || id === undefined) return undefined;
  const year = valueAt(value, ['issued', 'date-parts', 0, 0]);
  return {
    id,
    title: textAt(value, 'title') ?? id,
    type: textAt(value, 'type'),
    authors: listAt(value, 'author').flatMap((author) => textAt(author, 'family') ?? textAt(author, 'literal') ?? []),
    year: typeof year === 'number' ? year : undefined,
    kind: textAt(value, 'kind'),
    doi: textAt(value, 'DOI'),
    verified: value['verified'] === true,
    knowledgeDomains: textsAt(value, 'knowledge_domains'),
    supersededBy: textAt(value, 'superseded_by'),
    points: listAt(value, 'points').flatMap((point, index) => readPoint(point, [...field, 'points', index]) ?? []),
    field,
  };
}

function readPoint(value: Value, field: FieldPath): SourcePoint | undefined {
  const id = textAt(value, 'id');
  if (id === undefined) return undefined;
  return { id, says: textAt(value, 'says') ?? '', mark: textAt(value, 'mark') ?? '', field };
}
