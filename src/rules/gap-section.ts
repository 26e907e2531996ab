import type { SectionState } from '../core/coverage/section-states.js';
import type { DocumentFacts } from '../core/facts/types.js';
import type { Finding } from '../core/lint/finding.js';
import { defineLinkedRule } from '../core/lint/rule.js';
import { type Gap, gapsOf } from '../core/workspace/document.js';
import { didYouMean, nearest } from '../core/text/suggest.js';
import { foldTitle, sectionsOf } from './support/sections.js';
import { shorten } from './support/shorten.js';

interface Options {
  readonly filled: boolean;
}

export const rule = defineLinkedRule<Options>({
  id: 'gap-section',
  meta: {
    scope: 'linked',
    group: 'structure',
    description: 'Require a recorded gap to name a section that may be left empty',
    defaultSeverity: 'warning',
    fixable: false,
    optionsSchema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        filled: {
          type: 'boolean',
          title: 'Report filled sections',
          description: 'Whether a gap for a section that says something is reported too.',
          default: false,
        },
      },
    },
    defaultOptions: { filled: false },
    messages: {
      unknown: 'This document has no section “{section}”.{hint}',
      'not-allowed': 'The section “{section}” may not be left empty, and this gap does not excuse it. Write the section, or leave “section” out of the gap.',
      filled: 'The section “{section}” says something. Remove this gap if it is closed, or leave “section” out of it.',
    },
  },
  check({ facts, snapshot, options, report }) {
    const gaps = gapsOf(facts).filter((gap) => gap.section !== undefined);
    if (gaps.length === 0) return;
    const sections = new Map(sectionsOf(facts, snapshot).map((section) => [foldTitle(section.title), section]));
    for (const gap of gaps) {
      const finding = findingFor(gap, facts, sections, options.filled === true);
      if (finding) report(finding);
    }
  },
});

function findingFor(gap: Gap, facts: DocumentFacts, sections: ReadonlyMap<string, SectionState>, reportFilled: boolean): Finding | undefined {
  const name = gap.section ?? '';
  const key = foldTitle(name);
  const section = sections.get(key);
  const heading = facts.headings.find((one) => foldTitle(one.text) === key);
  const field = [...gap.field, 'section'];
  const data = { section: shorten(name) };
  if (!section && !heading) return unknownFinding(name, field, facts, sections);
  if (heading?.filled) return reportFilled ? { messageId: 'filled', data, at: { field } } : undefined;
  return section?.required && !section.gapAllowed ? { messageId: 'not-allowed', data, at: { field } } : undefined;
}

function unknownFinding(name: string, field: Gap['field'], facts: DocumentFacts, sections: ReadonlyMap<string, SectionState>): Finding {
  const titles = [...sections.values()].map((section) => section.title);
  const known = [...titles, ...facts.headings.map((heading) => heading.text)].filter((title) => title !== '');
  const meant = nearest(name, known);
  return {
    messageId: 'unknown',
    data: { section: shorten(name), hint: didYouMean(name, known) || ' Name the section in the words of its heading, or leave “section” out.' },
    at: { field },
    suggestions: [
      ...(meant === undefined ? [] : [{ title: `Change to “${meant}”`, edits: [{ field, set: meant }] }]),
      { title: 'Leave “section” out', edits: [{ field, remove: true }] },
    ],
  };
}
