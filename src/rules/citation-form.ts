import type { CitationReference } from '../core/facts/types.js';
import { defineLinkedRule } from '../core/lint/rule.js';
import type { Source } from '../core/model/sources.js';

/** A number with or without a word for a page before it: “12.5”, “p. 12.5”. */
const NUMBER = /^(pp?\.? ?|pages? )?(\d[\w.]*)$/i;

export const rule = defineLinkedRule({
  id: 'citation-form',
  meta: {
    scope: 'linked',
    group: 'evidence',
    description: 'Require citations to be written so that they are read as citations',
    defaultSeverity: 'warning',
    fixable: false,
    defaultOptions: {},
    messages: {
      brackets: 'This is read as plain text and cites nothing. A citation is written {form}.',
      point: '“{locator}” is not read as a point of “{source}”, which has one of that number. Write “point {point}”.',
    },
  },
  check({ facts, snapshot, report }) {
    // Where front matter is read as text, its lists are no citations.
    for (const { key, locator, start, end } of facts.fields.state === 'malformed' ? [] : (facts.nearCitations ?? [])) {
      if (!snapshot.sourcesById.has(key)) continue;
      const second = snapshot.sourcesById.has(locator) ? `; @${locator}` : `, ${locator}`;
      const form = `[@${key}${locator === '' ? '' : second}]`;
      report({
        messageId: 'brackets',
        data: { form },
        at: { start, end },
        suggestions: [{ title: `Write ${form}`, edits: [{ start, end, text: form }] }],
      });
    }
    for (const reference of facts.references) {
      if (reference.via !== 'citation' || reference.locator === undefined || reference.points.length > 0) continue;
      const { source, locator, end } = reference;
      const point = pointIn(locator, snapshot.sourcesById.get(source));
      if (point === undefined) continue;
      const at = { start: end - locator.length, end };
      const suggestions = isPlain(reference, locator)
        ? [{ title: `Write “point ${point}”`, edits: [{ ...at, text: `point ${point}` }] }]
        : [];
      report({ messageId: 'point', data: { locator, source, point }, at, suggestions });
    }
  },
});

/** The point of a source that a bare number, or what is called a page, is the number of. No page has a number such as “12.5”. */
function pointIn(locator: string, source: Source | undefined): string | undefined {
  const match = NUMBER.exec(locator);
  const number = match?.[2];
  if (number === undefined || (match?.[1] !== undefined && !number.includes('.'))) return undefined;
  return source?.points.some((point) => point.id === number) ? number : undefined;
}

/** Whether the locator is written as it was read, one comma and one space behind the key. */
function isPlain({ key, end }: CitationReference, locator: string): boolean {
  return end - key.end - locator.length === 2;
}
