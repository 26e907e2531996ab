import type { Fix } from '../core/lint/finding.js';
import { defineDocumentRule } from '../core/lint/rule.js';
import { NEVER_SILENT } from '../core/lint/suppress.js';
import type { Suppression } from '../core/markdown/suppressions.js';
import { rangeOf } from '../core/markdown/visit.js';
import type { OffsetRange } from '../core/text/range.js';
import { didYouMean, nearest } from '../core/text/suggest.js';

export const rule = defineDocumentRule({
  id: 'suppression-reason',
  meta: {
    scope: 'document',
    group: 'suppression',
    description: 'Require suppressions to name a rule that exists and to say why',
    defaultSeverity: 'warning',
    fixable: false,
    formats: ['markdown', 'yaml'],
    defaultOptions: {},
    messages: {
      rule: 'This comment does not name the rule that is to be quiet, so it does nothing. Write {form}.',
      unknown: 'There is no rule “{ruleId}”, so this comment does nothing for it.{hint}',
      never: '“{ruleId}” cannot be silenced, so this comment does nothing for it. Mend what it reports, and take the comment out.',
      reason: 'This comment gives no reason, so it does nothing. Write {form}.',
      directive: 'This comment does nothing: findings are silenced one by one, on the line before each. Write {form}.',
    },
  },
  check({ facts, nodes, text, ruleIds, report }) {
    if (!text.includes('destination-map-')) return;
    for (const suppression of facts.suppressions) {
      const range = { start: suppression.start, end: suppression.end };
      const form = formFor(text[suppression.start] === '#', suppression);
      const unknown = suppression.ruleIds.filter((id) => !ruleIds.has(id));
      // Words without a colon are a reason in the place of the rule.
      const noRule = unknown.length === suppression.ruleIds.length && unknown.length !== 1 && suppression.reason === '';
      if (suppression.ruleIds.length === 0 || noRule) {
        report({ messageId: 'rule', data: { form }, at: range });
        continue;
      }
      for (const ruleId of unknown) {
        const at = placeOf(ruleId, suppression, text);
        const data = { ruleId, hint: didYouMean(ruleId, ruleIds) || ' Correct the name, or take the comment out.' };
        report({ messageId: 'unknown', data, at, ...rename(ruleId, at, ruleIds) });
      }
      for (const ruleId of suppression.ruleIds.filter((id) => NEVER_SILENT.has(id))) {
        report({ messageId: 'never', data: { ruleId }, at: placeOf(ruleId, suppression, text) });
      }
      if (suppression.reason === '') report({ messageId: 'reason', data: { form }, at: range });
    }
    for (const node of nodes.of('html')) {
      if (/^<!--\s*destination-map-(?!disable-next-line\b)/.test(node.value))
        report({ messageId: 'directive', data: { form: formFor(false) }, at: rangeOf(node) });
    }
  },
});

function formFor(yaml: boolean, suppression?: Suppression): string {
  const [first = 'rule-id'] = suppression?.ruleIds.length === 1 ? suppression.ruleIds : [];
  const text = `destination-map-disable-next-line ${first}: ${suppression?.reason || 'the reason'}`;
  return yaml ? `“# ${text}”` : `“<!-- ${text} -->”`;
}

function placeOf(ruleId: string, { start, end }: OffsetRange, text: string): OffsetRange {
  const at = text.indexOf(ruleId, text.indexOf('next-line', start));
  return at < 0 || at + ruleId.length > end ? { start, end } : { start: at, end: at + ruleId.length };
}

function rename(ruleId: string, at: OffsetRange, ruleIds: ReadonlySet<string>): { suggestions?: Fix[] } {
  const meant = nearest(ruleId, ruleIds);
  return meant === undefined ? {} : { suggestions: [{ title: `Change to “${meant}”`, edits: [{ ...at, text: meant }] }] };
}
