import type { SectionState } from '../core/coverage/section-states.js';
import { defineLinkedRule } from '../core/lint/rule.js';
import { isWithdrawn } from '../core/workspace/document.js';
import { longestRun } from './support/longest-run.js';
import { sectionsOf } from './support/sections.js';

export const rule = defineLinkedRule({
  id: 'section-order',
  meta: {
    scope: 'linked',
    group: 'structure',
    description: 'Require sections in the order that a document’s type gives them',
    defaultSeverity: 'warning',
    fixable: false,
    defaultOptions: {},
    messages: {
      after: 'Move the section “{title}” behind “{neighbour}”, where it is in every document of type “{type}”.',
      before: 'Move the section “{title}” ahead of “{neighbour}”, where it is in every document of type “{type}”.',
    },
  },
  check({ facts, snapshot, report }) {
    if (isWithdrawn(facts)) return;
    const present = sectionsOf(facts, snapshot).filter((section) => section.heading >= 0);
    const inPlace = longestRun(present.map((section) => section.heading));
    for (const [index, section] of present.entries()) {
      const heading = facts.headings[section.heading];
      if (inPlace.has(index) || !heading) continue;
      const { neighbour, messageId } = neighbourOf(index, present, inPlace);
      report({
        messageId,
        data: { title: section.title, neighbour, type: facts.type ?? '' },
        at: { start: heading.start, end: heading.end },
      });
    }
  },
});

/** The nearest section that stays where it is: a place that is told by what moves too cannot be found. */
function neighbourOf(index: number, present: readonly SectionState[], inPlace: ReadonlySet<number>) {
  for (let before = index - 1; before >= 0; before--) {
    if (inPlace.has(before)) return { messageId: 'after', neighbour: present[before]?.title ?? '' };
  }
  const after = present.findIndex((_, other) => other > index && inPlace.has(other));
  return { messageId: 'before', neighbour: present[after]?.title ?? '' };
}
