/** A number that a rule's option holds; its default where somebody wrote anything else. */
export function numberOption(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : otherwise;
}

/** The texts that a rule's option lists; its default where somebody wrote anything else. */
export function listOption(value: unknown, otherwise: readonly string[]): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : otherwise;
}
