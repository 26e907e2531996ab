import { type LocatedDiagnostic, rules } from '../../index.js';
import type { CheckedRoot } from '../check-root.js';
import type { Terminal } from '../terminal.js';
import { columnsOf, padTo } from './columns.js';
import { count, grouped } from './count.js';
import { visible } from './visible.js';
import { hanging, shorten } from './wrap.js';

/** The rule whose notes are the gaps that guidance records. */
const GAPS = 'gap-recorded';
/** More recorded gaps than this are counted for each file, and only the first of each is shown, where there is room. */
const MOST_GAPS = 12;
/** Fewer columns than this are not worth beginning a sentence in. */
const LEAST_ROOM = 16;
const WITH_TAIL = 20;
const PLACES = 2;

/** A note with the root that it was found in. */
interface Note {
  readonly root: CheckedRoot;
  readonly note: LocatedDiagnostic;
}

/** The notes in short: recorded gaps file by file, all others rule by rule. */
export function briefNotes(roots: readonly CheckedRoot[], terminal: Terminal): string {
  const notes = roots.flatMap((root) => root.diagnostics.filter((one) => one.severity === 'info').map((note) => ({ root, note })));
  const gaps = notes.filter(({ note }) => note.ruleId === GAPS).length;
  const { bold } = terminal.colours;
  const files = gaps > MOST_GAPS ? roots.flatMap((root) => gapCounts(root, terminal)) : [listedGaps(roots, terminal)];
  const which = gaps > MOST_GAPS ? ', by file' : '';
  return [
    gaps > 0 ? `${bold(`Recorded gaps (${grouped(gaps)}${which})`)}\n\n${files.join('')}` : '',
    notes.length > gaps ? `${bold('Other notes (info)')}\n\n${otherNotes(notes, terminal)}` : '',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** Findings by the path of their file, in order. */
export function byFile(found: readonly LocatedDiagnostic[]): [path: string, found: LocatedDiagnostic[]][] {
  return [...groupedBy(found, (one) => one.path)];
}

/** Where a finding is in its file: “9:19”. */
export function positionOf({ line, column }: Pick<LocatedDiagnostic, 'line' | 'column'>): string {
  return `${line}:${column}`;
}

/** “rasso/feedback-culture.md  3 recorded gaps: The steps of case reviews … and 2 more”. */
function gapCounts(root: CheckedRoot, { width }: Terminal): string[] {
  return gapsByFile(root).map(([path, [first, ...others]]) => {
    const head = `${visible(root.display(path))}  ${count(others.length + 1, 'recorded gap')}`;
    const more = others.length === 0 ? '' : ` and ${grouped(others.length)} more`;
    const room = width - columnsOf(`${head}: `);
    if (first === undefined || room < LEAST_ROOM) return `${head}\n`;
    // Where there is little room it goes to the gap: how many there are has been said.
    const tail = room - columnsOf(more) < WITH_TAIL ? '' : more;
    return `${head}: ${shorten(gapText(first), room - columnsOf(tail))}${tail}\n`;
  });
}

/** Each gap on a line of its own, under its file. */
function listedGaps(roots: readonly CheckedRoot[], { colours, width }: Terminal): string {
  const files = roots.flatMap((root) =>
    gapsByFile(root).map(([path, found]) => {
      const positions = Math.max(...found.map((one) => positionOf(one).length));
      const lines = found.map((one) => shorten(`  ${padTo(positionOf(one), positions, 'right')}  gap  ${gapText(one)}`, width));
      return `${colours.underline(visible(root.display(path)))}\n${[...new Set(lines)].map((line) => `${line}\n`).join('')}`;
    }),
  );
  return files.join('\n');
}

function gapsByFile(root: CheckedRoot): [path: string, found: LocatedDiagnostic[]][] {
  return byFile(root.diagnostics.filter((one) => one.severity === 'info' && one.ruleId === GAPS));
}

/** The heading says already that it is a gap. */
function gapText({ message }: LocatedDiagnostic): string {
  return visible(message.replace(/^Recorded gap: /, '')).replace(/\s+/g, ' ');
}

/** What each rule is about, how often it has a note, and where first. */
function otherNotes(notes: readonly Note[], { width }: Terminal): string {
  const others = groupedBy(
    notes.filter(({ note }) => note.ruleId !== GAPS),
    ({ note }) => note.ruleId,
  );
  const about = (ruleId: string) => rules.find((rule) => rule.id === ruleId)?.meta.description;
  return [...others]
    .map(([ruleId, found]) => {
      const fixable = found.some(({ note }) => note.fix) ? ' [--fix mends this]' : '';
      const head = `${ruleId}, ${count(found.length, 'note')}${fixable}: ${about(ruleId) ?? found[0]?.note.message ?? ''}`;
      return `${hanging('', visible(head), width, '    ')}\n${hanging('    ', placesOf(found), width)}\n`;
    })
    .join('');
}

/** The first places, each once: several notes can be about the same one. */
function placesOf(found: readonly Note[]): string {
  const places = [...new Set(found.map(({ root, note }) => `${visible(root.display(note.path))}:${positionOf(note)}`))];
  const rest = places.length - PLACES;
  return `in ${places.slice(0, PLACES).join(rest > 0 ? ', ' : ' and ')}${rest > 0 ? ` and ${count(rest, 'more place')}` : ''}`;
}

function groupedBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const same = groups.get(keyOf(one));
    if (same) same.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
