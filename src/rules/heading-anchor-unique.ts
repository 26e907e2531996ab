import type { DocumentFacts, Heading } from '../core/facts/types.js';
import type { RelatedPlace } from '../core/lint/finding.js';
import { defineWorkspaceRule } from '../core/lint/rule.js';
import { slugOf } from '../core/markdown/slug.js';
import { keptList } from '../core/workspace/kept-index.js';
import { documentsLinkingTo } from './support/linking.js';
import { shorten } from './support/shorten.js';

/** An anchor whose words come again has a number behind it. */
const withRepeats = keptList(({ headings }) => headings.some((heading) => heading.slug !== slugOf(heading.text)));

export const rule = defineWorkspaceRule({
  id: 'heading-anchor-unique',
  meta: {
    scope: 'workspace',
    group: 'structure',
    description: 'Disallow two headings of the same words where a link leads to one of them',
    defaultSeverity: 'warning',
    fixable: false,
    defaultOptions: {},
    messages: {
      repeated: 'Another section is called “{title}” too, and a link leads to one of them by that name. Give them different headings.',
    },
  },
  check({ snapshot, report }) {
    for (const target of withRepeats(snapshot)) {
      const groups = groupsOf(target.headings);
      for (const from of documentsLinkingTo(target.path, snapshot)) {
        for (const reference of from.references) {
          if (reference.via !== 'link' || reference.path !== target.path || reference.fragment === undefined) continue;
          const slug = groupNamed(reference.fragment, target);
          if (slug === undefined) continue;
          const headings = groups.get(slug) ?? [];
          // Told once, beside the first link.
          groups.delete(slug);
          const link: RelatedPlace = {
            path: from.path,
            at: reference.urlRange ?? { start: reference.start, end: reference.end },
            message: 'This link leads to one of them.',
          };
          for (const heading of headings.slice(1)) {
            report(target.path, {
              messageId: 'repeated',
              data: { title: shorten(heading.text) },
              at: { start: heading.start, end: heading.end },
              related: [firstPlace(target, headings), link],
            });
          }
        }
      }
    }
  },
});

function firstPlace(target: DocumentFacts, [first]: readonly Heading[]): RelatedPlace {
  return { path: target.path, at: { start: first?.start ?? 0, end: first?.end ?? 0 }, message: 'The first section of that name.' };
}

/** The words of the heading that an anchor leads to, as the anchor of the first one with those words. */
function groupNamed(fragment: string, { headings }: DocumentFacts): string | undefined {
  const named = headings.find((heading) => heading.slug === fragment);
  return named && slugOf(named.text);
}

/** Headings by the anchor that their words give. */
function groupsOf(headings: readonly Heading[]): Map<string, Heading[]> {
  const groups = new Map<string, Heading[]>();
  for (const heading of headings) {
    const slug = slugOf(heading.text);
    groups.set(slug, [...(groups.get(slug) ?? []), heading]);
  }
  return groups;
}
