import type { DocumentFacts, Heading } from '../core/facts/types.js';
import type { RelatedPlace } from '../core/lint/finding.js';
import { defineWorkspaceRule } from '../core/lint/rule.js';
import { slugOf } from '../core/markdown/slug.js';
import { shorten } from './support/shorten.js';

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
    const repeated = new Map<string, Map<string, Heading[]>>();
    const told = new Set<string>();
    for (const facts of snapshot.markdown) {
      for (const reference of facts.references) {
        if (reference.via !== 'link' || reference.path === undefined || reference.fragment === undefined) continue;
        const target = snapshot.facts(reference.path);
        if (!target) continue;
        const headings = alike(target, reference.fragment, repeated);
        const key = `${target.path}\n${headings[0]?.slug ?? ''}`;
        if (headings.length < 2 || told.has(key)) continue;
        told.add(key);
        const link: RelatedPlace = {
          path: facts.path,
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
  },
});

function firstPlace(target: DocumentFacts, [first]: readonly Heading[]): RelatedPlace {
  return { path: target.path, at: { start: first?.start ?? 0, end: first?.end ?? 0 }, message: 'The first section of that name.' };
}

/** The headings that share their words with the one that an anchor leads to. */
function alike(target: DocumentFacts, fragment: string, cache: Map<string, Map<string, Heading[]>>): readonly Heading[] {
  let groups = cache.get(target.path);
  if (!groups) {
    groups = groupsOf(target.headings);
    cache.set(target.path, groups);
  }
  const named = groups.size > 0 ? target.headings.find((heading) => heading.slug === fragment) : undefined;
  return named ? (groups.get(slugOf(named.text)) ?? []) : [];
}

/** Headings by the anchor that their words give; none at all where no words come again, as nearly everywhere. */
function groupsOf(headings: readonly Heading[]): Map<string, Heading[]> {
  const groups = new Map<string, Heading[]>();
  // An anchor whose words come again has a number behind it.
  if (headings.every((heading) => heading.slug === slugOf(heading.text))) return groups;
  for (const heading of headings) {
    const slug = slugOf(heading.text);
    groups.set(slug, [...(groups.get(slug) ?? []), heading]);
  }
  return groups;
}
