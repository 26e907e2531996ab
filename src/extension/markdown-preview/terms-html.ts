import type { PreviewTerm } from '../../language/preview/document-preview.js';
import type { Env, MarkdownIt } from './markdown-it.js';

/** The terms that have been marked, each time that a document is shown: once is enough. */
const marked = new WeakMap<Env, Set<string>>();
const patterns = new WeakMap<readonly PreviewTerm[], RegExp>();

/** Words as HTML, with the first place where each term is written marked with its meaning. */
export function termsHtml(text: string, terms: readonly PreviewTerm[], env: Env, { utils: { escapeHtml } }: MarkdownIt): string {
  if (terms.length === 0) return escapeHtml(text);
  const seen = marked.get(env) ?? new Set<string>();
  marked.set(env, seen);
  let html = '';
  let written = 0;
  for (const match of text.matchAll(patternOf(terms))) {
    const [term] = match;
    const meaning = terms.find((one) => one.written === term)?.meaning;
    if (meaning === undefined || seen.has(term)) continue;
    seen.add(term);
    html += `${escapeHtml(text.slice(written, match.index))}<abbr class="dm-term" title="${escapeHtml(meaning)}">${escapeHtml(term)}</abbr>`;
    written = match.index + term.length;
  }
  return html + escapeHtml(text.slice(written));
}

/** The longest term first, since one can begin another. */
function patternOf(terms: readonly PreviewTerm[]): RegExp {
  let pattern = patterns.get(terms);
  if (!pattern) {
    const either = terms
      .map(({ written }) => written)
      .sort((a, b) => b.length - a.length)
      .map(literal);
    pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${either.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
    patterns.set(terms, pattern);
  }
  return pattern;
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
