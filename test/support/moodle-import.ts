import { strict as assert } from 'node:assert';
import { parse } from 'csv-parse/sync';

/** A competency as Moodle would have it after an import. */
export interface ImportedCompetency {
  readonly parent: string;
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly related: readonly string[];
}

/** A framework as Moodle would have it after an import. */
export interface ImportedFramework {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly competencies: readonly ImportedCompetency[];
}

/** The columns in the order in which they are read where nobody maps them by hand. */
const COLUMNS = [
  'Parent ID number',
  'ID number',
  'Short name',
  'Description',
  'Description format',
  'Scale values',
  'Scale configuration',
  'Rule type (optional)',
  'Rule outcome (optional)',
  'Rule config (optional)',
  'Cross-referenced competency ID numbers',
  'Exported ID (optional)',
  'Is framework',
  'Taxonomy',
];
/** The words that Moodle has for competencies of a depth. */
const TAXONOMIES = [
  'behaviour',
  'competency',
  'concept',
  'domain',
  'indicator',
  'level',
  'outcome',
  'practice',
  'proficiency',
  'skill',
  'value',
];

/**
 * Reads a file by the rules of Moodle's import of competency frameworks (MoodleDocs, “Competency frameworks” and the
 * behaviour of tool_lpimportcsv): what Moodle would refuse, cut, drop or take for something else fails here.
 */
export function importIntoMoodle(text: string): ImportedFramework {
  assert.ok(!/\\/.test(text.replace(/\\u[0-9a-f]{4}/g, '')), 'a backslash is an escape to PHP’s reader of CSV');
  const [header, ...rows] = parse(text, { relax_column_count: false }) as string[][];
  assert.deepEqual(header, COLUMNS);
  const frameworks = rows.filter((row) => row[12] === '1');
  assert.equal(frameworks.length, 1, 'there is one row of a framework');
  const [, id = '', name = '', description = '', format, scale = '', configuration = '', , , , , , , taxonomy = ''] = frameworks[0] ?? [];
  assertNamed(id, name);
  assert.equal(format, '1');
  assertScale(scale, configuration);
  for (const word of taxonomy.split(',')) assert.ok(TAXONOMIES.includes(word), word);
  const competencies = rows.filter((row) => row[12] === '').map(competencyOf);
  assert.equal(competencies.length, rows.length - 1);
  assertTree(competencies);
  return { id, name, description, competencies };
}

function competencyOf(row: readonly string[]): ImportedCompetency {
  const [parent = '', id = '', name = '', description = '', format, scale, configuration, type, outcome, rule, related = '', , , taxonomy] =
    row;
  assertNamed(id, name);
  assert.deepEqual([format, scale, configuration, type, outcome, rule, taxonomy], ['1', '', '', '', '0', 'null', '']);
  return { parent, id, name, description, related: related === '' ? [] : related.split(',').map((one) => one.replaceAll('%2C', ',')) };
}

/** Names are cut at 100 characters, tags are taken out of them, and what PHP calls empty is left out with all its children. */
function assertNamed(id: string, name: string): void {
  for (const text of [id, name]) {
    assert.ok([...text].length <= 100, `${text} is cut`);
    assert.ok(text !== '' && text !== '0', 'it has a name');
    assert.ok(!/[<>]/.test(text), `${text} has what may be taken for a tag`);
    assert.equal(text.trim(), text);
  }
  assert.ok(Number.isNaN(Number(id)), `${id} is compared as a number`);
}

/** The first entry names the scale; one of the others is the default, and one at least proficient. */
function assertScale(scale: string, configuration: string): void {
  const values = scale.split(',');
  assert.ok(values.length >= 2);
  const [first, ...others] = JSON.parse(configuration) as Record<string, unknown>[];
  assert.ok(first && 'scaleid' in first);
  assert.ok(others.every(({ id }) => Number(id) >= 1 && Number(id) <= values.length));
  assert.equal(others.filter(({ scaledefault }) => scaledefault === 1).length, 1);
  assert.ok(others.some(({ proficient }) => proficient === 1));
}

/** Everything is below the framework, parents come first, and references lead to something else that is there. */
function assertTree(competencies: readonly ImportedCompetency[]): void {
  const seen = new Set<string>();
  const all = new Set(competencies.map(({ id }) => id));
  assert.equal(all.size, competencies.length, 'ID numbers are unique');
  for (const { id, parent, related } of competencies) {
    assert.ok(parent === '' || seen.has(parent), `${parent}, the parent of ${id}, comes before it`);
    seen.add(id);
    for (const other of related) assert.ok(all.has(other) && other !== id, `${id} refers to ${other}`);
  }
}
