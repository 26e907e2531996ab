import type { DocumentFacts, Heading } from '../../core/facts/types.js';
import type { Term } from '../../core/model/glossary.js';
import { compare } from '../../core/text/compare.js';
import { applyEdits, type TextEdit } from '../../core/text/range.js';
import type { SourceText } from '../../core/text/source-text.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import type { SourceFor, WorkspaceChange } from '../language-document.js';
import { termPlaces } from '../navigation/places.js';
import { definitionField } from '../targets/data-definitions.js';
import { headingWords } from '../targets/heading-words.js';
import { addEdit, addFieldEdits, type EditsByPath } from './field-changes.js';
import { plainWords } from './plain-words.js';
import type { Refusal } from './refusal.js';
import { addHeadingEdits, hasHeadingLike, isFixed } from './rename-headings.js';

/**
 * Gives a term of the glossary another form, there and in the words of every document. What is quoted stays as it is,
 * and so do headings that a type or the framework names.
 */
export function renameTerm(term: Term, to: string, snapshot: WorkspaceSnapshot, sourceFor: SourceFor): WorkspaceChange | Refusal {
  if (to === '' || to.trim() !== to || /[\r\n[\]<>`*_\\]/.test(to))
    return { refused: `“${to}” cannot be a term: it has to be words and nothing else.` };
  const taken = formTaken(to, term, snapshot);
  if (taken) return { refused: `The glossary has “${to}” already. Change its entry there.` };
  const definition = definitionField({ kind: 'term', term }, snapshot);
  const edits: EditsByPath = new Map();
  if (!definition || !addFieldEdits(edits, [{ ...definition, value: to }], snapshot, sourceFor)) {
    return { refused: 'The glossary cannot be changed as it stands.' };
  }
  for (const facts of snapshot.markdown) {
    const source = sourceFor(facts.path);
    if (source) addTermEdits(edits, facts, source, { term, to, snapshot, sourceFor });
  }
  return { edits: new Map([...edits].sort(([a], [b]) => compare(a, b))) };
}

interface TermChange {
  readonly term: Term;
  readonly to: string;
  readonly snapshot: WorkspaceSnapshot;
  readonly sourceFor: SourceFor;
}

function formTaken(to: string, own: Term, { glossary }: WorkspaceSnapshot): boolean {
  const wanted = to.toLowerCase();
  const forms = glossary.terms.flatMap((term) => [...(term.term === own.term ? [] : [term.term]), ...term.insteadOf]);
  return [...forms, ...glossary.avoid.flatMap(({ phrases }) => phrases)].some((form) => form.toLowerCase() === wanted);
}

function addTermEdits(edits: EditsByPath, facts: DocumentFacts, source: SourceText, change: TermChange): void {
  const { term, to, snapshot, sourceFor } = change;
  const places = termPlaces(facts, { kind: 'term', term }, snapshot, source).filter(({ range }) => !isQuoted(source, range.start));
  const own = places.map(({ range }): TextEdit => ({ ...range, text: inCapitalsOf(source.text.slice(range.start, range.end), term, to) }));
  const inHeading = (edit: TextEdit) => facts.headings.find((heading) => heading.start <= edit.start && edit.end <= heading.end);
  for (const edit of own) if (!inHeading(edit)) addEdit(edits, facts.path, edit);
  for (const heading of new Set(own.flatMap((edit) => inHeading(edit) ?? []))) {
    const inside = own.filter((edit) => inHeading(edit) === heading);
    const words = newWords(heading, source.text, inside);
    if (isFixed(heading, facts, snapshot) || hasHeadingLike(words, heading, facts)) continue;
    // What others call the heading is kept right, or the heading stays as it is.
    const more: EditsByPath = new Map();
    if (!addHeadingEdits(more, facts, new Map([[heading, words]]), snapshot, sourceFor)) continue;
    for (const edit of inside) addEdit(edits, facts.path, edit);
    for (const [path, all] of more) for (const edit of all) addEdit(edits, path, edit);
  }
}

function newWords(heading: Heading, text: string, edits: readonly TextEdit[]): string {
  const { start, end } = headingWords(heading, text);
  const moved = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  return plainWords(applyEdits(text.slice(start, end), moved).text);
}

/** A line of a quotation is somebody else's words. */
function isQuoted(source: SourceText, offset: number): boolean {
  return /^\s*>/.test(source.line(source.positionAt(offset).line));
}

/** A term that began a sentence with a capital goes on doing so. */
function inCapitalsOf(written: string, { term }: Term, to: string): string {
  const capital = written.charAt(0) !== term.charAt(0);
  return capital ? to.charAt(0).toUpperCase() + to.slice(1) : to;
}
