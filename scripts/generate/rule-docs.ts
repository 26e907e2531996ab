import type { Rule } from '../../src/core/lint/rule.js';

/** What is said about the rules in other places than the rules: the table of their pages, and the schema of their settings. */
export async function generateRuleDocs(_root: string): Promise<Map<string, string>> {
  // Loaded here and not above: the index is generated too, and before this.
  const { rules } = await import('../../src/rules/index.js');
  return new Map([
    ['src/rules/README.md', table(rules)],
    ['schemas/rules.schema.json', `${JSON.stringify(settingsSchema(rules), undefined, 2)}\n`],
  ]);
}

function table(rules: readonly Rule[]): string {
  const groups = [...new Set(rules.map((rule) => rule.meta.group))].sort();
  const sections = groups.map((group) => {
    const rows = rules.filter((rule) => rule.meta.group === group).map(row);
    return `## ${group[0]?.toUpperCase()}${group.slice(1)}\n\n| rule | severity | \`--fix\` | what it asks for |\n|---|---|---|---|\n${rows.join('\n')}\n`;
  });
  return `<!-- Generated from the rules by \`npm run generate\`. Do not edit. -->\n# Rules\n\nThe preset \`strict\` makes warnings errors, and info warnings.\n\n${sections.join('\n')}`;
}

function row({ id, meta }: Rule): string {
  return `| [${id}](${id}.md) | ${meta.defaultSeverity} | ${meta.fixable ? 'yes' : ''} | ${meta.description} |`;
}

/** The settings that a manifest can have for each rule; ids that are no rule's are told about by the linter, with a guess. */
function settingsSchema(rules: readonly Rule[]): object {
  const severity = { type: 'string', enum: ['off', 'info', 'warning', 'error'], title: 'Severity' };
  const setting = (more: object) => ({
    anyOf: [
      { $ref: '#/$defs/severity' },
      { type: 'object', additionalProperties: false, properties: { severity: { $ref: '#/$defs/severity' }, ...more } },
    ],
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'rules.schema.json',
    $comment: 'Generated from the rules by `npm run generate`. Do not edit.',
    title: 'Rules',
    description: 'A rule’s id with its severity, or with a severity and options.',
    type: 'object',
    properties: Object.fromEntries(
      rules.map(({ id, meta }) => {
        const about = { title: id, description: `${meta.description}. ${meta.defaultSeverity} unless it is set.` };
        return [
          id,
          meta.optionsSchema
            ? { ...about, ...setting({ options: { title: 'Options', additionalProperties: false, ...meta.optionsSchema } }) }
            : { ...about, $ref: '#/$defs/setting' },
        ];
      }),
    ),
    // An id that is no rule's is told about with a guess, whatever stands behind it.
    additionalProperties: true,
    $defs: { severity, setting: setting({}) },
  };
}
