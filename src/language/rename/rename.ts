import type { DocumentFacts, Heading } from '../../core/facts/types.js';
import type { OffsetRange } from '../../core/text/range.js';
import { foldName } from '../../core/workspace/keys.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import type { LanguageDocument, SourceFor, WorkspaceChange } from '../language-document.js';
import { headingWords } from '../targets/heading-words.js';
import type { Named, Target } from '../targets/target.js';
import { referenceAt, targetAt } from '../targets/target-at.js';
import { addEdit, type EditsByPath } from './field-changes.js';
import { plainWords } from './plain-words.js';
import type { Refusal } from './refusal.js';
import { addHeadingEdits, hasHeadingLike, isFixed } from './rename-headings.js';
import { type Keyed, keyOf, renameKey } from './rename-key.js';
import { renameTerm } from './rename-term.js';

/** What a rename begins with: the words at the cursor, and the name that is to be changed. */
export interface RenameStart {
  readonly range: OffsetRange;
  readonly placeholder: string;
}

/** What can be renamed by a name of its own. */
type Renamable = Keyed | Extract<Named, { kind: 'heading' | 'term' }>;

/**
 * Whether what is at an offset can be renamed, and which name it has; a refusal says why not.
 * @returns undefined where there is nothing that has a name
 */
export function prepareRename(document: LanguageDocument, offset: number, sourceFor: SourceFor): RenameStart | Refusal | undefined {
  const found = renamableAt(document, offset);
  if (!found || 'refused' in found) return found;
  const { named, range } = found;
  const placeholder = nameOf(named, document.snapshot, sourceFor);
  return placeholder === undefined ? undefined : { range, placeholder };
}

/**
 * Renames what is at an offset: an id, a key, a citation key, a point, a heading or a term, with everything that
 * refers to it by that name.
 * @returns a refusal where the name is taken or cannot be one; undefined where nothing is there to be renamed
 */
export function renameAt(
  document: LanguageDocument,
  offset: number,
  newName: string,
  sourceFor: SourceFor,
): WorkspaceChange | Refusal | undefined {
  const found = renamableAt(document, offset);
  if (!found || 'refused' in found) return found;
  const { named } = found;
  const { snapshot } = document;
  if (nameOf(named, snapshot, sourceFor) === newName) return { edits: new Map() };
  if (named.kind === 'term') return renameTerm(named.term, newName, snapshot, sourceFor);
  if (named.kind === 'heading') return renameHeading(named, newName, snapshot, sourceFor);
  return renameKey(named, newName, snapshot, sourceFor);
}

function renamableAt(document: LanguageDocument, offset: number): { named: Renamable; range: OffsetRange } | Refusal | undefined {
  const { facts, snapshot, source } = document;
  const heading = facts.headings.find(({ start, end }) => start <= offset && offset <= end);
  const atReference = referenceAt(facts.references, offset) !== undefined;
  // A term in a heading is part of its words: what is renamed there is the heading.
  const target: Target | undefined =
    heading && !atReference
      ? { kind: 'heading', path: facts.path, heading, range: headingWords(heading, source.text), role: 'definition' }
      : targetAt(document, offset);
  if (!target || target.kind === 'field' || target.kind === 'date') return undefined;
  if (target.kind === 'file') return { refused: 'Rename or move the file itself: what refers to it follows.' };
  const refused = refusalFor(target, document, offset);
  if (refused !== undefined) return { refused };
  const { range, role: _, ...named } = target;
  return snapshot.facts(facts.path) ? { named, range } : undefined;
}

function refusalFor(
  target: Exclude<Target, { kind: 'field' | 'date' | 'file' }>,
  document: LanguageDocument,
  offset: number,
): string | undefined {
  const { facts, snapshot } = document;
  if (target.kind === 'heading') {
    const holder = snapshot.facts(target.path);
    if (holder?.fields.state === 'malformed' && target.heading.start <= holder.fields.range.end) {
      return 'This is front matter that cannot be read, and no heading. Correct it first.';
    }
    return holder && isFixed(target.heading, holder, snapshot)
      ? 'All documents of this type, or all guidance on this criterion, have a section of this name: it cannot be changed in one of them.'
      : undefined;
  }
  if (facts.mentions.some(({ start, end }) => start <= offset && offset <= end)) {
    return 'This is a number, which is only a label. Rename the key where it is written.';
  }
  const reference = target.role === 'reference' ? referenceAt(facts.references, offset) : undefined;
  if (target.kind !== 'document' || !reference) return undefined;
  const id = keyOf(target, snapshot);
  const byId = reference.via === 'wiki-link' && id !== undefined && foldName(reference.target) === foldName(id);
  return byId ? undefined : 'Rename or move the document’s file: what refers to it follows.';
}

function nameOf(named: Renamable, snapshot: WorkspaceSnapshot, sourceFor: SourceFor): string | undefined {
  if (named.kind === 'term') return named.term.term;
  if (named.kind !== 'heading') return keyOf(named, snapshot);
  const text = sourceFor(named.path)?.text;
  if (text === undefined) return undefined;
  const { start, end } = headingWords(named.heading, text);
  return text.slice(start, end).replace(/\s*[\r\n]\s*/g, ' ');
}

/** The new words are Markdown, as the old ones are. */
function renameHeading(
  { path, heading }: { readonly path: string; readonly heading: Heading },
  markdown: string,
  snapshot: WorkspaceSnapshot,
  sourceFor: SourceFor,
): WorkspaceChange | Refusal {
  const facts = snapshot.facts(path);
  const source = sourceFor(path);
  const words = plainWords(markdown);
  if (!facts || !source) return { refused: 'The document cannot be read.' };
  const problem = problemWith(markdown, words, heading, facts);
  if (problem !== undefined) return { refused: problem };
  const edits: EditsByPath = new Map();
  addEdit(edits, path, { ...headingWords(heading, source.text), text: markdown });
  return addHeadingEdits(edits, facts, new Map([[heading, words]]), snapshot, sourceFor)
    ? { edits }
    : { refused: 'Something refers to this heading in a way that cannot be changed with it.' };
}

function problemWith(markdown: string, words: string, heading: Heading, facts: DocumentFacts): string | undefined {
  if (words === '' || /[\r\n]/.test(markdown) || markdown.trim() !== markdown) return 'A heading is words on one line.';
  return hasHeadingLike(words, heading, facts) ? 'This document has another heading of these words.' : undefined;
}
