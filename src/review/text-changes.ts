import { capital } from '../core/text/words.js';
import type { DocumentPair } from './document-pair.js';

import { renamedSections } from './renamed-sections.js';
import type { Statement } from './statement.js';
import { type SectionSubstance, type Substance, sameFieldsBeside } from './substance.js';
import { fewOf, quoted } from './words.js';

/**
 * That a document says something else, with where; nothing where that is told of headings or claims already.
 * @param claimsTold whether it is told what became of its claims
 */
export function textChange(pair: DocumentPair, claimsTold: boolean): Statement[] {
  const { now, old, fresh, name } = pair;
  // What is called something else says the same, and that it does is told of its name.
  const renamed = new Set(renamedSections(old, fresh).flatMap(({ was, is }) => [was, is]));
  const sections = touched(old, fresh).filter((section) => !renamed.has(section));
  const titles = [...new Set(sections.map((section) => quoted(outermost(section, old, fresh))))];
  const sameFields = old.fields === fresh.fields || (claimsTold && sameFieldsBeside('serves', old, fresh));
  const fields = sameFields ? [] : ['what its front matter says'];
  const what = [...titles, ...fields];
  const isTold = renamed.size > 0 || claimsTold;
  if (old.opening !== fresh.opening || (what.length === 0 && !isTold)) what.push('its text');
  if (what.length === 0) return [];
  return [{ kind: 'document-changed', text: `${capital(name)} says something else in ${fewOf(what)}.`, path: now.path }];
}

/** The title of the section that people know a section by: the outermost that it is in. */
function outermost({ title, within: [slug] }: SectionSubstance, ...sides: readonly Substance[]): string {
  return sides.flatMap(({ sections }) => sections).find((section) => section.slug === slug)?.title ?? title;
}

/** The anchors of the sections of a document whose text is another; all of it where its fields are. */
export function changedSections({ old, fresh }: DocumentPair): ReadonlySet<string> | 'all' {
  if (old.fields !== fresh.fields) return 'all';
  return new Set(touched(old, fresh).map(({ slug }) => slug));
}

/** The sections, of either side, whose own text or place is not what it was. */
function touched(old: Substance, fresh: Substance): SectionSubstance[] {
  const texts = (sections: readonly SectionSubstance[]) => new Map(sections.map((section) => [section.slug, section]));
  const [then, now] = [texts(old.sections), texts(fresh.sections)];
  const differs = (one: SectionSubstance, other: SectionSubstance | undefined) =>
    one.text !== other?.text || one.title !== other.title || one.depth !== other.depth;
  return [
    ...fresh.sections.filter((section) => differs(section, then.get(section.slug))),
    ...old.sections.filter((section) => !now.has(section.slug)),
  ];
}
