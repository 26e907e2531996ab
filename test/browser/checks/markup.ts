import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ConfigData, HtmlValidate, StaticConfigLoader } from 'html-validate';

/** html-validate's recommended rules. A rule that is off has its reason beside it. */
const CONFIG: ConfigData = {
  extends: ['html-validate:recommended'],
  // The case of the document type means nothing to a browser; the rule is kept so that all pages are alike.
  rules: { 'doctype-style': ['error', { style: 'lowercase' }] },
};

const validator = new HtmlValidate(new StaticConfigLoader(CONFIG));

/** What html-validate finds wrong with a site's pages, a line each. */
export function markupProblems(folder: string, pages: readonly string[]): string[] {
  return pages.flatMap((page) => {
    const report = validator.validateStringSync(readFileSync(join(folder, page), 'utf8'));
    const messages = report.results.flatMap((result) => result.messages);
    return messages.map(({ line, column, ruleId, message }) => `${page}:${line}:${column}: ${message} (${ruleId})`);
  });
}
