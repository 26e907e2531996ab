import type { SectionState } from '../core/coverage/section-states.js';
import type { Heading } from '../core/facts/types.js';
import type { Finding } from '../core/lint/finding.js';
import { defineLinkedRule } from '../core/lint/rule.js';
import { listOf } from '../core/text/suggest.js';
import { fieldText, gapsOf, isWithdrawn } from '../core/workspace/document.js';
import { foldTitle, gapHint, isEmptySection, sectionsOf } from './support/sections.js';

/** More titles than these are no help in a message. */
const FEW = 5;

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
      empty: 'The section “{title}” {says}. Write it, or remove its heading.',
      'empty-required': 'The section “{title}” {says}.{help}{gap}',
      'empty-document': 'This document {says} below its heading.',
      'empty-draft': 'The section “{title}” {says}.{help}{gap} {more} still to be written in this draft: {others}.',
    },
  },
  check({ facts, snapshot, report }) {
    const empty = facts.headings.flatMap((heading, index) => (isEmptySection(facts.headings, index) ? [{ heading, index }] : []));
    if (empty.length === 0 || isWithdrawn(facts)) return;
    const required = new Map(sectionsOf(facts, snapshot).map((section) => [section.heading, section]));
    const gaps = new Set(gapsOf(facts).map((gap) => foldTitle(gap.section ?? '')));
    const unsaid = empty
      .map(({ heading, index }) => ({ heading, section: required.get(index) }))
      .filter(({ heading, section }) => !(section ? section.gap : gaps.has(foldTitle(heading.text))));
    // A draft that has only just been begun has little else: to say so once is enough.
    const [first] = fieldText(facts, 'status') === 'draft' && unsaid.length > 1 ? unsaid : [];
    if (first) report(draftFinding(first, unsaid.slice(1)));
    else for (const one of unsaid) report(findingFor(one));
  },
});

interface Unsaid {
  readonly heading: Heading;
  readonly section: SectionState | undefined;
}

function findingFor({ heading, section }: Unsaid): Finding {
  const data = { title: heading.text, ...dataOf(heading, section) };
  const messageId = section?.required ? 'empty-required' : heading.depth === 1 ? 'empty-document' : 'empty';
  return { messageId, data, at: placeOf(heading) };
}

function draftFinding(first: Unsaid, others: readonly Unsaid[]): Finding {
  const titles = others.slice(0, FEW).map(({ heading }) => `“${heading.text}”`);
  const rest = others.length - titles.length;
  const data = {
    ...dataOf(first.heading, first.section),
    title: first.heading.text,
    more: others.length === 1 ? '1 more section is' : `${others.length} more sections are`,
    others: listOf(rest > 0 ? [...titles, `${rest} others`] : titles, 'and'),
  };
  return { messageId: 'empty-draft', data, at: placeOf(first.heading) };
}

function placeOf({ start, end }: Heading) {
  return { start, end };
}

function dataOf(heading: Heading, section: SectionState | undefined): Record<string, string> {
  const says = heading.placeholder ? 'still holds a placeholder' : 'says nothing yet';
  if (!section?.required) return { says, help: '', gap: '' };
  const help = section.help === '' ? ' Write it.' : ` What belongs in it: ${section.help.charAt(0).toLowerCase()}${section.help.slice(1)}`;
  return { says, help, gap: gapHint(section), title: section.title };
}
