import { structuredPatch } from 'diff';
import { visible } from '../formats/visible.js';
import type { Terminal } from '../terminal.js';
import type { FileChange } from './fix-root.js';

/** Changes as a diff that people and `patch` can read. */
export function diffOf(changes: readonly FileChange[], display: (path: string) => string, { colours }: Terminal): string {
  const paint = (line: string) => {
    if (/^(?:\+\+\+|---) /.test(line)) return colours.bold(line);
    if (line.startsWith('+')) return colours.green(line);
    if (line.startsWith('-')) return colours.red(line);
    return line.startsWith('@@') ? colours.cyan(line) : line;
  };
  return changes
    .map((change) =>
      patchOf(change, display)
        .split('\n')
        .map((line) => paint(visible(line)))
        .join('\n'),
    )
    .join('\n');
}

function patchOf(change: FileChange, display: (path: string) => string): string {
  const from = display(change.path);
  const to = display(change.renameTo ?? change.path);
  const moved = from === to ? '' : `rename ${from} to ${to}\n`;
  if (change.before === change.after) return moved;
  const { hunks } = structuredPatch(from, to, change.before, change.after, '', '', { context: 2 });
  const texts = hunks.map(
    ({ oldStart, oldLines, newStart, newLines, lines }) => `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@\n${lines.join('\n')}\n`,
  );
  return `${moved}--- ${from}\n+++ ${to}\n${texts.join('')}`;
}
