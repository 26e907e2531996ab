import { capital } from '../core/text/words.js';
import { type AskedSection, askedSections } from './asked-sections.js';
import type { DocumentPair } from './document-pair.js';

import { type RenamedSection, renamedSections } from './renamed-sections.js';
import type { Comparison } from './revision.js';
import type { Statement } from './statement.js';
import type { SectionSubstance } from './substance.js';
import { quoted } from './words.js';

/**
 * The sections of a document that went, those that were renamed, and those that came to say something or nothing.
 * @param told what has been told of already: `path`, line break, and the title of a section
 */
export function sectionChanges(pair: DocumentPair, { after }: Comparison, told: ReadonlySet<string>): Statement[] {
  const { now, old, fresh, name } = pair;
  const isTold = ({ title }: SectionSubstance) => [...told].some((one) => one.toLowerCase() === `${now.path}\n${title}`.toLowerCase());
  const then = new Map(old.sections.map((section) => [section.slug, section]));
  const left = new Set(fresh.sections.map(({ slug }) => slug));
  const renamed = renamedSections(old, fresh);
  const isRenamed = (section: SectionSubstance) => renamed.some(({ was, is }) => was === section || is === section);
  const asked = renamed.length === 0 ? [] : askedSections(now, after.snapshot);
  const takenOut = old.sections
    .filter((section) => section.filled && !left.has(section.slug) && !isRenamed(section) && !isTold(section))
    // What was in a section that went, or that says nothing now, went with it.
    .filter(({ within }) => within.every((slug) => fresh.sections.some((section) => section.slug === slug && section.filled)))
    .map(
      ({ title }): Statement => ({
        kind: 'section-emptied',
        text: `${capital(name)} has no section ${quoted(title)} any more.`,
        path: now.path,
      }),
    );
  const others = fresh.sections.flatMap((section): Statement[] => {
    const was = then.get(section.slug);
    if (!was || was.filled === section.filled || isTold(section)) return [];
    const emptied = was.filled;
    const text = `The section ${quoted(section.title)} of ${name} ${emptied ? 'was emptied' : 'is filled now'}.`;
    return [{ kind: emptied ? 'section-emptied' : 'section-filled', text, path: now.path, line: section.line }];
  });
  const names = renamed.filter(({ was, is }) => !isTold(was) && !isTold(is)).map((one) => renaming(one, asked, pair));
  return [...takenOut, ...names, ...others];
}

function renaming({ was, is }: RenamedSection, asked: readonly AskedSection[], { now, name }: DocumentPair): Statement {
  const isMissing = asked.some(({ isNamed, isMet }) => isNamed(was.title) && !isMet);
  const isFound = asked.some(({ isNamed }) => isNamed(is.title) && !isNamed(was.title));
  const effects = [
    ...(isMissing ? [`${quoted(was.title)} is asked for, and counts as missing now.`] : []),
    ...(isFound ? [`${quoted(is.title)} is asked for, and counts now.`] : []),
  ];
  return {
    kind: isMissing ? 'section-emptied' : isFound ? 'section-filled' : 'section-renamed',
    text: `The section ${quoted(was.title)} of ${name} was renamed to ${quoted(is.title)}, and says the same. ${effects.length === 0 ? 'This makes no difference to coverage.' : effects.join(' ')}`,
    path: now.path,
    line: is.line,
  };
}
