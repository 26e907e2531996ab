import type { LocatedDiagnostic } from '../../core/lint/finding.js';
import { NEVER_SILENT } from '../../core/lint/suppress.js';
import type { TextEdit } from '../../core/text/range.js';
import type { LanguageDocument } from '../language-document.js';
import { fieldAt } from '../targets/field-at.js';
import { type CodeAction, changeOf } from './code-action.js';

/**
 * For each finding that can be silenced, a comment that does so once somebody has written the reason: until then it
 * does nothing, and the linter asks for it.
 */
export function suppressActions(document: LanguageDocument, diagnostics: readonly LocatedDiagnostic[]): CodeAction[] {
  const seen = new Set<string>();
  return diagnostics.flatMap((diagnostic): CodeAction[] => {
    const { ruleId, line } = diagnostic;
    const known = seen.has(`${ruleId} ${line}`);
    seen.add(`${ruleId} ${line}`);
    const edit = known || NEVER_SILENT.has(ruleId) || ruleId.startsWith('internal/') ? undefined : comment(document, diagnostic);
    if (!edit) return [];
    const cursor = edit.start + edit.text.lastIndexOf(`${ruleId}: `) + ruleId.length + 2;
    const title = `Silence “${ruleId}” here, with a reason`;
    return [{ title, kind: 'quickfix', change: changeOf(document.path, [edit]), diagnostics: [diagnostic], cursor }];
  });
}

function comment(document: LanguageDocument, diagnostic: LocatedDiagnostic): TextEdit | undefined {
  const { fields, format } = document.facts;
  const inYaml = format === 'yaml' || (fields.state === 'parsed' && diagnostic.range.start < fields.range.end);
  return inYaml ? yamlComment(document, diagnostic) : markdownComment(document, diagnostic);
}

function yamlComment({ facts, source }: LanguageDocument, { line, range, ruleId }: LocatedDiagnostic): TextEdit | undefined {
  const start = source.lineStart(line);
  const first = facts.format === 'yaml' ? 0 : facts.fields.state === 'parsed' ? facts.fields.range.start : source.text.length;
  const before = line > 1 ? source.line(line - 1) : '';
  // Within a text of several lines a comment would be part of it; two comments in a row would not both count.
  const value = fieldAt(facts, source.text, range.start);
  if (start < first || (value && value.range.start < start) || /^\s*#.*destination-map-disable/.test(before)) return undefined;
  const indent = /^ */.exec(source.line(line))?.[0] ?? '';
  return { start, end: start, text: `${indent}# destination-map-disable-next-line ${ruleId}: ${lineEnding(source.text)}` };
}

function markdownComment({ source }: LanguageDocument, { line, ruleId }: LocatedDiagnostic): TextEdit | undefined {
  const words = `<!-- destination-map-disable-next-line ${ruleId}:  -->`;
  const start = source.lineStart(line);
  const before = line > 1 ? source.line(line - 1) : '';
  const onItsOwn = before.trim() === '' || /^ {0,3}#{1,6}(?:\s|$)/.test(before) || /^---\s*$/.test(before);
  if (onItsOwn) {
    const indent = /^\s*/.exec(source.line(line))?.[0] ?? '';
    return line === 1 && source.text.startsWith('---') ? undefined : { start, end: start, text: indent + words + lineEnding(source.text) };
  }
  // A line of its own would end the paragraph, list or table: the comment goes to the end of the line before.
  const row = /^\s*\|.*\|\s*$/.test(before);
  if (row && /^[\s|:-]+$/.test(before)) return undefined;
  const end = source.lineStart(line - 1) + (row ? before.lastIndexOf('|') : before.trimEnd().length);
  return { start: end, end, text: row ? `${words} ` : ` ${words}` };
}

function lineEnding(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
