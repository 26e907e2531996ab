import type { DocumentFacts } from '../../core/facts/types.js';
import type { DocumentContext } from '../../core/lint/rule.js';
import { blockAt, type Prose, type ProseBlock } from '../../core/markdown/prose.js';
import type { AvoidedPhrase, Glossary, Term } from '../../core/model/glossary.js';
import type { OffsetRange } from '../../core/text/range.js';
import { type Phrase, PhraseIndex } from './phrase-index.js';

/** What a phrase of the glossary means where it is met. */
export type GlossaryWord =
  | { readonly kind: 'acronym'; readonly term: Term; readonly expansion: string }
  | { readonly kind: 'expansion'; readonly term: Term }
  | { readonly kind: 'instead'; readonly term: Term; readonly form: string }
  | { readonly kind: 'avoid'; readonly avoided: AvoidedPhrase };

/** A phrase of the glossary in a document's prose. */
export interface GlossaryHit<K extends GlossaryWord['kind']> {
  readonly word: Extract<GlossaryWord, { readonly kind: K }>;
  readonly block: ProseBlock;
  /** Where it stands in the block's text. */
  readonly start: number;
  readonly end: number;
  /** Where it stands in the document. */
  readonly at: OffsetRange;
  /** Whether nothing else, such as emphasis or code, stands inside it: only then can it be replaced as a whole. */
  readonly unbroken: boolean;
}

/** An acronym is written in capitals and digits, such as “L&D” or “COVID-19”. */
const ACRONYM = /^(?=(?:.*\p{Lu}){2})[\p{Lu}\p{N}&/.-]+$/u;

type Hits = { readonly [K in GlossaryWord['kind']]: GlossaryHit<K>[] };

const indexes = new WeakMap<Glossary, PhraseIndex<GlossaryWord>>();
/** By glossary and document: facts are made anew when a document changes. */
const found = new WeakMap<PhraseIndex<GlossaryWord>, WeakMap<DocumentFacts, Hits>>();
const NONE: Hits = { acronym: [], expansion: [], instead: [], avoid: [] };

type Context = Pick<DocumentContext<unknown>, 'facts' | 'prose' | 'glossary'>;

/** The phrases of the glossary in a document's prose: all kinds in one pass, whichever rule asks first. */
export function glossaryHits(context: Context): Hits {
  const index = indexOf(context.glossary);
  if (index.empty) return NONE;
  const known = found.get(index);
  let hits = known?.get(context.facts);
  if (!hits) {
    hits = lookFor(index, context.prose);
    known?.set(context.facts, hits);
  }
  return hits;
}

function lookFor(index: PhraseIndex<GlossaryWord>, prose: Prose): Hits {
  const hits: Hits = { acronym: [], expansion: [], instead: [], avoid: [] };
  for (const { phrase, start: from, end: to } of index.find(prose.text)) {
    const block = blockAt(prose, from);
    if (!block) continue;
    const start = from - block.start;
    const end = to - block.start;
    const at = { start: block.offsetAt(start), end: block.offsetAt(end - 1) + 1 };
    const list = hits[phrase.means.kind] as GlossaryHit<GlossaryWord['kind']>[];
    list.push({ word: phrase.means, block, start, end, at, unbroken: at.end - at.start === end - start });
  }
  return hits;
}

/** Leaves out hits that lie within another: of “known offender” and “offender” the first says it all. */
export function outermost<K extends GlossaryWord['kind']>(hits: readonly GlossaryHit<K>[]): GlossaryHit<K>[] {
  const sorted = [...hits].sort((a, b) => a.at.start - b.at.start || b.at.end - a.at.end);
  let end = -1;
  return sorted.filter((hit) => {
    if (hit.at.start < end) return false;
    end = hit.at.end;
    return true;
  });
}

function indexOf(glossary: Glossary): PhraseIndex<GlossaryWord> {
  let index = indexes.get(glossary);
  if (!index) {
    index = new PhraseIndex(phrasesOf(glossary));
    indexes.set(glossary, index);
    found.set(index, new WeakMap());
  }
  return index;
}

function* phrasesOf(glossary: Glossary): Iterable<Phrase<GlossaryWord>> {
  for (const term of glossary.terms) {
    for (const form of term.insteadOf) yield { text: form, means: { kind: 'instead', term, form } };
    const { expansion } = term;
    if (expansion === undefined || term.familiar || term.unknown || !ACRONYM.test(term.term)) continue;
    yield { text: term.term, exact: true, plural: true, means: { kind: 'acronym', term, expansion } };
    yield { text: expansion, plural: true, means: { kind: 'expansion', term } };
  }
  for (const avoided of glossary.avoid) for (const text of avoided.phrases) yield { text, means: { kind: 'avoid', avoided } };
}
