import { defineSuppressionRule } from '../core/lint/rule.js';
import { NEVER_SILENT } from '../core/lint/suppress.js';
import type { Suppression } from '../core/markdown/suppressions.js';
import type { TextEdit } from '../core/text/range.js';
import { listOf } from '../core/text/suggest.js';

export const rule = defineSuppressionRule({
  id: 'suppression-used',
  meta: {
    scope: 'suppressions',
    group: 'suppression',
    description: 'Disallow suppressions that silence nothing',
    defaultSeverity: 'warning',
    fixable: true,
    defaultOptions: {},
    messages: { unused: 'The next line has no finding of {rules}, so this comment is not needed there. {advice}' },
    tags: { unused: 'unused' },
  },
  check({ unused, active, text, report }) {
    const bySuppression = new Map<Suppression, string[]>();
    for (const { suppression, ruleId } of unused) {
      // That a rule can never be silenced is a finding of its own.
      if (active.has(ruleId) && !NEVER_SILENT.has(ruleId))
        bySuppression.set(suppression, [...(bySuppression.get(suppression) ?? []), ruleId]);
    }
    for (const [suppression, ruleIds] of bySuppression) {
      const whole = suppression.ruleIds.every((id) => ruleIds.includes(id));
      report({
        messageId: 'unused',
        data: { rules: listOf(ruleIds.map((id) => `“${id}”`)), advice: whole ? 'Take it out.' : 'Take the name out.' },
        at: { start: suppression.start, end: suppression.end },
        fix: whole
          ? { title: 'Take the comment out', edits: [removal(suppression, text)] }
          : { title: 'Take the name out', edits: [renaming(suppression, ruleIds, text)] },
      });
    }
  },
});

/** The comment with its line; where something else shares the line, the comment alone. */
function removal({ start, end }: Suppression, text: string): TextEdit {
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const rest = /^[^\S\r\n]*(?:\r\n|\n|\r|$)/.exec(text.slice(end));
  const before = text.slice(lineStart, start);
  if (rest && before.trim() === '') return { start: lineStart, end: end + rest[0].length, text: '' };
  return { start: start - (before.length - before.trimEnd().length), end, text: '' };
}

/** The comment's list of rules without those that met nothing. */
function renaming(suppression: Suppression, unused: readonly string[], text: string): TextEdit {
  const comment = text.slice(suppression.start, suppression.end);
  const start = comment.indexOf('next-line') + 'next-line'.length;
  const end = suppression.ruleIds.reduce((at, id) => comment.indexOf(id, at) + id.length, start);
  const kept = suppression.ruleIds.filter((id) => !unused.includes(id));
  return { start: suppression.start + start, end: suppression.start + end, text: ` ${kept.join(', ')}` };
}
