import type { LocatedDiagnostic } from '../../index.js';
import type { CheckedRoot } from '../check-root.js';
import type { Terminal } from '../terminal.js';
import { codeFrame } from './code-frame.js';
import { padTo } from './columns.js';
import { visible } from './visible.js';
import { hanging, shorten } from './wrap.js';

/** How much is shown. */
export interface PrettyOptions {
  /** Whether notes are shown whole, with their line of the text, like everything else. */
  readonly verbose: boolean;
}

/**
 * What was found, for people: first notes such as recorded gaps, a line each, and then what is wrong, so that a
 * long output ends with what has to be seen to.
 */
export function lintPretty(roots: readonly CheckedRoot[], terminal: Terminal, options: PrettyOptions): string {
  const notes = roots.flatMap((root) => filesOf(root, (one) => one.severity === 'info', terminal, !options.verbose));
  const problems = roots.flatMap((root) => filesOf(root, (one) => one.severity !== 'info', terminal, false));
  const heading = (text: string) => `${terminal.colours.bold(text)}\n\n`;
  return [
    notes.length > 0 ? heading('Notes (info): recorded gaps, and what is worth knowing') + notes.join('\n') : '',
    problems.length > 0 ? (notes.length > 0 ? heading('Errors and warnings') : '') + problems.join('\n') : '',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** The findings of each file that has some, under its path. */
function filesOf(root: CheckedRoot, wanted: (one: LocatedDiagnostic) => boolean, terminal: Terminal, brief: boolean): string[] {
  const byPath = new Map<string, LocatedDiagnostic[]>();
  for (const diagnostic of root.diagnostics) {
    if (!wanted(diagnostic)) continue;
    const same = byPath.get(diagnostic.path);
    if (same) same.push(diagnostic);
    else byPath.set(diagnostic.path, [diagnostic]);
  }
  return [...byPath].map(([path, found]) => {
    const positions = Math.max(...found.map((one) => positionOf(one).length));
    const blocks = found.map((one) => (brief ? noteText(one, positions, terminal) : findingText(one, root, positions, terminal)));
    return `${terminal.colours.underline(visible(root.display(path)))}\n${blocks.join(brief ? '' : '\n')}`;
  });
}

/** A note on one line, as far as there is room. */
function noteText(one: LocatedDiagnostic, positions: number, { width }: Terminal): string {
  return `${shorten(`  ${padTo(positionOf(one), positions, 'right')}  ${visible(one.message).replace(/\s+/g, ' ')}`, width)}\n`;
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

function positionOf({ line, column }: LocatedDiagnostic): string {
  return `${line}:${column}`;
}
