import type { FieldLocation } from '../../core/lint/finding.js';
import { isPlaceholder } from '../../core/markdown/sections.js';
import { type FieldPath, type Mapping, valueAt } from '../../core/yaml/value.js';

/**
 * Where an entry lacks its reason: `because` is not there, or says no more than that it is still to be written.
 * Undefined where it has one, or where it holds something that the schema rules report.
 * @param label the field of the entry that a finding points at where there is no `because`
 */
export function missingReason(fields: Mapping, entry: FieldPath, label: string): FieldLocation | undefined {
  const reason = valueAt(fields, [...entry, 'because']);
  if (reason === undefined) return { field: [...entry, label] };
  if (typeof reason !== 'string' || reason === '') return undefined;
  return reason.trim() === '' || isPlaceholder(reason) ? { field: [...entry, 'because'] } : undefined;
}
