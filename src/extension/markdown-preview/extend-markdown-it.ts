import * as vscode from 'vscode';
import type { DocumentPreview, PreviewDetail, Replacement } from '../../language/preview/document-preview.js';
import type { CoreState, Env, InlineState, MarkdownIt, Token } from './markdown-it.js';
import { termsHtml } from './terms-html.js';

/** Gives how a document is shown; undefined while that is not known, and where it is no guidance. */
export type PreviewFor = (uri: string) => DocumentPreview | undefined;

/** The tokens that are ours. */
const DETAILS = 'destination_map_details';
const REFERENCE = 'destination_map_reference';
const WORDS = 'destination_map_words';

/**
 * What may be citations, `[@key]`, or a wiki link, `[[name]]`: which of them are, the server says. The others are shown as
 * they were written: so nothing that would be markup in them is taken.
 */
const CANDIDATE = /\[(?:\[[^[\]*`<&\\~]+\]|[^[\]@*`<&\\~]*@[^[\]*`<&\\~]*)\](?![([])/y;

/**
 * Teaches the editor's Markdown preview what the server says of a document: its front matter as a table, its citations,
 * wiki links and terms. All of it is text, and becomes text.
 *
 * The editor makes tokens of a text without saying of which document, keeps them, and an answer of the server may come
 * later. So tokens only say where something of ours may be, and what it is is looked up whenever they are shown.
 */
export function extendMarkdownIt(md: MarkdownIt, previewFor: PreviewFor): MarkdownIt {
  const of = ({ currentDocument }: Env) => (currentDocument ? previewFor(currentDocument.toString()) : undefined);
  const { rules } = md.renderer;
  md.inline.ruler.after('link', REFERENCE, reference);
  md.core.ruler.push(WORDS, nameTokens);
  rules[REFERENCE] = (tokens, index, _options, env) => {
    const written = tokens[index]?.content ?? '';
    const found = of(env)?.replacements.find((one) => one.written === written);
    return found ? replacementHtml(found, md) : md.utils.escapeHtml(written);
  };
  rules[WORDS] = (tokens, index, options, env, self) => {
    const terms = of(env)?.terms ?? [];
    if (terms.length === 0 && rules['text']) return rules['text'](tokens, index, options, env, self);
    return termsHtml(tokens[index]?.content ?? '', terms, env, md);
  };
  rules[DETAILS] = (tokens, index, options, env, self) => {
    const details = of(env)?.details ?? [];
    return details.length > 0 ? detailsHtml(details, md) : (rules['front_matter']?.(tokens, index, options, env, self) ?? '');
  };
  return md;
}

function reference(state: InlineState, silent: boolean): boolean {
  CANDIDATE.lastIndex = state.pos;
  const [written] = CANDIDATE.exec(state.src) ?? [];
  if (written === undefined) return false;
  if (!silent) state.push(REFERENCE, '', 0).content = written;
  state.pos += written.length;
  return true;
}

/** Gives names of ours to front matter, which the editor shows in a way of its own, and to the words in which terms are marked. */
function nameTokens({ tokens }: CoreState): void {
  let heading = false;
  for (const token of tokens) {
    if (token.type === 'front_matter') Object.assign(token, { type: DETAILS, hidden: false });
    if (token.type === 'heading_open') heading = true;
    if (token.type === 'heading_close') heading = false;
    if (token.type === 'inline' && !heading) nameWords(token.children ?? []);
  }
}

/** What is a link already is left alone. */
function nameWords(tokens: readonly Token[]): void {
  let links = 0;
  for (const token of tokens) {
    if (token.type === 'link_open') links++;
    if (token.type === 'link_close') links--;
    if (token.type === 'text' && links === 0) token.type = WORDS;
  }
}

function replacementHtml({ shown, title, href }: Replacement, { utils: { escapeHtml } }: MarkdownIt): string {
  const attributes = `class="dm-reference" title="${escapeHtml(title)}"`;
  if (href === undefined) return `<span ${attributes}>${escapeHtml(shown)}</span>`;
  return `<a ${attributes} href="${escapeHtml(href)}" data-href="${escapeHtml(href)}">${escapeHtml(shown)}</a>`;
}

function detailsHtml(details: readonly PreviewDetail[], { utils: { escapeHtml } }: MarkdownIt): string {
  const rows = details.map(
    ({ name, values }) => `<tr><th scope="row">${escapeHtml(name)}</th><td>${valuesHtml(values.map(escapeHtml))}</td></tr>`,
  );
  const summary = escapeHtml(vscode.l10n.t('Details'));
  return `<details class="dm-details" open><summary>${summary}</summary><table>${rows.join('')}</table></details>`;
}

/** @param values as HTML */
function valuesHtml(values: readonly string[]): string {
  return values.length === 1 ? (values[0] ?? '') : `<ul>${values.map((value) => `<li>${value}</li>`).join('')}</ul>`;
}
