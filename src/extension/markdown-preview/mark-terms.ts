import type { PreviewTerm } from '../../language/preview/document-preview.js';
import type { CoreState, Token } from './markdown-it.js';

/** Makes a token of its own of the first place where each term is written in a paragraph's text; links and code are left alone. */
export function markTerms(state: CoreState, terms: readonly PreviewTerm[]): void {
  if (terms.length === 0) return;
  const meanings = new Map(terms.map(({ written, meaning }) => [written, meaning]));
  // The longest first, since one term can begin another.
  const either = [...meanings.keys()].sort((a, b) => b.length - a.length).map(literal);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${either.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  const marked = new Set<string>();
  let heading = false;
  for (const block of state.tokens) {
    if (block.type === 'heading_open') heading = true;
    if (block.type === 'heading_close') heading = false;
    if (block.type !== 'inline' || heading || !block.children) continue;
    let links = 0;
    block.children = block.children.flatMap((token) => {
      if (token.type === 'link_open') links++;
      if (token.type === 'link_close') links--;
      return token.type === 'text' && links === 0 ? split(token, { state, pattern, meanings, marked }) : [token];
    });
  }
}

interface Marking {
  readonly state: CoreState;
  readonly pattern: RegExp;
  readonly meanings: ReadonlyMap<string, string>;
  /** The terms that are marked already: once is enough. */
  readonly marked: Set<string>;
}

function split(token: Token, { state, pattern, meanings, marked }: Marking): Token[] {
  const parts: Token[] = [];
  let written = 0;
  const text = (content: string) => {
    if (content !== '') parts.push(Object.assign(new state.Token('text', '', 0), { content }));
  };
  for (const match of token.content.matchAll(pattern)) {
    const [term] = match;
    if (marked.has(term)) continue;
    marked.add(term);
    text(token.content.slice(written, match.index));
    parts.push(Object.assign(new state.Token('destination_map_term', '', 0), { content: term, meta: meanings.get(term) }));
    written = match.index + term.length;
  }
  if (parts.length === 0) return [token];
  text(token.content.slice(written));
  return parts;
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
