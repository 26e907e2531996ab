import { readFileSync } from 'node:fs';
import type { Rule } from '../../src/core/lint/rule.js';

/** What a person can choose for a rule in the editor. */
const CHOICES = ['default', 'error', 'warning', 'info', 'off'];

/** The settings of the extension in `package.json`, one for each rule among them. */
export async function generateEditorSettings(root: string): Promise<Map<string, string>> {
  const { rules } = (await import('../../src/rules/index.js')) as { rules: readonly Rule[] };
  const manifest = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
  manifest.contributes.configuration = {
    title: 'Destination Map',
    properties: {
      'destinationMap.trace.server': {
        type: 'string',
        enum: ['off', 'messages', 'verbose'],
        default: 'off',
        scope: 'window',
        markdownDescription: '%setting.trace%',
      },
      ...Object.fromEntries(rules.map(settingOf)),
    },
  };
  return new Map([['package.json', `${JSON.stringify(manifest, null, 2)}\n`]]);
}

function settingOf({ id, meta }: Rule): [string, object] {
  return [
    `destinationMap.rules.${id}`,
    {
      type: 'string',
      enum: CHOICES,
      default: 'default',
      // Read once for the whole window: said of one of several folders it would change nothing.
      scope: 'window',
      description: `${meta.description}.`,
    },
  ];
}
