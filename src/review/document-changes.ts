import { reviewDue } from '../core/coverage/coverage.js';
import type { DocumentFacts } from '../core/facts/types.js';
import { fieldText, gapsOf, isWithdrawn } from '../core/workspace/document.js';
import type { WorkspaceSnapshot } from '../core/workspace/snapshot.js';
import { capital, documentName, documentNameAt } from './names.js';
import { citationsIn, documentReferences } from './references.js';
import type { Comparison } from './revision.js';
import type { Statement } from './statement.js';
import { type SectionSubstance, type Substance, sameSubstance, substanceOf } from './substance.js';
import { countOf, fewOf, plain, quoted } from './words.js';

/** A document whose text or claims are not what they were. */
export interface ChangedDocument {
  readonly path: string;
  /** What it is called in the middle of a sentence. */
  readonly name: string;
  /** The anchors of the sections whose text is another; all of it where the fields are. */
  readonly sections: ReadonlySet<string> | 'all';
}

/** What a change does to documents. */
export interface DocumentChanges {
  readonly statements: readonly Statement[];
  /** The documents that say something else than before. */
  readonly changed: readonly ChangedDocument[];
  /** The documents that are gone, by the paths that they had. */
  readonly removed: readonly ChangedDocument[];
}

/**
 * Compares all documents.
 * @param told what has been told of already: `path`, line break, and the title of a section or `status`
 */
export function documentChanges(comparison: Comparison, told: ReadonlySet<string>): DocumentChanges {
  const { before, after, pathBefore, pathAfter } = comparison;
  const removed = before.snapshot.markdown.filter(({ path }) => !pathAfter.has(path));
  const changed: ChangedDocument[] = [];
  const statements = after.snapshot.markdown.flatMap((now) => {
    const from = pathBefore.get(now.path);
    const then = from === undefined ? undefined : before.snapshot.facts(from);
    if (!then) return [added(now, after.snapshot)];
    const name = documentName(now, after.snapshot);
    // Most documents are what they were: to take them apart would cost more than everything else.
    if (before.source(then.path)?.text === after.source(now.path)?.text) {
      return [...moved({ then, now, name }), ...referenceChanges({ then, now, name }, comparison)];
    }
    const pair: Pair = {
      then,
      now,
      old: substanceOf(then, before.source(then.path)),
      fresh: substanceOf(now, after.source(now.path)),
      name,
    };
    const same = sameSubstance(pair.old, pair.fresh);
    if (!same) changed.push({ path: now.path, name, sections: changedSections(pair) });
    return compared(pair, same, comparison, told);
  });
  return {
    statements: [...removed.map((facts) => gone(facts, before.snapshot)), ...statements],
    changed,
    removed: removed.map((facts) => ({ path: facts.path, name: documentName(facts, before.snapshot), sections: 'all' })),
  };
}

type NamedPair = Pick<Pair, 'then' | 'now' | 'name'>;

interface Pair {
  readonly then: DocumentFacts;
  readonly now: DocumentFacts;
  readonly old: Substance;
  readonly fresh: Substance;
  /** What the document is called in the middle of a sentence. */
  readonly name: string;
}

function added(facts: DocumentFacts, snapshot: WorkspaceSnapshot): Statement {
  return {
    kind: 'document-added',
    text: `${capital(documentName(facts, snapshot))} is new (${plain(fieldText(facts, 'status'))}).`,
    path: facts.path,
  };
}

function gone(facts: DocumentFacts, snapshot: WorkspaceSnapshot): Statement {
  return { kind: 'document-removed', text: `${capital(documentName(facts, snapshot))} was removed.`, path: facts.path };
}

function compared(pair: Pair, same: boolean, comparison: Comparison, told: ReadonlySet<string>): Statement[] {
  return [
    ...moved(pair),
    ...statusChange(pair, told),
    ...sectionChanges(pair, told),
    ...citationChanges(pair),
    ...referenceChanges(pair, comparison),
    ...gapChanges(pair),
    ...reviewChange(pair, same),
    ...(same ? [] : textChange(pair)),
  ];
}

function moved({ then, now, name }: NamedPair): Statement[] {
  return then.path === now.path
    ? []
    : [{ kind: 'document-moved', text: `${capital(name)} was moved here from ${then.path}.`, path: now.path }];
}

function statusChange({ then, now, name }: Pair, told: ReadonlySet<string>): Statement[] {
  const [from, to] = [fieldText(then, 'status'), fieldText(now, 'status')];
  if (from === to || told.has(`${now.path}\nstatus`)) return [];
  const kind = isWithdrawn(now) ? 'document-withdrawn' : isWithdrawn(then) ? 'document-restored' : 'status-changed';
  const text = isWithdrawn(now) ? `${capital(name)} was withdrawn.` : `${capital(name)} was ${plain(from)} and is ${plain(to)} now.`;
  return [{ kind, text, path: now.path }];
}

function sectionChanges({ now, old, fresh, name }: Pair, told: ReadonlySet<string>): Statement[] {
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

function citationChanges({ then, now, name }: Pair): Statement[] {
  const [was, is] = [citationsIn(then), citationsIn(now)];
  const lost = [...was].filter((one) => !is.has(one));
  const won = [...is].filter((one) => !was.has(one));
  return [
    ...(lost.length > 0
      ? [
          {
            kind: 'citation-lost' as const,
            text: `${capital(name)} lost ${countOf(lost.length, 'citation')}: ${fewOf(lost)}.`,
            path: now.path,
          },
        ]
      : []),
    ...(won.length > 0
      ? [
          {
            kind: 'citation-gained' as const,
            text: `${capital(name)} gained ${countOf(won.length, 'citation')}: ${fewOf(won)}.`,
            path: now.path,
          },
        ]
      : []),
  ];
}

function referenceChanges({ then, now, name }: NamedPair, { before, after, pathBefore, pathAfter }: Comparison): Statement[] {
  const was = new Set(documentReferences(then, before.snapshot).map(({ path }) => path));
  const is = new Set(documentReferences(now, after.snapshot).map(({ path }) => path));
  // What is gone altogether is told of the document that is gone.
  const lost = [...was].flatMap((path) => pathAfter.get(path) ?? []).filter((path) => !is.has(path) && path !== now.path);
  const stayed = new Set([...was].map((path) => pathAfter.get(path)));
  const won = [...is].filter((path) => !stayed.has(path));
  const names = (paths: readonly string[]) => fewOf(paths.map((path) => documentNameAt(path, after.snapshot)));
  // Whoever moved it took no link away: to say so would send readers to look for what nobody did.
  const addresses = new Set(now.references.flatMap((reference) => (reference.via === 'link' && reference.path) || []));
  const left = lost.filter((path) => pathBefore.get(path) !== path && addresses.has(pathBefore.get(path) ?? ''));
  const taken = lost.filter((path) => !left.includes(path));
  const leading = (paths: readonly string[]) =>
    paths.length === 1 ? 'was moved, and the link to it leads' : 'were moved, and the links to them lead';
  return [
    ...(left.length > 0
      ? [{ kind: 'reference-lost' as const, text: `${capital(names(left))} ${leading(left)} nowhere in ${name}.`, path: now.path }]
      : []),
    ...(taken.length > 0
      ? [{ kind: 'reference-lost' as const, text: `${capital(name)} no longer links to ${names(taken)}.`, path: now.path }]
      : []),
    ...(won.length > 0
      ? [{ kind: 'reference-gained' as const, text: `${capital(name)} links to ${names(won)} now.`, path: now.path }]
      : []),
  ];
}

function gapChanges({ then, now, name }: Pair): Statement[] {
  const [was, is] = [gapsOf(then), gapsOf(now)].map((gaps) => gaps.map(({ about }) => about)) as [string[], string[]];
  const statement = (kind: 'gap-recorded' | 'gap-closed', about: string): Statement => ({
    kind,
    text: `${capital(name)} ${kind === 'gap-closed' ? 'no longer records' : 'records'} a gap: ${quoted(about)}.`,
    path: now.path,
  });
  return [
    ...is.filter((about) => !was.includes(about)).map((about) => statement('gap-recorded', about)),
    ...was.filter((about) => !is.includes(about)).map((about) => statement('gap-closed', about)),
  ];
}

function reviewChange({ then, now, name }: Pair, same: boolean): Statement[] {
  const [due, later] = [reviewDue(then), reviewDue(now)];
  if (later === undefined || due === later) return [];
  const reviewed = fieldText(now, 'last_reviewed_on');
  if (due === undefined)
    return [
      { kind: 'review-recorded', text: `${capital(name)} records a review of ${reviewed}; the next is due on ${later}.`, path: now.path },
    ];
  const text = `The next review of ${name} was due on ${due} and is due on ${later} now`;
  if (later < due || !same) return [{ kind: 'review-recorded', text: `${text}.`, path: now.path }];
  return [{ kind: 'review-extended', text: `${text}, with no change to its text.`, path: now.path }];
}

function textChange(pair: Pair): Statement[] {
  const { now, old, fresh, name } = pair;
  const titles = [...new Set(touched(old, fresh).map((section) => quoted(outermost(section, old, fresh))))];
  const fields = old.fields === fresh.fields ? [] : ['what its front matter says'];
  const what = [...titles, ...fields];
  if (what.length === 0) what.push('its text');
  return [{ kind: 'document-changed', text: `${capital(name)} says something else in ${fewOf(what)}.`, path: now.path }];
}

/** The title of the section that people know a section by: the outermost that it is in. */
function outermost({ title, within: [slug] }: SectionSubstance, ...sides: readonly Substance[]): string {
  return sides.flatMap(({ sections }) => sections).find((section) => section.slug === slug)?.title ?? title;
}

function changedSections({ old, fresh }: Pair): ReadonlySet<string> | 'all' {
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
