import { headingNamed } from '../../../../core/coverage/section-states.js';
import type { DocumentFacts } from '../../../../core/facts/types.js';
import type { MarkdownParser } from '../../../../core/markdown/parser.js';
import { applyEdits, type TextEdit } from '../../../../core/text/range.js';
import { markdownText } from '../../../../language/scaffold/scaffold-file.js';
import type { PlannedDocument } from '../plan/types.js';
import { definitionsIn, mergeBlocks } from './merge-blocks.js';

/** What a Word document would change in a document that is there. */
export interface MergedDocument {
  readonly path: string;
  readonly criterion: string | undefined;
  /** The text as it is. */
  readonly before: string;
  /** The text with what was empty filled and what was absent added: nothing that somebody wrote is touched. */
  readonly filled: string;
  /** The text with the changed sections taken over as well. */
  readonly accepted: string;
  /** The titles of the sections that were empty or absent. */
  readonly added: readonly string[];
  /** The titles of the sections that read otherwise in the Word document. */
  readonly changed: readonly string[];
}

/**
 * Holds what a Word document says against a document that is there, section by section.
 * @param facts of the document that is there
 * @param text its text
 */
export function mergeDocument(planned: PlannedDocument, facts: DocumentFacts, text: string, parser: MarkdownParser): MergedDocument {
  const additions: TextEdit[] = [];
  const changes: TextEdit[] = [];
  const added: string[] = [];
  const changed: string[] = [];
  const appended: string[] = [];
  const notes = newNotes(planned, text);
  const own = definitionsIn(text, parser);
  for (const section of planned.texts) {
    const after = notes.relabelled(section.text);
    const heading = facts.headings[headingNamed(facts, section.title)];
    if (!heading) {
      added.push(section.title);
      appended.push(`## ${markdownText(section.title)}\n\n${after}`);
      continue;
    }
    const before = withoutDefinitions(text.slice(heading.end, heading.sectionEnd));
    const merged = heading.filled
      ? mergeBlocks({ text: before, definitions: own }, { text: after, definitions: notes.definitions() }, parser)
      : after;
    if (merged === undefined) continue;
    const edit = bodyEdit(text, heading.end, heading.end + before.length, merged);
    (heading.filled ? changed : added).push(section.title);
    (heading.filled ? changes : additions).push(edit);
  }
  const end = { start: text.length, end: text.length, text: behind(text, appended) };
  const base = appended.length > 0 ? [...additions, end] : additions;
  const definitions = notes.definitions();
  return {
    path: planned.path,
    criterion: planned.criterion,
    before: text,
    filled: withNotes(applyEdits(text, base).text, added.length > 0 ? definitions : ''),
    accepted: withNotes(applyEdits(text, [...base, ...changes]).text, added.length + changed.length > 0 ? definitions : ''),
    added,
    changed,
  };
}

/** The text of a section in the place of another, with an empty line on both sides. */
function bodyEdit(text: string, start: number, end: number, body: string): TextEdit {
  const isLast = text.slice(end).trim() === '';
  return { start, end: isLast ? text.length : end, text: `\n\n${body}\n${isLast ? '' : '\n'}` };
}

function behind(text: string, blocks: readonly string[]): string {
  return blocks.map((block, index) => `${index === 0 && !text.endsWith('\n') ? '\n' : ''}\n${block}\n`).join('');
}

/** Footnotes stand at the end of a document, which belongs to no section. */
function withoutDefinitions(body: string): string {
  const at = body.search(/^\[(?:\^[^\]\s]+|[^\]\n]+)\]:/m);
  return at < 0 ? body : body.slice(0, at);
}

/** A text with those of the footnotes that it refers to. */
function withNotes(text: string, definitions: string): string {
  const wanted = definitions
    .split(/^(?=\[\^word-\d+\]: )/m)
    .filter((definition) => text.includes(definition.slice(0, definition.indexOf(']:') + 1)))
    .map((definition) => definition.trim());
  return definitions === '' || wanted.length === 0 ? text : `${text.trimEnd()}\n\n${wanted.join('\n\n')}\n`;
}

/** Footnotes of a Word document in a text that has some already: they get names that are free. */
function newNotes({ footnotes }: PlannedDocument, text: string): { relabelled: (markdown: string) => string; definitions: () => string } {
  const isTaken = (label: string) => text.includes(`[^${label}]`);
  const labels = new Map<string, string>();
  const relabelled = (markdown: string) =>
    markdown.replace(/\[\^(\d+)\]/g, (_whole, number: string) => {
      let label = labels.get(number);
      for (let count = Number(number); label === undefined; count++) {
        const free = `word-${count}`;
        if (!isTaken(free) && ![...labels.values()].includes(free)) label = free;
      }
      labels.set(number, label);
      return `[^${label}]`;
    });
  return { relabelled, definitions: () => (footnotes === '' ? '' : relabelled(footnotes)) };
}
