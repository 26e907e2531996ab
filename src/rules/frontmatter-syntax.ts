import type { DocumentFacts, Fields } from '../core/facts/types.js';
import type { Finding } from '../core/lint/finding.js';
import { defineDocumentRule } from '../core/lint/rule.js';
import type { YamlProblem } from '../core/yaml/parse-yaml.js';
import { closingFence, firstSaid, plainFence } from './support/fence-edits.js';
import { shorten } from './support/shorten.js';
import { fieldLine, YamlLines } from './support/yaml-lines.js';
import { slipFinding } from './support/yaml-slips.js';

type Malformed = Extract<Fields, { state: 'malformed' }>;

export const rule = defineDocumentRule({
  id: 'frontmatter-syntax',
  meta: {
    scope: 'document',
    group: 'schema',
    description: 'Require front matter and data files that can be read',
    defaultSeverity: 'error',
    fixable: false,
    formats: ['markdown', 'yaml'],
    defaultOptions: {},
    messages: {
      unclosed: 'The front matter begins here and never ends. Put a line “---” below its last field.',
      language: 'Front matter is read as YAML and as nothing else. Leave the first line at “---”, without “{language}”.',
      'duplicate-key': '“{field}” is here twice, and only one of them could count. Keep one.',
      tab: 'This line is indented with a tab. Use two spaces for each level.',
      shorthand: '“{sign}” is a shorthand that is not read here. Write the value itself, in quotation marks if it begins with that sign.',
      'several-documents':
        'A second document begins here, and nothing would read it. Keep one, without lines “---” or “...” between fields.',
      'quote-open': 'The quotation mark that opens the value of “{field}” is never closed. Add {quote} at its end.',
      'quote-inside': 'The quotation ends before the value of “{field}” does. Put quotation marks of the other kind around all of it.',
      'bracket-open': 'The value of “{field}” opens with “{open}” and never closes. Add “{close}” at its end.',
      'bracket-form':
        'The list in “{field}” cannot be read. Write [first, second, third], with one comma between entries and quotation marks around an entry that holds a colon or a comma.',
      'odd-space': 'There is a special space here that was probably copied from Word or a web page. Type an ordinary space in its place.',
      'backslash-inside':
        'A backslash inside double quotation marks has a meaning of its own. Write two of them, or put the value of “{field}” in single quotation marks.',
      'special-start': 'The value of “{field}” begins with “{sign}”, which has a meaning of its own. Put the value in quotation marks.',
      'colon-inside':
        'There is a colon inside the value of “{field}”, which would begin another field. Put the whole value in quotation marks.',
      'space-missing': 'Put a space after the colon of “{field}”.',
      'indent-deeper':
        'This line is indented further than “{field}” above it, and so would be part of that field’s value. Give both the same indentation.',
      'indent-other': 'This line is not indented like the lines that it belongs to. Fields of one group begin in the same column.',
      'no-colon': 'This line is not a field, which is a name, a colon, a space and a value.{hint}',
      'not-fields': 'There are no fields here. Write one on each line: a name, a colon, a space and a value, such as “title: Listening”.',
      list: 'This is a list where fields are needed. Write a name, a colon, a space and a value on each line, without a dash before it.',
      'not-readable': 'This cannot be read as fields. Check the quotation marks, brackets and indentation here and on the line above.',
    },
  },
  check({ facts, text, report }) {
    const { fields } = facts;
    if (fields.state !== 'malformed') return;
    const lines = new YamlLines(text, fields.range);
    const told = new Set<string>();
    for (const problem of worthTelling(fields)) {
      const finding = findingFor(problem, facts, fields, text, lines);
      const identity = JSON.stringify([finding.messageId, finding.at]);
      if (told.has(identity)) continue;
      told.add(identity);
      const hint = facts.format === 'markdown' ? ' If the text of the document begins here, put a line “---” above it.' : '';
      report({ ...finding, data: { hint, ...finding.data } });
    }
  },
});

/** The first slip leads the parser to stumble over what follows; only what it names itself is told beside it. */
function worthTelling({ problems }: Malformed): YamlProblem[] {
  const ordered = [...problems].sort((a, b) => a.start - b.start);
  const first = ordered.find((problem) => problem.kind === 'syntax' || problem.kind === 'several-documents');
  const firstTab = ordered.find((problem) => problem.kind === 'tab');
  return ordered.filter((problem) => {
    if (problem.kind === 'syntax' || problem.kind === 'several-documents') return problem === first && !firstTab;
    if (problem.kind === 'tab') return problem === firstTab;
    return !first || problem.start < first.start;
  });
}

function findingFor(problem: YamlProblem, facts: DocumentFacts, fields: Malformed, text: string, lines: YamlLines): Finding {
  switch (problem.kind) {
    case 'duplicate-key':
      return duplicateFinding(problem, facts.path, text, lines);
    case 'tab':
      return tabFinding(problem, lines);
    case 'several-documents':
      return { messageId: 'several-documents', at: lineRange(lines, problem.start) };
    case 'alias':
    case 'tag':
      return shorthandFinding(problem, text, lines);
    default:
      return syntaxFinding(problem, fields, text, lines);
  }
}

function syntaxFinding(problem: YamlProblem, fields: Malformed, text: string, lines: YamlLines): Finding {
  const at = { start: problem.start, end: problem.end };
  if (problem.detail === 'unclosed') return { messageId: 'unclosed', at, suggestions: [closingFence(text)] };
  if (problem.detail.startsWith('language ')) {
    return {
      messageId: 'language',
      data: { language: problem.detail.replace('language ', '') },
      at,
      suggestions: [plainFence(fields.range)],
    };
  }
  if (problem.detail !== 'not-fields') return slipFinding(problem, lines);
  const first = firstSaid(lines);
  if (!first) return { messageId: 'not-fields', at: { start: at.start, end: at.start } };
  const slip = slipFinding({ ...problem, start: first.start + first.indent }, lines);
  if (slip.messageId === 'space-missing') return slip;
  return { messageId: /^\s*-(?:\s|$)/.test(first.text) ? 'list' : 'not-fields', at: { start: first.start + first.indent, end: first.end } };
}

function duplicateFinding(problem: YamlProblem, path: string, text: string, lines: YamlLines): Finding {
  const key = /^(?:"[^"\n]*"|'[^'\n]*'|[^\s:]+)/.exec(text.slice(problem.start, problem.start + 1100))?.[0] ?? problem.detail;
  const index = lines.indexAt(problem.start);
  const line = lines.lines[index];
  const column = problem.start - (line?.start ?? 0);
  const earlier = lines.lines
    .slice(0, index)
    .reverse()
    .find((one) => one.text.slice(column).startsWith(`${key}:`));
  const first = earlier && { start: earlier.start + column, end: earlier.start + column + key.length };
  return {
    messageId: 'duplicate-key',
    data: { field: shorten(key.replace(/^(["'])(.*)\1$/, '$2')) },
    at: { start: problem.start, end: problem.start + key.length },
    ...(first ? { related: [{ path, at: first, message: 'It is here first.' }] } : {}),
  };
}

function tabFinding(problem: YamlProblem, lines: YamlLines): Finding {
  const line = lines.lines[lines.indexAt(problem.start)];
  const indent = /^[ \t]*/.exec(line?.text ?? '')?.[0] ?? '';
  if (!line || !indent.includes('\t')) return { messageId: 'tab', at: { start: problem.start, end: problem.end } };
  const range = { start: line.start, end: line.start + indent.length };
  const text = indent.replaceAll('\t', '  ');
  return { messageId: 'tab', at: range, suggestions: [{ title: 'Use spaces in place of the tab', edits: [{ ...range, text }] }] };
}

/** A sign that was meant as text far more often than as the shorthand that it is in YAML. */
function shorthandFinding(problem: YamlProblem, text: string, lines: YamlLines): Finding {
  const line = lines.lines[lines.indexAt(problem.start)];
  const field = line && fieldLine(line);
  // A name alone, or before a list or a group, was meant as the shorthand; before other words it was meant as text.
  if (field && /^[&*!]/.test(field.value) && !/^[&*][\w-]+(?:\s+[[{].*)?$/.test(field.value)) return slipFinding(problem, lines);
  const sign = problem.kind === 'tag' ? '!' : text[problem.start] === '*' ? '*' : '&';
  const start = problem.kind === 'alias' && sign === '&' ? Math.max(line?.start ?? 0, text.lastIndexOf('&', problem.start)) : problem.start;
  return { messageId: 'shorthand', data: { sign }, at: { start, end: problem.end } };
}

function lineRange(lines: YamlLines, offset: number) {
  const line = lines.lines[lines.indexAt(offset)];
  return line ? { start: line.start, end: line.end } : { start: offset, end: offset };
}
