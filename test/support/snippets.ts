import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expandSnippet, type SnippetVariables } from './expand-snippet.js';

/** A snippet as VS Code's snippet files have it. */
export interface Snippet {
  readonly name: string;
  readonly prefix: string;
  readonly scope: string;
  readonly description: string;
  readonly body: readonly string[];
  /** Offered by “Fill File with Snippet”: a whole document. */
  readonly isFileTemplate?: boolean;
}

/** The snippets that the extension ships, in the order of their file. */
export function shippedSnippets(): Snippet[] {
  const file = join(import.meta.dirname, '../../snippets/destination-map.code-snippets');
  const snippets = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Omit<Snippet, 'name'>>;
  return Object.entries(snippets).map(([name, snippet]) => ({ name, ...snippet }));
}

/** What VS Code gives a snippet in a file of that path, on a day written `YYYY-MM-DD`. */
export function variablesFor(path: string, today: string): SnippetVariables {
  const [year = '', month = '', date = ''] = today.split('-');
  const slash = path.lastIndexOf('/');
  return {
    TM_FILENAME: path.slice(slash + 1),
    TM_FILENAME_BASE: path.slice(slash + 1).replace(/\.[^.]*$/, ''),
    TM_DIRECTORY: `/home/author/guidance/${path.slice(0, Math.max(0, slash))}`.replace(/\/$/, ''),
    CURRENT_YEAR: year,
    CURRENT_MONTH: month,
    CURRENT_DATE: date,
  };
}

/** Inserts a snippet where a text has `MARK`; like VS Code, it gives each line the indentation of the first. */
export function insertSnippet(text: string, snippet: Snippet, variables: SnippetVariables): string {
  const at = text.indexOf(MARK);
  if (at < 0) throw new Error(`The setting of ${snippet.prefix} has no place for it.`);
  const indentation = /^[ ]*/.exec(text.slice(text.lastIndexOf('\n', at) + 1, at))?.[0] ?? '';
  const expanded = expandSnippet(snippet.body, variables).replace(/\n(?=[^\n])/g, `\n${indentation}`);
  return text.slice(0, at) + expanded + text.slice(at + MARK.length);
}

/** Where a setting takes its snippet. */
export const MARK = '<<here>>';
