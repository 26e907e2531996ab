import type { DocumentFacts } from '../facts/types.js';
import { type FieldPath, isMapping, listAt, type Mapping, textAt, type Value, valueAt } from '../yaml/value.js';

/** A recorded gap: what is known to be absent, and why. */
export interface Gap {
  readonly about: string;
  readonly section: string | undefined;
  readonly because: string;
  readonly field: FieldPath;
}

/** A claim that a criterion serves a core domain, with attributes, as a document makes it. */
export interface Claim {
  /** The domain as it is written there: a key or a number. */
  readonly domain: string;
  readonly attributes: readonly string[];
  readonly because: string | undefined;
  readonly basis: string | undefined;
  readonly field: FieldPath;
}

const NO_FIELDS: Mapping = {};

/** The fields of a document; empty where there are none that can be read. */
export function fieldsOf(facts: DocumentFacts): Mapping {
  return facts.fields.state === 'parsed' ? facts.fields.value : NO_FIELDS;
}

/** The text of one of a document's fields. */
export function fieldText(facts: DocumentFacts, name: string): string | undefined {
  return textAt(fieldsOf(facts), name);
}

/** Whether a document is no longer to be used. */
export function isWithdrawn(facts: DocumentFacts): boolean {
  return fieldText(facts, 'status') === 'withdrawn';
}

/** What a document is called: its `title`, else its first heading, else its path. */
export function titleOf(facts: DocumentFacts): string {
  return fieldText(facts, 'title') ?? facts.headings[0]?.text ?? facts.path;
}

/** The key or number in a field that may hold either. */
export function nameIn(value: Value | undefined): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** The application that a piece of guidance belongs to. */
export function applicationOf(facts: DocumentFacts): string | undefined {
  return fieldText(facts, 'application');
}

/** The criterion that a piece of guidance is about, as it is written there: a key or a number. */
export function criterionOf(facts: DocumentFacts): string | undefined {
  return nameIn(fieldsOf(facts)['criterion']);
}

/** The framework element that all of a document is about. */
export interface Subject {
  readonly kinds: readonly string[];
  /** The element as it is written there: a key or a number. */
  readonly name: string;
  readonly field: FieldPath;
}

/** What a document is about: the element that one of its own fields, and no entry of a list, names. */
export function subjectOf(facts: DocumentFacts): Subject | undefined {
  if (facts.fields.state !== 'parsed' || facts.format !== 'markdown') return undefined;
  const criterion = criterionOf(facts);
  if (criterion !== undefined) return { kinds: ['criterion'], name: criterion, field: ['criterion'] };
  for (const annotation of facts.fields.annotations) {
    if (annotation.kind !== 'element' || annotation.path.length !== 1 || annotation.kinds.includes('framework')) continue;
    return { kinds: annotation.kinds, name: annotation.value, field: annotation.path };
  }
  return undefined;
}

/** The gaps that a document records. */
export function gapsOf(facts: DocumentFacts): readonly Gap[] {
  return listAt(fieldsOf(facts), 'gaps').flatMap((item, index) => {
    const about = textAt(item, 'about');
    if (about === undefined) return [];
    return [{ about, section: textAt(item, 'section'), because: textAt(item, 'because') ?? '', field: ['gaps', index] }];
  });
}

/** The claims that a piece of guidance makes about core domains and attributes. */
export function claimsOf(facts: DocumentFacts): readonly Claim[] {
  return listAt(fieldsOf(facts), 'serves').flatMap((item, index) => {
    const domain = nameIn(valueAt(item, ['domain']));
    if (!isMapping(item) || domain === undefined) return [];
    return [
      {
        domain,
        attributes: listAt(item, 'attributes').flatMap((attribute) => nameIn(attribute) ?? []),
        because: textAt(item, 'because'),
        basis: textAt(item, 'basis'),
        field: ['serves', index],
      },
    ];
  });
}

/** The name of a document's file without its folder and ending. */
export function fileStem(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown)$/i, '');
}
