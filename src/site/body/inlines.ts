import type { FootnoteReference, Nodes, PhrasingContent } from 'mdast';
import { plainText } from '../../core/markdown/visit.js';
import { escapeHtml } from '../../core/text/escape-html.js';
import { anchorHref } from '../href.js';
import { destinationOf, NOT_PUBLISHED, openLink, writeImage } from './links.js';
import { closeTags, type OpenTag, writeInlineHtml } from './raw-html.js';
import { writeText } from './text.js';
import type { Writing } from './writing.js';

/** Writes what stands in a paragraph, a heading, a cell or another inline. */
export function writeInlines(writing: Writing, nodes: readonly PhrasingContent[]): void {
  let open: OpenTag[] | undefined;
  for (const node of nodes) {
    if (node.type === 'text') writeText(writing, node);
    else if (node.type === 'html') {
      open ??= [];
      writeInlineHtml(writing, node.value, open);
    } else writeInline(writing, node);
  }
  if (open) closeTags(writing, open);
}

function writeInline(writing: Writing, node: PhrasingContent): void {
  switch (node.type) {
    case 'emphasis':
      wrap(writing, 'em', node.children);
      break;
    case 'strong':
      wrap(writing, 'strong', node.children);
      break;
    case 'delete':
      wrap(writing, 'del', node.children);
      break;
    case 'link':
      writeLink(writing, node.url, node.title, node.children);
      break;
    case 'linkReference': {
      const definition = writing.definition(node.identifier);
      if (definition) writeLink(writing, definition.url, definition.title, node.children);
      else writeInlines(writing, node.children);
      break;
    }
    case 'image':
      writeImage(writing, node.url, node.alt ?? '', node.title);
      break;
    case 'imageReference': {
      const definition = writing.definition(node.identifier);
      writeImage(writing, definition?.url ?? 'data:', node.alt ?? '', definition?.title);
      break;
    }
    case 'inlineCode':
      writeCode(writing, node.value);
      break;
    case 'break':
      writing.html += '<br>\n';
      writing.words += ' ';
      break;
    case 'footnoteReference':
      writeNoteReference(writing, node);
      break;
    default:
      writing.html += escapeHtml(plainText(node as Nodes));
  }
}

function wrap(writing: Writing, tag: string, children: readonly PhrasingContent[]): void {
  writing.html += `<${tag}>`;
  writeInlines(writing, children);
  writing.html += `</${tag}>`;
}

function writeCode(writing: Writing, value: string): void {
  const code = value.replace(/\r?\n|\r/g, ' ');
  writing.words += code;
  writing.html += `<code>${escapeHtml(code)}</code>`;
}

function writeLink(writing: Writing, url: string, title: string | null | undefined, children: readonly PhrasingContent[]): void {
  const to = writing.inLink ? undefined : destinationOf(writing, url);
  if (!to || !('href' in to)) {
    writeInlines(writing, children);
    if (to?.kind === 'absent') writing.html += NOT_PUBLISHED;
    return;
  }
  writing.html += openLink(to, title);
  writing.inLink = true;
  const before = writing.words.length;
  const start = writing.html.length;
  writeInlines(writing, children);
  // A link without words says where it leads: nobody could follow it by name.
  if (writing.html.length === start) writing.html += escapeHtml(url);
  else if (writing.words.length === before) writing.html += `<span class="visually-hidden">${escapeHtml(url)}</span>`;
  writing.inLink = false;
  writing.html += '</a>';
}

function writeNoteReference(writing: Writing, node: FootnoteReference): void {
  const definition = writing.note(node.identifier);
  if (!definition) {
    writing.html += escapeHtml(`[^${node.label ?? node.identifier}]`);
    return;
  }
  let note = writing.notes.get(definition);
  if (!note) {
    note = { number: writing.notes.size + 1, id: writing.newId(`fn-${node.identifier}`), references: [] };
    writing.notes.set(definition, note);
  }
  const { number } = note;
  if (writing.inLink) {
    writing.html += `<sup>${number}</sup>`;
    return;
  }
  const reference = writing.newId(`fnref-${node.identifier}`);
  note.references.push(reference);
  writing.html +=
    `<sup><a class="note" href="${anchorHref(note.id)}" id="${escapeHtml(reference)}" role="doc-noteref"` +
    ` aria-label="Note ${number}">${number}</a></sup>`;
}
