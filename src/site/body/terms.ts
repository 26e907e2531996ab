import { compare } from '../../core/text/compare.js';
import { escapeHtml } from '../../core/text/escape-html.js';
import { relativeAddress } from '../href.js';
import type { TermCard } from '../types.js';
import type { Writing } from './writing.js';

/** Finds the terms of a glossary in a text. */
interface TermMatcher {
  readonly pattern: RegExp;
  /** The terms by each way of writing them. */
  readonly cards: ReadonlyMap<string, TermCard>;
}

/** One for each list of terms: all documents of a site share theirs. */
const matchers = new WeakMap<readonly TermCard[], TermMatcher | null>();

/** Writes prose, the first use of each term with its explanation. */
export function writeProse(writing: Writing, value: string): void {
  writing.words += value;
  const matcher = writing.inLink || writing.inHeading ? null : matcherFor(writing.options.terms);
  if (!matcher) {
    writing.html += escapeHtml(value);
    return;
  }
  const { pattern, cards } = matcher;
  let written = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(value); match; match = pattern.exec(value)) {
    const word = match[0];
    const card = cards.get(word.replace(/\s+/g, ' '));
    if (!card || writing.explained.has(card) || !isWhole(value, match.index, pattern.lastIndex)) continue;
    if (isExpandedThere(value, match.index, pattern.lastIndex, card)) continue;
    writing.explained.add(card);
    writing.html += escapeHtml(value.slice(written, match.index)) + termHtml(writing, word, card);
    written = pattern.lastIndex;
  }
  writing.html += escapeHtml(written === 0 ? value : value.slice(written));
}

function matcherFor(terms: readonly TermCard[]): TermMatcher | null {
  let matcher = matchers.get(terms);
  if (matcher === undefined) {
    matcher = makeMatcher(terms);
    matchers.set(terms, matcher);
  }
  return matcher;
}

function makeMatcher(terms: readonly TermCard[]): TermMatcher | null {
  const cards = new Map<string, TermCard>();
  for (const card of terms) {
    if (explanation(card) === '') continue;
    for (const form of formsOf(card.term.replace(/\s+/g, ' ').trim())) if (form !== '' && !cards.has(form)) cards.set(form, card);
  }
  if (cards.size === 0) return null;
  // The longest first: of “criminal justice board” the whole is meant.
  const forms = [...cards.keys()].sort((a, b) => b.length - a.length || compare(a, b));
  const pattern = forms.map((form) => form.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replaceAll(' ', '\\s+')).join('|');
  return { pattern: new RegExp(pattern, 'g'), cards };
}

/** A word can begin a sentence; an acronym or a name is written one way only. */
function formsOf(term: string): string[] {
  if (/\p{Lu}/u.test(term.slice(1))) return [term];
  const first = term.slice(0, 1);
  return [first.toLowerCase() + term.slice(1), first.toUpperCase() + term.slice(1)];
}

/** Part of “feedback-culture” is no use of “culture”. */
function isWhole(text: string, start: number, end: number): boolean {
  return !/[\p{L}\p{N}_-]/u.test((text[start - 1] ?? ' ') + (text[end] ?? ' '));
}

/** “rape and serious sexual offences (RASSO)” and “RASSO (rape and serious sexual offences)” say it themselves. */
function isExpandedThere(text: string, start: number, end: number, { expansion }: TermCard): boolean {
  if (expansion === undefined) return false;
  if (text[start - 1] === '(' && /^[)s]/.test(text.slice(end))) {
    // The last word will do: expansions come in the plural and in other forms.
    const before = lastWord(text.slice(Math.max(0, start - 80), start - 1));
    return before !== '' && before.slice(0, 5) === lastWord(expansion).slice(0, 5);
  }
  const after = /^s?\s?\(([\s\S]{1,200})/.exec(text.slice(end))?.[1];
  return after?.replace(/\s+/g, ' ').toLowerCase().startsWith(expansion.toLowerCase()) ?? false;
}

function lastWord(text: string): string {
  return /([\p{L}\p{N}]+)[^\p{L}\p{N}]*$/u.exec(text)?.[1]?.toLowerCase() ?? '';
}

/** The explanation stands beside the word, so that a style sheet can show it on hover and focus without a script. */
function termHtml(writing: Writing, word: string, card: TermCard): string {
  const href = escapeHtml(relativeAddress(writing.options.page, card.href));
  if (writing.inTable) return `<a class="term" href="${href}">${escapeHtml(word)}</a>`;
  const tip = writing.newId(`tip-${writing.explained.size}`);
  return (
    `<span class="term-use"><a class="term" href="${href}" aria-describedby="${escapeHtml(tip)}">${escapeHtml(word)}</a>` +
    `<span role="tooltip" class="tip" id="${escapeHtml(tip)}">${escapeHtml(explanation(card))}</span></span>`
  );
}

function explanation({ expansion, meaning }: TermCard): string {
  return [expansion, meaning].filter((part) => part !== undefined && part !== '').join(': ');
}
