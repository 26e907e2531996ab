import { type FieldPath, isMapping, type Value, valueAt } from '../yaml/value.js';
import { type Annotation, type SchemaTree, schemaAt } from './annotations.js';
import { isCalendarDate } from './dates.js';

/** One way in which the fields of a document are not as their schema has them, as plain data. */
export type Violation =
  | { readonly kind: 'missing'; readonly path: FieldPath; readonly field: string; readonly help: string }
  | { readonly kind: 'unknown'; readonly path: FieldPath; readonly field: string; readonly known: readonly string[] }
  | { readonly kind: 'choice'; readonly path: FieldPath; readonly found: string; readonly allowed: readonly string[] }
  | { readonly kind: 'type'; readonly path: FieldPath; readonly found: string; readonly expected: readonly string[] }
  | { readonly kind: 'form'; readonly path: FieldPath; readonly found: string; readonly problem: string; readonly help: string }
  | { readonly kind: 'date'; readonly path: FieldPath; readonly found: string };

/** The part of an ajv error that we read. */
export interface SchemaError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Record<string, unknown>;
}

/** A compiled validator, as ajv makes them: true, or false with its errors left on the function. */
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}

/** Checks a value against a type's schema and says what is wrong in terms of fields, in the order of the fields. */
export function violationsOf(validate: Validator, tree: SchemaTree, value: Value, annotations: readonly Annotation[]): Violation[] {
  const found = validate(value) ? [] : fromErrors(validate.errors ?? [], tree, value);
  for (const annotation of annotations) {
    if (annotation.kind === 'date' && !isCalendarDate(annotation.value)) {
      found.push({ kind: 'date', path: annotation.path, found: annotation.value });
    }
    if (annotation.kind === 'uri' && !/^[a-z][a-z0-9+.-]*:\S+$/i.test(annotation.value)) {
      const problem = 'is not a web address';
      found.push({
        kind: 'form',
        path: annotation.path,
        found: annotation.value,
        problem,
        help: 'Write it whole, beginning with https://.',
      });
    }
  }
  return found;
}

function fromErrors(errors: readonly SchemaError[], tree: SchemaTree, value: Value): Violation[] {
  const violations: Violation[] = [];
  const seen = new Set<string>();
  for (const error of worthTelling(errors, value)) {
    const violation = toViolation(error, tree, value);
    const identity = JSON.stringify(violation);
    if (seen.has(identity)) continue;
    seen.add(identity);
    violations.push(violation);
  }
  return violations;
}

/**
 * Inside a choice of shapes every shape complains. Worth telling is what the shape says that was probably meant: the
 * one for a plain value or the one for a group of fields; if none says more, that no shape fits.
 */
function worthTelling(errors: readonly SchemaError[], value: Value): SchemaError[] {
  const choices = errors.filter((error) => error.keyword === 'oneOf' || error.keyword === 'anyOf');
  const within = (error: SchemaError, choice: SchemaError) => `${error.instancePath}/`.startsWith(`${choice.instancePath}/`);
  const told = errors.filter((error) => !choices.includes(error) && !choices.some((choice) => within(error, choice)));
  for (const choice of choices) {
    const isGroup = isMapping(valueAt(value, fieldPath(choice.instancePath, value)));
    const meant = errors.filter(
      (error) =>
        !choices.includes(error) &&
        within(error, choice) &&
        (isGroup ? error.instancePath !== choice.instancePath || error.keyword === 'additionalProperties' : error.keyword === 'enum'),
    );
    told.push(...(meant.length > 0 ? meant : [choice]));
  }
  return told;
}

function toViolation(error: SchemaError, tree: SchemaTree, value: Value): Violation {
  const path = fieldPath(error.instancePath, value);
  const at = schemaAt(tree, path);
  const found = written(valueAt(value, path));
  const help = at?.schema.description ?? '';
  switch (error.keyword) {
    case 'required': {
      const field = String(error.params['missingProperty']);
      return { kind: 'missing', path, field, help: at?.properties.get(field)?.schema.description ?? '' };
    }
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const field = String(error.params['additionalProperty'] ?? error.params['unevaluatedProperty']);
      return { kind: 'unknown', path: [...path, field], field, known: [...(at?.properties.keys() ?? [])] };
    }
    case 'enum':
    case 'const': {
      const allowed = (error.params['allowedValues'] as unknown[] | undefined) ?? [error.params['allowedValue']];
      return { kind: 'choice', path, found, allowed: allowed.map(String) };
    }
    case 'type':
      return { kind: 'type', path, found, expected: [error.params['type']].flat().map(String) };
    default:
      return { kind: 'form', path, found, problem: problemOf(error), help };
  }
}

function problemOf(error: SchemaError): string {
  switch (error.keyword) {
    case 'minLength':
    case 'minItems':
      return Number(error.params['limit']) > 1 ? `is too short (at least ${String(error.params['limit'])})` : 'is empty';
    case 'maxLength':
    case 'maxItems':
      return `is too long (at most ${String(error.params['limit'])})`;
    case 'minimum':
      return `is too small (at least ${String(error.params['limit'])})`;
    case 'maximum':
      return `is too large (at most ${String(error.params['limit'])})`;
    case 'uniqueItems':
      return 'lists the same thing twice';
    case 'pattern':
      return 'is not in the right form';
    case 'oneOf':
    case 'anyOf':
      return 'has none of the forms that it can have';
    default:
      return `does not meet “${error.keyword}”`;
  }
}

/** A JSON pointer as a path: a step is a number where the value has a list. */
function fieldPath(pointer: string, value: Value): FieldPath {
  const path: (string | number)[] = [];
  for (const raw of pointer.split('/').slice(1)) {
    const step = raw.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(valueAt(value, path)) ? Number(step) : step);
  }
  return path;
}

/** A value as an author would recognise it. */
function written(value: Value | undefined): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (isMapping(value)) return 'a group of fields';
  return String(value);
}
