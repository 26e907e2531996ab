import type { FootnoteDefinition } from 'mdast';
import { escapeHtml } from '../../core/text/escape-html.js';
import { anchorHref } from '../href.js';
import { writeBlocks } from './blocks.js';
import type { Note, Writing } from './writing.js';

/** Writes the notes that the text refers to, in the order in which it does, with links back. */
export function writeFootnotes(writing: Writing): void {
  if (writing.notes.size === 0) return;
  writing.html += '<section class="footnotes" role="doc-endnotes" aria-label="Notes">\n<ol>\n';
  // A note can refer to another, which then comes to stand at the end of the same list.
  for (const [definition, note] of writing.notes) writeNote(writing, definition, note);
  writing.html += '</ol>\n</section>\n';
}

function writeNote(writing: Writing, definition: FootnoteDefinition, { id, number, references }: Note): void {
  writing.html += `<li id="${escapeHtml(id)}">\n`;
  writeBlocks(writing, definition.children);
  const back = references.map((reference, index) => {
    const which = references.length > 1 ? `, place ${index + 1}` : '';
    const label = `Back to the text from note ${number}${which}`;
    return `<a class="note-back" href="${anchorHref(reference)}" role="doc-backlink" aria-label="${label}">↩</a>`;
  });
  writing.html += back.length > 0 ? `<p>${back.join(' ')}</p>\n</li>\n` : '</li>\n';
}
