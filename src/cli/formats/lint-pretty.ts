import type { LocatedDiagnostic } from '../../index.js';
import type { CheckedRoot } from '../check-root.js';
import type { Terminal } from '../terminal.js';
import { codeFrame } from './code-frame.js';
import { padTo } from './columns.js';
import { briefNotes, byFile, positionOf } from './lint-notes.js';
import { visible } from './visible.js';
import { hanging } from './wrap.js';

/** How much is shown. */
export interface PrettyOptions {
  /** Whether every note is shown whole, with its line of the text, like everything else. */
  readonly verbose: boolean;
}

/**
 * What was found, for people: first what is wrong, each with its line of the text; then the notes, such as recorded
 * gaps, in short unless they are asked for whole.
 */
export function lintPretty(roots: readonly CheckedRoot[], terminal: Terminal, { verbose }: PrettyOptions): string {
  const problems = roots.flatMap((root) => filesOf(root, (one) => one.severity !== 'info', terminal));
  const notes = verbose ? wholeNotes(roots, terminal) : briefNotes(roots, terminal);
  const heading = notes === '' ? '' : `${terminal.colours.bold('Errors and warnings')}\n\n`;
  return [problems.length > 0 ? heading + problems.join('\n') : '', notes].filter((part) => part !== '').join('\n');
}

function wholeNotes(roots: readonly CheckedRoot[], terminal: Terminal): string {
  const notes = roots.flatMap((root) => filesOf(root, (one) => one.severity === 'info', terminal));
  return notes.length === 0 ? '' : `${terminal.colours.bold('Notes (info)')}\n\n${notes.join('\n')}`;
}

/** The findings of each file that has some, under its path. */
function filesOf(root: CheckedRoot, wanted: (one: LocatedDiagnostic) => boolean, terminal: Terminal): string[] {
  return byFile(root.diagnostics.filter(wanted)).map(([path, found]) => {
    const positions = Math.max(...found.map((one) => positionOf(one).length));
    const blocks = found.map((one) => findingText(one, root, positions, terminal));
    return `${terminal.colours.underline(visible(root.display(path)))}\n${blocks.join('\n')}`;
  });
}

function findingText(one: LocatedDiagnostic, root: CheckedRoot, positions: number, { colours, width }: Terminal): string {
  const paint = { error: colours.red, warning: colours.yellow, info: colours.blue }[one.severity];
  const head = `  ${padTo(positionOf(one), positions, 'right')}  ${paint(padTo(one.severity, 7))}  `;
  const fixable = one.fix ? ' [--fix mends this]' : '';
  const indent = ' '.repeat(positions + 4);
  const text = hanging(head, `${visible(one.message)} (${one.ruleId})${fixable}`, width, indent);
  const details = [
    ...frameOf(one, root, width - indent.length),
    ...one.related.flatMap((place) => relatedText(place, root, width - indent.length)),
  ];
  return `${[text, ...details.map((line) => indent + colours.dim(line))].join('\n')}\n`;
}

function frameOf(one: LocatedDiagnostic, root: CheckedRoot, width: number): string[] {
  // What concerns a whole file is said at its very start, where there is nothing to point at.
  if (one.range.end === 0) return [];
  const source = root.workspace.sourceFor(one.path);
  return source ? codeFrame(source.line(one.line), one, width) : [];
}

function relatedText({ path, line, column, message }: LocatedDiagnostic['related'][number], root: CheckedRoot, width: number): string[] {
  return hanging('see ', `${visible(root.display(path))}:${line}:${column} ${visible(message)}`, width).split('\n');
}
