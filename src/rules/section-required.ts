import type { SectionState } from '../core/coverage/section-states.js';
import type { DocumentFacts, Heading } from '../core/facts/types.js';
import { type Finding, type Fix, type Location, START } from '../core/lint/finding.js';
import { defineLinkedRule } from '../core/lint/rule.js';
import { nearest } from '../core/text/suggest.js';
import { isWithdrawn } from '../core/workspace/document.js';
import { escaped } from './support/heading-edits.js';
import { gapHint, sectionsOf } from './support/sections.js';

export const rule = defineLinkedRule({
  id: 'section-required',
  meta: {
    scope: 'linked',
    group: 'structure',
    description: 'Require the sections that a document’s type has',
    defaultSeverity: 'warning',
    fixable: false,
    defaultOptions: {},
    messages: {
      missing: 'The section “{title}” is missing.{help}{gap}',
      misspelt: 'The section “{title}” is missing. Is it this one, “{found}”? Then give the heading the words of the section.',
    },
  },
  check({ facts, snapshot, report }) {
    if (isWithdrawn(facts)) return;
    const sections = sectionsOf(facts, snapshot);
    for (const [index, section] of sections.entries()) {
      if (!section.required || section.heading >= 0 || section.gap) continue;
      const misspelt = nearHeading(facts, sections, section.title);
      if (misspelt) {
        report(misspeltFinding(misspelt, section.title));
        continue;
      }
      report({
        messageId: 'missing',
        data: {
          title: section.title,
          help: section.help === '' ? '' : ` What belongs in it: ${lowerFirst(section.help)}`,
          gap: gapHint(section),
        },
        at: placeFor(facts),
        suggestions: [insertion(facts, sections, index)],
      });
    }
  },
});

/** A heading that is no section of the type and nearly has a section's title. */
function nearHeading({ headings }: DocumentFacts, sections: readonly SectionState[], title: string): Heading | undefined {
  const other = headings.filter(
    (heading, index) => heading.depth > 1 && heading.text !== '' && !sections.some((section) => section.heading === index),
  );
  const text = nearest(
    title,
    other.map((heading) => heading.text),
  );
  return other.find((heading) => heading.text === text);
}

function misspeltFinding({ start, end, depth, text }: Heading, title: string): Finding {
  const edits = [{ start, end, text: `${'#'.repeat(depth)} ${escaped(title)}` }];
  return {
    messageId: 'misspelt',
    data: { title, found: text },
    at: { start, end },
    suggestions: [{ title: `Change the heading to “${title}”`, edits }],
  };
}

/** The heading of the whole document: that is what lacks the section. */
function placeFor(facts: DocumentFacts): Location {
  const first = facts.headings.find((heading) => heading.depth === 1) ?? facts.headings[0];
  if (first) return { start: first.start, end: first.end };
  return facts.fields.state === 'parsed' ? { field: ['type'], part: 'key' } : START;
}

/** A heading for the section, behind the sections that come before it and ahead of those that come after. */
function insertion(facts: DocumentFacts, sections: readonly SectionState[], index: number): Fix {
  const present = (section: SectionState) => facts.headings[section.heading];
  const before = sections
    .slice(0, index)
    .reverse()
    .flatMap((section) => present(section) ?? [])[0];
  const after = sections.slice(index + 1).flatMap((section) => present(section) ?? [])[0];
  const next = before ? facts.headings.find((heading) => heading.start === before.sectionEnd) : after;
  const title = sections[index]?.title ?? '';
  const heading = `${'#'.repeat((before ?? after)?.depth ?? 2)} ${title}`;
  const end = Math.max(0, ...facts.headings.map((one) => one.sectionEnd));
  const at = next?.start ?? before?.sectionEnd ?? end;
  const text = next ? `${heading}\n\n` : `\n${heading}\n`;
  return { title: `Add the heading “${title}”`, edits: [{ start: at, end: at, text }] };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
