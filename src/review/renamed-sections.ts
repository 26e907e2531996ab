import { sectionKey } from '../core/coverage/section-states.js';
import type { DocumentFacts } from '../core/facts/types.js';
import type { Revision } from './revision.js';
import { type SectionSubstance, type Substance, substanceOf } from './substance.js';

/** A section that says the same under another heading. */
export interface RenamedSection {
  readonly was: SectionSubstance;
  readonly is: SectionSubstance;
}

/**
 * The sections of a document that have another heading and say the same, those below them included: a heading that is
 * gone, and one that is new, over one text. The document's own heading is its title, and none of them.
 */
export function renamedSections(old: Substance, fresh: Substance): RenamedSection[] {
  const known = [old, fresh].map(({ sections }) => new Set(sections.map(({ title }) => sectionKey(title))));
  const left = fresh.sections.filter(({ title, depth, filled }) => depth > 1 && filled && !known[0]?.has(sectionKey(title)));
  return old.sections.flatMap((was): RenamedSection[] => {
    if (was.depth === 1 || !was.filled || known[1]?.has(sectionKey(was.title))) return [];
    const place = left.findIndex((section) => wholeText(section, fresh) === wholeText(was, old));
    return left.splice(place, place < 0 ? 0 : 1).map((is) => ({ was, is }));
  });
}

/** The same for a document of which no more than its facts are at hand. */
export function renamedBetween(
  then: DocumentFacts | undefined,
  now: DocumentFacts | undefined,
  { before, after }: { readonly before: Revision; readonly after: Revision },
): RenamedSection[] {
  if (!then || !now) return [];
  return renamedSections(substanceOf(then, before.source(then.path)), substanceOf(now, after.source(now.path)));
}

function wholeText({ slug, text }: SectionSubstance, { sections }: Substance): string {
  const below = sections.filter(({ within }) => within.includes(slug));
  return [text, ...below.map((section) => `${section.title}\n${section.text}`)].join('\n');
}
