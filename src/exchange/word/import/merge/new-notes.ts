import type { MarkdownParser } from '../../../../core/markdown/parser.js';
import { applyEdits } from '../../../../core/text/range.js';
import { type Note, nodesIn, readMarkdown } from './read-markdown.js';

/** The footnotes of a Word document in a text that has some already: they get names that are free, or those of notes that say the same. */
export class NewNotes {
  private readonly labels = new Map<string, string>();
  /** Those that the text does not have. */
  private readonly added: readonly Note[];

  /**
   * @param footnotes the notes of the Word document
   * @param text the text that there is
   * @param known its notes
   */
  constructor(
    private readonly footnotes: string,
    text: string,
    known: readonly Note[],
    private readonly parser: MarkdownParser,
  ) {
    const { notes } = readMarkdown(footnotes, parser);
    const isTaken = (label: string) => text.toLowerCase().includes(`[^${label}]`) || [...this.labels.values()].includes(label);
    let count = 1;
    for (const { label, words } of notes) {
      const same = known.find((note) => note.words === words);
      while (!same && isTaken(`word-${count}`)) count++;
      this.labels.set(label, same?.label ?? `word-${count}`);
    }
    const own = new Set(known.map(({ label }) => label));
    this.added = readMarkdown(this.relabelled(footnotes, 'footnoteDefinition'), parser).notes.filter(({ label }) => !own.has(label));
  }

  /** The definitions of those that the text does not have. */
  get definitions(): string {
    return this.added.map(({ source }) => source).join('\n\n');
  }

  /** Markdown of the Word document, with the names that its notes have in the text: only where it does refer to notes. */
  relabelled(markdown: string, also?: 'footnoteDefinition'): string {
    const { root } = readMarkdown(markdown, this.parser, also ? '' : this.footnotes);
    const named = [...nodesIn(root, 'footnoteReference'), ...(also ? nodesIn(root, also) : [])];
    const edits = named.flatMap(({ label, identifier, position }) => {
      const [start, name] = [position?.start.offset ?? 0, this.labels.get(label ?? identifier)];
      const from = start + '[^'.length;
      return name === undefined || start >= markdown.length ? [] : [{ start: from, end: from + (label ?? identifier).length, text: name }];
    });
    return applyEdits(markdown, edits).text;
  }

  /** A text with those of the new notes that it refers to, be it in other notes, at its end. */
  addedTo(text: string): string {
    const wanted = new Set<Note>();
    let [whole, size] = [text, -1];
    while (wanted.size > size) {
      size = wanted.size;
      const { root } = readMarkdown(whole, this.parser, this.definitions);
      const inside = nodesIn(root, 'footnoteReference').filter(({ position }) => (position?.start.offset ?? 0) < whole.length);
      const labels = new Set(inside.map(({ label, identifier }) => label ?? identifier));
      for (const note of this.added) if (labels.has(note.label)) wanted.add(note);
      const sources = this.added.filter((note) => wanted.has(note)).map(({ source }) => source);
      whole = sources.length === 0 ? text : `${text.trimEnd()}\n\n${sources.join('\n\n')}\n`;
    }
    return whole;
  }
}
