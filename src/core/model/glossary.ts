import { type FieldPath, listAt, type Mapping, textAt, textsAt, type Value, valueAt } from '../yaml/value.js';

/** A term or acronym, with the forms that it replaces. */
export interface Term {
  readonly term: string;
  /** What an acronym stands for. */
  readonly expansion: string | undefined;
  readonly meaning: string | undefined;
  readonly insteadOf: readonly string[];
  /** Whether readers know the acronym better than its full form. */
  readonly familiar: boolean;
  /** Whether the sources use the acronym and do not say what it stands for. */
  readonly unknown: boolean;
  readonly field: FieldPath;
}

/** Words to avoid, why, and what to write instead. */
export interface AvoidedPhrase {
  readonly phrases: readonly string[];
  readonly because: string;
  readonly better: string | undefined;
  readonly field: FieldPath;
}

/** The words of a guidance root. */
export interface Glossary {
  readonly terms: readonly Term[];
  readonly avoid: readonly AvoidedPhrase[];
}

/** A root without a glossary. */
export const NO_GLOSSARY: Glossary = { terms: [], avoid: [] };

/** Reads the glossary; what is malformed is left out, for the schema rules to report. */
export function readGlossary(value: Mapping): Glossary {
  return {
    terms: listAt(value, 'terms').flatMap((item, index) => readTerm(item, ['terms', index]) ?? []),
    avoid: listAt(value, 'avoid').map((item, index) => ({
      phrases: textsAt(item, 'phrases'),
      because: textAt(item, 'because') ?? '',
      better: textAt(item, 'better'),
      field: ['avoid', index],
    })),
  };
}

function readTerm(value: Value, field: FieldPath): Term | undefined {
  const term = textAt(value, 'term');
  if (term === undefined) return undefined;
  return {
    term,
    expansion: textAt(value, 'expansion'),
    meaning: textAt(value, 'meaning'),
    insteadOf: textsAt(value, 'instead_of'),
    familiar: valueAt(value, ['familiar']) === true,
    unknown: valueAt(value, ['unknown']) === true,
    field,
  };
}
