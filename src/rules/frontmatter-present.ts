import type { Finding } from '../core/lint/finding.js';
import { START } from '../core/lint/finding.js';
import { defineDocumentRule } from '../core/lint/rule.js';
import { firstFields } from './support/new-front-matter.js';

/** Front matter that something stands above: blank lines, most often. */
const TOO_LATE = /^(\s+)---[ \t]*\r?\n[A-Za-z_][\w-]*:/;

export const rule = defineDocumentRule({
  id: 'frontmatter-present',
  meta: {
    scope: 'document',
    group: 'schema',
    description: 'Require front matter on every document, and fields in every data file',
    defaultSeverity: 'error',
    fixable: true,
    formats: ['markdown', 'yaml'],
    defaultOptions: {},
    messages: {
      missing: 'This document has no front matter. Begin it with a line “---”, its title, type and status, and another line “---”.',
      late: 'Front matter has to begin on the first line. Remove what is above it.',
      empty: 'The front matter is empty. Give at least the document’s title, type and status.',
      'empty-data': 'There are no fields in this file. Fill it, or take it out of guidance.yml.',
    },
  },
  check({ facts, text, types, report }) {
    const { fields } = facts;
    if (fields.state !== 'missing' && fields.state !== 'empty') return;
    if (facts.format === 'yaml') {
      report({ messageId: 'empty-data', at: START });
      return;
    }
    const eol = text.includes('\r\n') ? '\r\n' : '\n';
    const yaml = firstFields(facts, types).replaceAll('\n', eol);
    if (fields.state === 'missing') report(lateFinding(text) ?? missingFinding(yaml, eol, text));
    else report(emptyFinding(yaml, text, fields.range));
  },
});

function lateFinding(text: string): Finding | undefined {
  const above = TOO_LATE.exec(text.slice(0, 2000))?.[1]?.length;
  if (above === undefined) return undefined;
  const range = { start: 0, end: above };
  return {
    messageId: 'late',
    at: { start: above, end: above + 3 },
    fix: { title: 'Remove what is above the front matter', edits: [{ ...range, text: '' }] },
  };
}

function missingFinding(yaml: string, eol: string, text: string): Finding {
  const gap = text.trim() === '' ? '' : eol;
  const block = `---${eol}${yaml}---${eol}${gap}`;
  return { messageId: 'missing', at: START, suggestions: [{ title: 'Add front matter', edits: [{ ...START, text: block }] }] };
}

function emptyFinding(yaml: string, text: string, opening: { start: number; end: number }): Finding {
  const at = text.indexOf('\n', opening.start) + 1;
  return { messageId: 'empty', at: opening, suggestions: [{ title: 'Add the first fields', edits: [{ start: at, end: at, text: yaml }] }] };
}
