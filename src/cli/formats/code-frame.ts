import type { LocatedDiagnostic } from '../../index.js';
import { columnsOf } from './columns.js';
import { visible } from './visible.js';

const TAB = '    ';

/** A line of a text with a pointer below it, cut to the part that matters where it is long. */
export function codeFrame(
  line: string,
  place: Pick<LocatedDiagnostic, 'line' | 'column' | 'endLine' | 'endColumn'>,
  width: number,
): string[] {
  const from = place.column - 1;
  const to = place.endLine === place.line ? place.endColumn - 1 : line.length;
  const number = String(place.line);
  const room = Math.max(20, width - number.length - 3);
  const { before, at, after } = cut(line, from, Math.max(to, from), room);
  const pointer = ' '.repeat(columnsOf(before)) + '^'.repeat(Math.max(1, columnsOf(at)));
  return [`${number} | ${before}${at}${after}`.trimEnd(), `${' '.repeat(number.length)} | ${pointer}`];
}

/** What stands before the place, in it and after it, in at most `room` columns altogether. */
function cut(line: string, from: number, to: number, room: number): { before: string; at: string; after: string } {
  // Only as much of a line is looked at as could be shown: a line can have millions of characters.
  const before = shown(line.slice(Math.max(0, from - room), from));
  const at = shown(line.slice(from, Math.min(to, from + room)));
  const after = shown(line.slice(to, to + room));
  if (from <= room && columnsOf(before + at + after) <= room && line.length - to <= room) return { before, at, after };
  const atShown = columnsOf(at) > room - 10 ? `${firstColumns(at, room - 11)}…` : at;
  const left = Math.max(0, Math.floor((room - columnsOf(atShown)) / 2) - 1);
  const whole = from <= room && columnsOf(before) <= left;
  const beforeShown = whole ? before : `…${lastColumns(before, left - 1)}`;
  const rest = room - columnsOf(beforeShown) - columnsOf(atShown) - 1;
  const afterShown = columnsOf(after) > rest ? `${firstColumns(after, Math.max(0, rest))}…` : after;
  return { before: beforeShown, at: atShown, after: atShown === at ? afterShown : '' };
}

function shown(text: string): string {
  return visible(text).replaceAll('\t', TAB);
}

function firstColumns(text: string, columns: number): string {
  let taken = '';
  let used = 0;
  for (const character of text) {
    used += columnsOf(character);
    if (used > columns) break;
    taken += character;
  }
  return taken;
}

function lastColumns(text: string, columns: number): string {
  const characters = [...text];
  let used = 0;
  let start = characters.length;
  while (start > 0 && used + columnsOf(characters[start - 1] ?? '') <= columns) used += columnsOf(characters[--start] ?? '');
  return characters.slice(start).join('');
}
