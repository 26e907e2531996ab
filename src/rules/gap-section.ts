import { isSectionOf, type SectionState } from '../core/coverage/section-states.js';
import type { DocumentFacts } from '../core/facts/types.js';
import type { Finding } from '../core/lint/finding.js';
import { defineLinkedRule } from '../core/lint/rule.js';
import type { ElementPart } from '../core/model/framework.js';
import { didYouMean, nearest } from '../core/text/suggest.js';
import { type Gap, gapsOf } from '../core/workspace/document.js';
import { subjectElement } from '../core/workspace/subjects.js';
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
      'not-allowed':
        'The section “{section}” may not be left empty, and this gap does not excuse it. Write the section, or leave “section” out of the gap.',
      filled: 'The section “{section}” says something. Remove this gap if it is closed, or leave “section” out of it.',
    },
  },
  check({ facts, snapshot, options, report }) {
    const gaps = gapsOf(facts).filter((gap) => gap.section !== undefined);
    if (gaps.length === 0) return;
    const sections = new Map(sectionsOf(facts, snapshot).map((section) => [foldTitle(section.title), section]));
    const known: Known = { facts, sections, parts: subjectElement(facts, snapshot)?.parts ?? [] };
    for (const gap of gaps) {
      const finding = findingFor(gap, known, options.filled === true);
      if (finding) report(finding);
    }
  },
});

/** What a gap can be about: the sections that a document's type asks for, the parts of its criterion, its own headings. */
interface Known {
  readonly facts: DocumentFacts;
  readonly sections: ReadonlyMap<string, SectionState>;
  readonly parts: readonly ElementPart[];
}

function findingFor(gap: Gap, known: Known, reportFilled: boolean): Finding | undefined {
  const name = gap.section ?? '';
  const key = foldTitle(name);
  const section = known.sections.get(key);
  const part = known.parts.find((one) => isSectionOf(one, name));
  const heading = known.facts.headings.find(({ text }) => foldTitle(text) === key || (part && isSectionOf(part, text)));
  const field = [...gap.field, 'section'];
  const data = { section: shorten(name) };
  if (!section && !part && !heading) return unknownFinding(name, field, known);
  if (heading?.filled) return reportFilled ? { messageId: 'filled', data, at: { field } } : undefined;
  return section?.required && !section.gapAllowed ? { messageId: 'not-allowed', data, at: { field } } : undefined;
}

function unknownFinding(name: string, field: Gap['field'], { facts, sections, parts }: Known): Finding {
  const titles = [...sections.values(), ...parts].map(({ title }) => title);
  const known = [...titles, ...facts.headings.map((heading) => heading.text)].filter((title) => title !== '');
  const meant = nearest(name, known);
  return {
    messageId: 'unknown',
    data: {
      section: shorten(name),
      hint: didYouMean(name, known) || ' Name the section in the words of its heading, or leave “section” out.',
    },
    at: { field },
    suggestions: [
      ...(meant === undefined ? [] : [{ title: `Change to “${meant}”`, edits: [{ field, set: meant }] }]),
      { title: 'Leave “section” out', edits: [{ field, remove: true }] },
    ],
  };
}
