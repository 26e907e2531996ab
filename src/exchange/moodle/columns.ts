/**
 * The columns of Moodle's import of competency frameworks (“Import competency framework”, tool_lpimportcsv), in the order
 * that it expects where nobody maps them by hand, under the names that its own export gives them.
 */
export const COLUMNS = {
  parentIdNumber: 'Parent ID number',
  idNumber: 'ID number',
  shortName: 'Short name',
  description: 'Description',
  descriptionFormat: 'Description format',
  scaleValues: 'Scale values',
  scaleConfiguration: 'Scale configuration',
  ruleType: 'Rule type (optional)',
  ruleOutcome: 'Rule outcome (optional)',
  ruleConfig: 'Rule config (optional)',
  relatedIdNumbers: 'Cross-referenced competency ID numbers',
  exportId: 'Exported ID (optional)',
  isFramework: 'Is framework',
  taxonomy: 'Taxonomy',
} as const;

/** One row by its columns; those that are left out are empty. */
export type MoodleRow = Partial<Record<keyof typeof COLUMNS, string>>;

/** Rows as fields, below the names of their columns. */
export function tableOf(rows: readonly MoodleRow[]): string[][] {
  const names = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
  return [Object.values(COLUMNS), ...rows.map((row) => names.map((name) => row[name] ?? ''))];
}
