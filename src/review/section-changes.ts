import type { DocumentPair } from './document-pair.js';
import { capital } from './names.js';
import type { Statement } from './statement.js';
import type { SectionSubstance } from './substance.js';
import { quoted } from './words.js';

/**
 * The sections of a document that went, and those that came to say something or nothing.
 * @param told what has been told of already: `path`, line break, and the title of a section
 */
export function sectionChanges({ now, old, fresh, name }: DocumentPair, told: ReadonlySet<string>): Statement[] {
  const isTold = ({ title }: SectionSubstance) => [...told].some((one) => one.toLowerCase() === `${now.path}\n${title}`.toLowerCase());
  const then = new Map(old.sections.map((section) => [section.slug, section]));
  const left = new Set(fresh.sections.map(({ slug }) => slug));
  const renamed = old.sections.filter(({ text }) => text !== '' && fresh.sections.some((section) => section.text === text));
  const takenOut = old.sections
    .filter((section) => section.filled && !left.has(section.slug) && !renamed.includes(section) && !isTold(section))
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
  return [...takenOut, ...others];
}
