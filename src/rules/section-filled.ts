import type { SectionState } from '../core/coverage/section-states.js';
import type { DocumentFacts } from '../core/facts/types.js';
import { defineLinkedRule } from '../core/lint/rule.js';
import { gapsOf } from '../core/workspace/document.js';
import { foldTitle, gapHint, isWithdrawn, sectionsOf } from './support/sections.js';

export const rule = defineLinkedRule({
  id: 'section-filled',
  meta: {
    scope: 'linked',
    group: 'structure',
    description: 'Disallow sections that say nothing',
    defaultSeverity: 'warning',
    fixable: false,
    defaultOptions: {},
    messages: {
      empty: 'The section “{title}” says nothing yet. Write it, or remove its heading.',
      'empty-required': 'The section “{title}” says nothing yet.{help}{gap}',
      'empty-document': 'This document says nothing yet below its heading.',
    },
  },
  check({ facts, snapshot, report }) {
    const empty = emptySections(facts);
    if (empty.length === 0 || isWithdrawn(facts)) return;
    const required = new Map(sectionsOf(facts, snapshot).map((section) => [section.heading, section]));
    const gaps = new Set(gapsOf(facts).map((gap) => foldTitle(gap.section ?? '')));
    for (const index of empty) {
      const heading = facts.headings[index];
      if (!heading) continue;
      const section = required.get(index);
      if (section ? section.gap : gaps.has(foldTitle(heading.text))) continue;
      const at = { start: heading.start, end: heading.end };
      if (section?.required) report({ messageId: 'empty-required', data: dataOf(section), at });
      else report({ messageId: heading.depth === 1 ? 'empty-document' : 'empty', data: { title: heading.text }, at });
    }
  },
});

function dataOf(section: SectionState): Record<string, string> {
  const help = section.help === '' ? ' Write it.' : ` What belongs in it: ${section.help.charAt(0).toLowerCase()}${section.help.slice(1)}`;
  return { title: section.title, help, gap: gapHint(section) };
}

/** The innermost headings with nothing below them: those that hold only such headings need no finding of their own. */
function emptySections({ headings }: DocumentFacts): number[] {
  const found: number[] = [];
  for (const [index, heading] of headings.entries()) {
    const next = headings[index + 1];
    if (!heading.filled && heading.text !== '' && !(next && next.depth > heading.depth)) found.push(index);
  }
  return found;
}
