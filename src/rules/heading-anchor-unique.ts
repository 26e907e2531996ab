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
    messages: { repeated: 'Another section is called “{title}” too, and a link leads to one of them by that name. Give them different headings.' },
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
        const link: RelatedPlace = { path: facts.path, at: reference.urlRange ?? { start: reference.start, end: reference.end }, message: 'This link leads to one of them.' };
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
  const named = target.headings.find((heading) => heading.slug === fragment);
  if (!named) return [];
  let groups = cache.get(target.path);
  if (!groups) {
    groups = new Map();
    for (const heading of target.headings) {
      const slug = slugOf(heading.text);
      groups.set(slug, [...(groups.get(slug) ?? []), heading]);
    }
    cache.set(target.path, groups);
  }
  return groups.get(slugOf(named.text)) ?? [];
}
