import type { Finding, Fix } from '../../core/lint/finding.js';
import type { YamlProblem } from '../../core/yaml/parse-yaml.js';
import { quoted } from './written-value.js';
import { type FieldLine, fieldLine, type YamlLine, type YamlLines } from './yaml-lines.js';

/** Spaces that look like spaces and are none to YAML; Word and web pages leave them behind. */
const ODD_SPACE = /[\u00A0\u2000-\u200B\u202F\u3000\uFEFF]/;
const SPECIAL = /^(?:[@`%*&!>|]|[?-](?=\s))/;
const NO_SPACE = /^[ ]*(?:-[ ]+)*([A-Za-z_][\w-]*):(?=[^\s/])/;

interface Slip {
  readonly problem: YamlProblem;
  readonly lines: YamlLines;
  readonly index: number;
  readonly line: YamlLine;
  readonly field: FieldLine | undefined;
}

/**
 * What an author did that a YAML parser stumbles over, in the author's own terms. The parser says where it lost the
 * thread; what slipped is told by the line there.
 */
export function slipFinding(problem: YamlProblem, lines: YamlLines): Finding {
  const index = lines.indexAt(problem.start);
  const line = lines.lines[index] ?? { start: problem.start, end: problem.start, text: '', indent: 0 };
  const slip: Slip = { problem, lines, index, line, field: fieldLine(line) };
  const found =
    openQuote(slip) ?? openBracket(slip) ?? oddSpace(slip) ?? badValue(slip) ?? noSpace(slip) ?? badIndent(slip) ?? noColon(slip);
  return (
    found ?? { messageId: 'not-readable', at: { start: problem.start, end: Math.max(problem.start, Math.min(problem.end, line.end)) } }
  );
}

function openQuote({ problem, lines, index }: Slip): Finding | undefined {
  if (!/closing/.test(problem.detail)) return undefined;
  for (const line of lines.lines.slice(0, index + 1)) {
    const field = fieldLine(line);
    const quote = field?.value[0];
    if (!field || (quote !== '"' && quote !== "'") || closedAt(field.value) !== undefined) continue;
    const end = field.valueStart + field.value.length;
    const close: Fix = { title: `Close the quotation mark (${quote}) at the end of the line`, edits: [{ start: end, end, text: quote }] };
    return { messageId: 'quote-open', data: { field: field.name, quote }, at: { start: field.valueStart, end }, suggestions: [close] };
  }
  return undefined;
}

/** The offset behind the quotation mark that closes a value, if it is closed on its line. */
function closedAt(value: string): number | undefined {
  return /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.exec(value)?.[0].length;
}

function openBracket({ problem, lines, index }: Slip): Finding | undefined {
  if (!/flow/i.test(problem.detail)) return undefined;
  for (let at = index; at >= Math.max(0, index - 50); at--) {
    const line = lines.lines[at];
    const field = line && fieldLine(line);
    const open = field?.value[0];
    if (!field || (open !== '[' && open !== '{')) continue;
    const close = open === '[' ? ']' : '}';
    const range = { start: field.valueStart, end: field.valueStart + field.value.length };
    if (field.value.includes(close)) return { messageId: 'bracket-form', data: { field: field.name }, at: range };
    const fix: Fix = {
      title: `Close the list with “${close}” at the end of the line`,
      edits: [{ start: range.end, end: range.end, text: close }],
    };
    return { messageId: 'bracket-open', data: { field: field.name, open, close }, at: range, suggestions: [fix] };
  }
  return undefined;
}

function oddSpace({ line }: Slip): Finding | undefined {
  const at = /^\s*(?:-\s+)*(?:[A-Za-z_][\w-]*:\s)?/.exec(line.text)?.[0].search(ODD_SPACE) ?? -1;
  if (at < 0) return undefined;
  const range = { start: line.start + at, end: line.start + at + 1 };
  return { messageId: 'odd-space', at: range, suggestions: [{ title: 'Write an ordinary space', edits: [{ ...range, text: ' ' }] }] };
}

function badValue(slip: Slip): Finding | undefined {
  const { field, problem } = slip;
  if (!field) return undefined;
  const { name, value, valueStart } = field;
  const range = { start: valueStart, end: valueStart + value.length };
  if (problem.code === 'BAD_DQ_ESCAPE')
    return { messageId: 'backslash-inside', data: { field: name }, at: { start: problem.start, end: problem.start + 1 } };
  if (/^["']/.test(value) && closedAt(value) !== value.length)
    return { messageId: 'quote-inside', data: { field: name }, at: range, ...quoting(slip) };
  const special = SPECIAL.exec(value)?.[0] ?? /^([[{]).*[\]}]\s*[^\s\]},]/.exec(value)?.[1];
  if (special !== undefined) return { messageId: 'special-start', data: { field: name, sign: special }, at: range, ...quoting(slip) };
  const colon = /^["'[{]/.test(value) ? -1 : value.search(/:(?=\s|$)/);
  if (colon < 0) return undefined;
  return {
    messageId: 'colon-inside',
    data: { field: name },
    at: { start: valueStart + colon, end: valueStart + colon + 1 },
    ...quoting(slip),
  };
}

/** The value in quotation marks, where it is all on this line. */
function quoting({ field, lines, index, line }: Slip): { suggestions?: readonly Fix[] } {
  const next = lines.after(index);
  if (!field || (next && next.indent > line.indent && !line.text.trimStart().startsWith('-'))) return {};
  const { value, valueStart } = field;
  const text = wrapped(value);
  return { suggestions: [{ title: `Write ${text}`, edits: [{ start: valueStart, end: valueStart + value.length, text }] }] };
}

function wrapped(value: string): string {
  const inner = /^(["'])(.*)\1$/.exec(value)?.[2];
  if (inner !== undefined && /^'.*'$/.test(value)) return quoted(inner);
  return value.includes('"') && !value.includes("'") ? `'${value}'` : quoted(value);
}

function noSpace({ line }: Slip): Finding | undefined {
  const match = NO_SPACE.exec(line.text);
  if (!match) return undefined;
  const at = line.start + match[0].length;
  const fix: Fix = { title: 'Add a space after the colon', edits: [{ start: at, end: at, text: ' ' }] };
  return { messageId: 'space-missing', data: { field: match[1] ?? '' }, at: { start: at - 1, end: at }, suggestions: [fix] };
}

function badIndent({ problem, lines, index, line, field }: Slip): Finding | undefined {
  const next = lines.after(index);
  // The parser complains of a value that goes on below it: it is the next line that stands too far in.
  if (field && next && next.indent > line.indent && problem.start > line.start + line.indent) {
    const colon = next.text.search(/:(?:\s|$)/);
    const isField = /^\s*(?:- +)*[A-Za-z_][\w-]*:(?:\s|$)/.test(next.text);
    if (isField)
      return { messageId: 'indent-deeper', data: { field: field.name }, at: { start: next.start, end: next.start + next.indent } };
    if (colon >= 0)
      return { messageId: 'colon-inside', data: { field: field.name }, at: { start: next.start + colon, end: next.start + colon + 1 } };
  }
  const isEntry = field !== undefined || /^\s*-(?:\s|$)|^\s*[A-Za-z_][\w-]*:\s*$/.test(line.text);
  if (!isEntry || problem.start > line.start + line.indent) return undefined;
  return { messageId: 'indent-other', at: { start: line.start, end: line.start + Math.max(1, line.indent) } };
}

function noColon({ line }: Slip): Finding | undefined {
  if (line.text.trim() === '' || /:(?:\s|$)/.test(line.text)) return undefined;
  // Further in it belongs to a longer text above it, and has only slipped to the left.
  if (line.indent > 0) return { messageId: 'indent-other', at: { start: line.start, end: line.start + line.indent } };
  return { messageId: 'no-colon', at: { start: line.start, end: line.end } };
}
