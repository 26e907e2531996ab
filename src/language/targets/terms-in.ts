import type { DocumentFacts } from '../../core/facts/types.js';
import type { Glossary, Term } from '../../core/model/glossary.js';
import type { OffsetRange } from '../../core/text/range.js';
import { maskedText } from './masked-text.js';

/** A term of the glossary in a document's words. */
export interface TermAt extends OffsetRange {
  readonly term: Term;
}

interface TermPattern {
  readonly pattern: RegExp;
  readonly terms: ReadonlyMap<string, Term>;
}

const patterns = new WeakMap<Glossary, TermPattern | 'none'>();

/**
 * The terms of a glossary in the words of a document, as the glossary writes them: a capital that begins a sentence is
 * the only difference that counts for nothing. Code, addresses, citations and comments are no words.
 */
export function termsIn(facts: DocumentFacts, text: string, glossary: Glossary, within: OffsetRange): TermAt[] {
  const found = patternOf(glossary);
  if (found === 'none') return [];
  const masked = maskedText(facts, text);
  const words = masked.slice(within.start, within.end);
  return Array.from(words.matchAll(found.pattern)).flatMap((match) => {
    const written = match[0].replace(/\s+/g, ' ');
    const term = found.terms.get(written) ?? found.terms.get(written.charAt(0).toLowerCase() + written.slice(1));
    const start = within.start + match.index;
    return term ? [{ term, start, end: start + match[0].length }] : [];
  });
}

function patternOf(glossary: Glossary): TermPattern | 'none' {
  let found = patterns.get(glossary);
  if (found === undefined) {
    const terms = new Map([...glossary.terms].reverse().map((term) => [term.term, term] as const));
    // The longest first: of “learning culture” and “learning” the first says it all.
    const forms = [...terms.keys()].filter((form) => form.trim() !== '').sort((a, b) => b.length - a.length);
    const either = forms.map((form) => formPattern(form)).join('|');
    found = forms.length === 0 ? 'none' : { pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${either})(?![\\p{L}\\p{N}])`, 'gu'), terms };
    patterns.set(glossary, found);
  }
  return found;
}

function formPattern(form: string): string {
  const [first = '', ...rest] = [...form];
  const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const begins = first === first.toUpperCase() ? literal(first) : `[${literal(first)}${literal(first.toUpperCase())}]`;
  return begins + literal(rest.join('')).replace(/\s+/g, '\\s+');
}
