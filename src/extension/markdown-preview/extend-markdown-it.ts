import * as vscode from 'vscode';
import type { DocumentPreview, PreviewDetail, Replacement } from '../../language/preview/document-preview.js';
import { markTerms } from './mark-terms.js';
import type { Env, MarkdownIt, Token } from './markdown-it.js';

/** Gives how a document is shown; undefined while that is not known, and where it is no guidance. */
export type PreviewFor = (uri: string) => DocumentPreview | undefined;

/**
 * Teaches the editor's Markdown preview what the server says of a document: its front matter as a table, its citations,
 * wiki links and terms. All of it is text, and becomes text.
 */
export function extendMarkdownIt(md: MarkdownIt, previewFor: PreviewFor): MarkdownIt {
  const of = ({ currentDocument }: Env) => (currentDocument ? previewFor(currentDocument.toString()) : undefined);
  md.inline.ruler.before('link', 'destination_map', (state, silent) => {
    if (state.src[state.pos] !== '[') return false;
    const found = of(state.env)?.replacements.find(({ written }) => state.src.startsWith(written, state.pos));
    if (!found) return false;
    if (!silent) state.push('destination_map', '', 0).meta = found;
    state.pos += found.written.length;
    return true;
  });
  md.renderer.rules['destination_map'] = (tokens, index) => replacementHtml(tokens[index]?.meta as Replacement, md);
  md.core.ruler.push('destination_map_terms', (state) => markTerms(state, of(state.env)?.terms ?? []));
  md.renderer.rules['destination_map_term'] = (tokens, index) => {
    const { content, meta } = tokens[index] as Token;
    return `<abbr class="dm-term" title="${md.utils.escapeHtml(String(meta))}">${md.utils.escapeHtml(content)}</abbr>`;
  };
  const before = md.renderer.rules['front_matter'];
  md.renderer.rules['front_matter'] = (tokens, index, options, env) => {
    const preview = of(env);
    return preview && preview.details.length > 0 ? detailsHtml(preview.details, md) : (before?.(tokens, index, options, env) ?? '');
  };
  return md;
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
  const caption = escapeHtml(vscode.l10n.t('Details'));
  return `<details class="dm-details" open><summary>${caption}</summary><table>${rows.join('')}</table></details>`;
}

/** @param values as HTML */
function valuesHtml(values: readonly string[]): string {
  return values.length === 1 ? (values[0] ?? '') : `<ul>${values.map((value) => `<li>${value}</li>`).join('')}</ul>`;
}
