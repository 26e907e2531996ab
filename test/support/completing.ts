import { strict as assert } from 'node:assert';
import { applyEdits } from '../../src/core/text/range.js';
import type { CompletionItem, CompletionList } from '../../src/language/completion/completion-item.js';
import { completionsAt } from '../../src/language/completion/completions-at.js';
import { type MarkedRoot, markedRoot } from './marked-root.js';
import type { Files } from './root-arbitrary.js';

/** What is offered at a cursor, and the file as it is once one of it is chosen. */
export interface Completing extends MarkedRoot {
  readonly list: CompletionList;
  /** In the order that an editor shows them. */
  readonly labels: readonly string[];
  item(label: string): CompletionItem;
  /** The whole text after a choice. */
  chosen(label: string): string;
}

/** Asks for completions at the `|` of a file. */
export function completing(path: string, marked: string, files: Files = {}, base?: Files): Completing {
  const root = markedRoot(path, marked, files, base);
  const list = completionsAt(root.at, root.offset);
  const sorted = [...list.items].sort((a, b) => (a.sortText < b.sortText ? -1 : a.sortText > b.sortText ? 1 : 0));
  const item = (label: string): CompletionItem => {
    const found = sorted.find((one) => one.label === label);
    assert.ok(found, `“${label}” is not offered, but ${sorted.map((one) => `“${one.label}”`).join(', ')}`);
    return found;
  };
  const chosen = (label: string) => applyEdits(root.at.source.text, [item(label).edit]).text;
  return { ...root, list, labels: sorted.map(({ label }) => label), item, chosen };
}
