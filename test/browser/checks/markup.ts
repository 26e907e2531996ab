import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ConfigData, HtmlValidate, StaticConfigLoader } from 'html-validate';

/** html-validate's recommended rules. A rule that is off or changed has its reason beside it. */
const CONFIG: ConfigData = {
  extends: ['html-validate:recommended'],
  rules: {
    // The case of the document type means nothing to a browser; the rule is kept so that all pages are alike.
    'doctype-style': ['error', { style: 'lowercase' }],
    // Titles are the guidance's own words, and sources give long ones: shortening them is the author's business.
    'long-title': 'off',
    // Anchors are those that GitHub makes of headings, and numbers of points have dots; HTML asks only that they hold no space.
    'valid-id': ['error', { relaxed: true }],
    // Safari does not tell VoiceOver of a list whose markers are styled away, unless its role is written out.
    'no-redundant-role': 'off',
    'prefer-native-element': ['error', { exclude: ['list', 'listitem'] }],
  },
};

const validator = new HtmlValidate(new StaticConfigLoader(CONFIG));

/** What html-validate finds wrong with a site's pages, a line each. */
export async function markupProblems(folder: string, pages: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const page of pages) {
    // The synchronous form starts a thread that never ends.
    const report = await validator.validateString(readFileSync(join(folder, page), 'utf8'));
    const messages = report.results.flatMap((result) => result.messages);
    found.push(...messages.map(({ line, column, ruleId, message }) => `${page}:${line}:${column}: ${message} (${ruleId})`));
  }
  return found;
}
