import type { DocumentFacts } from '../core/facts/types.js';
import type { SourceText } from '../core/text/source-text.js';
import { documentReferences } from './references.js';
import type { Revision } from './revision.js';
import { readLines, SIDECARS, writeLines } from './sidecar.js';
import { type Substance, substanceOf } from './substance.js';

/** Where a guidance root keeps what was looked at. */
export const REVIEWED = `${SIDECARS}/reviewed.tsv`;

const ABOUT = 'What owners looked at: “looked”, document, what it refers to, its text then; “same”, document, two texts that say the same.';

/** That the owner of a document looked at what it refers to, when that said what the fingerprint stands for. */
export interface LookedAt {
  readonly from: string;
  /** A path, with the anchor of a section where that alone is meant. */
  readonly to: string;
  readonly text: string;
}

/** That somebody says of two texts that they say the same to readers: a slip of the pen was mended. */
export interface SameText {
  readonly of: string;
  readonly before: string;
  readonly after: string;
}

/** Everything that is remembered about what was looked at. */
export interface Reviewed {
  readonly looked: readonly LookedAt[];
  readonly same: readonly SameText[];
}

/** Nothing is remembered. */
export const NOTHING_REVIEWED: Reviewed = { looked: [], same: [] };

/** A document that refers to something which says something else than when its owner looked at it. */
export interface Suspect {
  readonly path: string;
  /** What it refers to, as {@link LookedAt.to}. */
  readonly to: string;
}

/** Makes a short name for a text: the same for the same text, and for no other. */
export type Fingerprint = (text: string) => string;

/** Reads what is remembered. */
export function readReviewed(text: string): Reviewed {
  const looked: LookedAt[] = [];
  const same: SameText[] = [];
  for (const [kind, one, two, three] of readLines(text)) {
    if (one === undefined || two === undefined || three === undefined) continue;
    if (kind === 'looked') looked.push({ from: one, to: two, text: three });
    if (kind === 'same') same.push({ of: one, before: two, after: three });
  }
  return { looked, same };
}

/** Writes what is remembered, each entry as a line by itself. */
export function writeReviewed({ looked, same }: Reviewed): string {
  return writeLines(ABOUT, [
    ...looked.map(({ from, to, text }) => ['looked', from, to, text]),
    ...same.map(({ of, before, after }) => ['same', of, before, after]),
  ]);
}

/** What a document refers to, with what each says now; a section that is not there says nothing. */
export function referredTexts(facts: DocumentFacts, { snapshot, source }: Revision, fingerprint: Fingerprint): LookedAt[] {
  return documentReferences(facts, snapshot).flatMap(({ path, fragment }) => {
    const target = snapshot.facts(path);
    if (!target) return [];
    const text = textsOf(target, source(path)).get(fragment ?? '') ?? '';
    return [{ from: facts.path, to: fragment === undefined ? path : `${path}#${fragment}`, text: fingerprint(text) }];
  });
}

/** Remembers that the owners of documents looked at what these refer to; what was remembered of them before goes. */
export function looking(reviewed: Reviewed, paths: ReadonlySet<string>, revision: Revision, fingerprint: Fingerprint): Reviewed {
  const documents = revision.snapshot.markdown.filter(({ path }) => paths.has(path));
  const kept = reviewed.looked.filter(({ from }) => !paths.has(from) && revision.snapshot.facts(from) !== undefined);
  return { ...reviewed, looked: [...kept, ...documents.flatMap((facts) => referredTexts(facts, revision, fingerprint))] };
}

/** Remembers that a document says the same to readers in two revisions: all of it, and each section that is in both. */
export function callingSame(
  reviewed: Reviewed,
  path: string,
  before: { readonly facts: DocumentFacts; readonly source: SourceText | undefined },
  after: { readonly facts: DocumentFacts; readonly source: SourceText | undefined },
  fingerprint: Fingerprint,
): Reviewed {
  const [then, now] = [textsOf(before.facts, before.source), textsOf(after.facts, after.source)];
  const same = [...now].flatMap(([slug, text]): SameText[] => {
    const old = then.get(slug);
    return old === undefined || old === text ? [] : [{ of: path, before: fingerprint(old), after: fingerprint(text) }];
  });
  return { ...reviewed, same: [...reviewed.same, ...same] };
}

/**
 * The references to something that says something else than when it was looked at. What nobody has looked at yet is not
 * suspect: nothing is known about it.
 */
export function suspectsIn(revision: Revision, reviewed: Reviewed, fingerprint: Fingerprint): Suspect[] {
  const seen = new Map<string, Set<string>>();
  for (const { from, to, text } of reviewed.looked) {
    const key = `${from}\n${to}`;
    seen.set(key, (seen.get(key) ?? new Set()).add(text));
  }
  return revision.snapshot.markdown.flatMap((facts) =>
    referredTexts(facts, revision, fingerprint).flatMap(({ from, to, text }): Suspect[] => {
      const texts = seen.get(`${from}\n${to}`);
      return texts === undefined || texts.has(text) || meansOneOf(text, texts, to, reviewed.same) ? [] : [{ path: from, to }];
    }),
  );
}

/**
 * The references that need nobody to look again in spite of a change: their owner has looked at what is there now, or
 * somebody said that it says the same to readers as before.
 * @returns `from`, line break, `to` of each
 */
export function settledReferences(before: Revision, after: Revision, reviewed: Reviewed, fingerprint: Fingerprint): Set<string> {
  const looked = new Set(reviewed.looked.map(({ from, to, text }) => `${from}\n${to}\n${text}`));
  const textThen = (to: string) => {
    const [path = '', slug = ''] = to.split('#');
    const facts = before.snapshot.facts(path);
    const text = facts && textsOf(facts, before.source(path)).get(slug);
    return new Set(text === undefined ? [] : [fingerprint(text)]);
  };
  const all = after.snapshot.markdown.flatMap((facts) => referredTexts(facts, after, fingerprint));
  const settled = all.filter(
    ({ from, to, text }) =>
      looked.has(`${from}\n${to}\n${text}`) || (reviewed.same.length > 0 && meansOneOf(text, textThen(to), to, reviewed.same)),
  );
  return new Set(settled.map(({ from, to }) => `${from}\n${to}`));
}

/** Whether somebody said of a text that it says the same as one of others, by whatever steps. */
function meansOneOf(text: string, others: ReadonlySet<string>, to: string, same: readonly SameText[]): boolean {
  const [path = ''] = to.split('#');
  const own = same.filter(({ of }) => of === path);
  const reached = new Set([text]);
  for (const one of reached) {
    if (others.has(one)) return true;
    for (const { before, after } of own) if (after === one) reached.add(before);
  }
  return false;
}

/** What a document says as a whole, under an empty name, and in each section, by its anchor, with those below it. */
function textsOf(facts: DocumentFacts, source: SourceText | undefined): Map<string, string> {
  const substance: Substance = substanceOf(facts, source);
  const texts = new Map([['', `${substance.fields}\n${substance.text}`]]);
  for (const { slug } of substance.sections) {
    const inIt = substance.sections.filter((section) => section.slug === slug || section.within.includes(slug));
    texts.set(slug, inIt.map(({ title, text }) => `${title}\n${text}`).join('\n'));
  }
  return texts;
}
