import type { DocumentFacts } from '../../core/facts/types.js';
import type { Violation } from '../../core/schema/violations.js';
import type { FieldPath } from '../../core/yaml/value.js';

/** What is wrong with a document's fields, of one kind. */
export function violationsOfKind<K extends Violation['kind']>(facts: DocumentFacts, kind: K): readonly Extract<Violation, { kind: K }>[] {
  if (facts.fields.state !== 'parsed') return [];
  return facts.fields.violations.filter((violation): violation is Extract<Violation, { kind: K }> => violation.kind === kind);
}

/** Whether something of one of these kinds is wrong with the field at a path: one slip needs only one finding. */
export function isViolated(facts: DocumentFacts, path: FieldPath, kinds?: readonly Violation['kind'][]): boolean {
  if (facts.fields.state !== 'parsed') return false;
  return facts.fields.violations.some((violation) => (!kinds || kinds.includes(violation.kind)) && samePath(violation.path, path));
}

/** Whether a violation concerns what kind of document this is, which has a rule of its own. */
export function concernsType(facts: DocumentFacts, path: FieldPath): boolean {
  return facts.format === 'markdown' && path.length === 1 && path[0] === 'type';
}

function samePath(a: FieldPath, b: FieldPath): boolean {
  return a.length === b.length && a.every((step, index) => step === b[index]);
}
