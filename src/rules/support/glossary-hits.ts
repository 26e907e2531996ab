import type { DocumentFacts } from '../../core/facts/types.js';
import type { DocumentContext } from '../../core/lint/rule.js';
import { blockAt, PARTING, type Prose, type ProseBlock } from '../../core/markdown/prose.js';
import type { AvoidedPhrase, Glossary, Term } from '../../core/model/glossary.js';
import { KeptScan } from '../../core/text/kept-scan.js';
import type { OffsetRange } from '../../core/text/range.js';
import { type Phrase, type PhraseHit, PhraseIndex } from './phrase-index.js';

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

/** The phrases of a glossary, and what was found. */
interface Search {
  readonly index: PhraseIndex<GlossaryWord>;
  readonly scan: KeptScan<PhraseHit<GlossaryWord>>;
  /** In the document that was asked about last: the rules ask one after the other, and hits hold all of its prose. */
  last?: { readonly facts: DocumentFacts; readonly hits: Hits };
}

const searches = new WeakMap<Glossary, Search>();
const NONE: Hits = { acronym: [], expansion: [], instead: [], avoid: [] };

type Context = Pick<DocumentContext<unknown>, 'facts' | 'prose' | 'glossary'>;

/** The phrases of the glossary in a document's prose: all kinds in one pass, whichever rule asks first. */
export function glossaryHits(context: Context): Hits {
  const search = searchFor(context.glossary);
  if (search.index.empty) return NONE;
  // Facts are made anew when a document changes.
  if (search.last?.facts !== context.facts) {
    search.last = { facts: context.facts, hits: inBlocks(search.scan.in(context.prose.text), context.prose) };
  }
  return search.last.hits;
}

function inBlocks(found: readonly PhraseHit<GlossaryWord>[], prose: Prose): Hits {
  const hits: Hits = { acronym: [], expansion: [], instead: [], avoid: [] };
  for (const { phrase, start: from, end: to } of found) {
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

function searchFor(glossary: Glossary): Search {
  let search = searches.get(glossary);
  if (!search) {
    const index = new PhraseIndex(phrasesOf(glossary));
    search = { index, scan: new KeptScan(PARTING, (text, from, to) => index.find(text, from, to)) };
    searches.set(glossary, search);
  }
  return search;
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
