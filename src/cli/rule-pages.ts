import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from './package-folder.js';

/** The page of a rule, as Markdown; undefined where this installation has none. */
export function rulePageText(id: string): string | undefined {
  const pages = ['dist/rules', 'src/rules'].map((folder) => join(packageFolder(), folder, `${id}.md`));
  // From source, the pages beside the rules are the ones that are up to date.
  const page = (import.meta.url.endsWith('.ts') ? pages.reverse() : pages).find((path) => existsSync(path));
  return page === undefined ? undefined : readFileSync(page, 'utf8');
}
