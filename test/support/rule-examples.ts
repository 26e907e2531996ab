import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Code, Heading, Root, RootContent } from 'mdast';
import { remarkParser } from '../../src/platform/remark-parser.js';

/** One example of a rule's page: the files that it shows, and what the page says the rule makes of them. */
export interface RuleExample {
  readonly name: string;
  readonly correct: boolean;
  readonly files: Readonly<Record<string, string>>;
  /** Lines of the form `path:line:column message`. */
  readonly expected: readonly string[];
  /** Files as they are after `--fix`. */
  readonly fixed: Readonly<Record<string, string>>;
}

/** The files that every example stands on, unless it shows a file of the same path itself. */
export function baseFiles(): Record<string, string> {
  const folder = join(import.meta.dirname, '../fixtures/rule-base');
  return Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

/** The examples of a rule's page: each `###` heading under *Incorrect* and *Correct*, or the whole section. */
export function examplesIn(markdown: string): RuleExample[] {
  const tree: Root = remarkParser().parse(markdown);
  const groups: { name: string; correct: boolean; fences: Code[] }[] = [];
  let section = '';
  for (const node of tree.children) {
    if (node.type === 'heading' && node.depth === 2) section = headingText(node);
    if (section !== 'Incorrect' && section !== 'Correct') continue;
    if (node.type === 'heading') groups.push({ name: headingText(node), correct: section === 'Correct', fences: [] });
    else if (node.type === 'code') groups[groups.length - 1]?.fences.push(node);
  }
  return groups.filter((group) => group.fences.length > 0).map(({ name, correct, fences }) => example(name, correct, fences));
}

function example(name: string, correct: boolean, fences: readonly Code[]): RuleExample {
  const files: Record<string, string> = {};
  const fixed: Record<string, string> = {};
  const expected: string[] = [];
  for (const fence of fences) {
    const path = (fence.meta ?? '').replace(/ after --fix$/, '').trim();
    if (fence.lang === 'text') expected.push(...fence.value.split('\n'));
    else if (fence.meta?.endsWith('after --fix')) fixed[path] = `${fence.value}\n`;
    else files[path] = `${fence.value}\n`;
  }
  return { name, correct, files, expected, fixed };
}

function headingText(heading: Heading): string {
  return heading.children.map((child: RootContent) => ('value' in child ? child.value : '')).join('');
}
