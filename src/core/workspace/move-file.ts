import type { DocumentFacts, LinkReference, WikiReference } from '../facts/types.js';
import { relativeUrl } from '../markdown/link-target.js';
import type { TextEdit } from '../text/range.js';
import { foldName } from './keys.js';
import { WorkspaceSnapshot } from './snapshot.js';
import { type WikiTarget, wikiTarget } from './wiki-target.js';

/** Where documents move: their new paths by those that they have. */
export type Moves = ReadonlyMap<string, string>;

/** A root before documents move and after, its texts still as they are. */
interface Move {
  readonly moves: Moves;
  readonly before: WorkspaceSnapshot;
  readonly after: WorkspaceSnapshot;
}

/**
 * The edits that keep every reference right when documents move: links and wiki links to them, their own relative
 * links, and wiki links to others that their new names would be taken for.
 * @param partly whether the documents move in any case: what cannot be kept right is left as it is
 * @returns edits by the path that each document has before the move; undefined where some reference cannot be kept
 * right by an edit, so that the documents have to stay where they are
 */
export function linkEditsForMove(
  before: WorkspaceSnapshot,
  moves: Moves,
  { partly = false }: { readonly partly?: boolean } = {},
): Map<string, TextEdit[]> | undefined {
  const move = { moves, before, after: moved(before, moves) };
  const edits = new Map<string, TextEdit[]>();
  for (const facts of before.markdown) {
    const own: TextEdit[] = [];
    for (const reference of facts.references) {
      if (reference.via === 'citation') continue;
      const edit = reference.via === 'wiki-link' ? wikiEdit(reference, facts, move) : linkEdit(reference, facts, move);
      if (edit === 'impossible' && !partly) return undefined;
      if (edit && edit !== 'impossible') own.push(edit);
    }
    if (own.length > 0) edits.set(facts.path, own);
  }
  return edits;
}

/** The edit of one reference; none where it is right as it stands. */
type ReferenceEdit = TextEdit | 'impossible' | undefined;

function linkEdit(reference: LinkReference, { path }: DocumentFacts, { moves, before }: Move): ReferenceEdit {
  const { url, urlRange } = reference;
  if (reference.path === undefined || url.startsWith('#')) return undefined;
  const target = fileMeant(reference.path, before);
  const own = moves.get(path) ?? path;
  const to = moves.get(target);
  if (to === undefined && (folderOf(own) === folderOf(path) || url.startsWith('/'))) return undefined;
  // A folder's address keeps its last stroke.
  const suffix = (to === undefined ? /\/?(?:[?#].*)?$/s : /[?#].*$/s).exec(url)?.[0] ?? '';
  const address = relativeUrl(own, to ?? reference.path) + suffix;
  if (sameAddress(url, address)) return undefined;
  return urlRange ? { ...urlRange, text: address } : 'impossible';
}

/** The file that the path of a link leads to: itself, a folder's index, or the one in another letter case. */
function fileMeant(path: string, snapshot: WorkspaceSnapshot): string {
  const index = path === '' ? 'index.md' : `${path}/index.md`;
  return [path, index].find((file) => snapshot.hasFile(file)) ?? snapshot.fileInOtherCase(path) ?? path;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** Whether two addresses differ only in how they are written (`./a.md` and `a.md`). */
function sameAddress(a: string, b: string): boolean {
  const plain = (url: string) => url.replace(/^\.\//, '');
  return plain(a) === plain(b);
}

function wikiEdit(reference: WikiReference, facts: DocumentFacts, { moves, before, after }: Move): ReferenceEdit {
  const target = wikiTarget(reference.target, facts, before);
  // What named nothing for certain has a finding of its own already.
  if (target.kind === 'unresolved' || target.kind === 'ambiguous') return undefined;
  const from = after.facts(moves.get(facts.path) ?? facts.path) ?? facts;
  const leadsTo = (name: string) => isSame(wikiTarget(name, from, after), target, moves);
  if (leadsTo(reference.target)) return undefined;
  const name = target.kind === 'document' ? namesOf(moves.get(target.facts.path) ?? target.facts.path).find(leadsTo) : undefined;
  return name === undefined ? 'impossible' : { start: reference.start, end: reference.end, text: withTarget(reference, name) };
}

/** Whether a wiki link means after a move what it meant before. */
function isSame(after: WikiTarget, before: WikiTarget, moves: Moves): boolean {
  if (before.kind === 'element')
    return after.kind === 'element' && after.element.kind === before.element.kind && after.element.key === before.element.key;
  return (
    after.kind === 'document' && before.kind === 'document' && after.facts.path === (moves.get(before.facts.path) ?? before.facts.path)
  );
}

/** The names that a wiki link can give a path, from the shortest. */
function namesOf(path: string): string[] {
  const whole = path.replace(/\.(?:md|markdown)$/i, '');
  return [whole.slice(whole.lastIndexOf('/') + 1), whole].filter((name) => foldName(name) !== '' && !/[[\]|#\r\n]/.test(name));
}

/** A wiki link with another target; in a table the stroke before its label is escaped, and has to stay so. */
function withTarget({ target, heading, label, start, end }: WikiReference, name: string): string {
  const text = (to: string, stroke: string) =>
    `[[${to}${heading === undefined ? '' : `#${heading}`}${label === undefined ? '' : `${stroke}${label}`}]]`;
  return text(name, text(target, '|').length === end - start ? '|' : '\\|');
}

/** A root as it is once documents have moved, but for the texts of their links. */
function moved(before: WorkspaceSnapshot, moves: Moves): WorkspaceSnapshot {
  const pathOf = (path: string) => moves.get(path) ?? path;
  const documents = [...before.dataFiles, ...before.markdown].map((facts) => ({ ...facts, path: pathOf(facts.path) }));
  documents.sort((a, b) => (a.path < b.path ? -1 : 1));
  return new WorkspaceSnapshot(before.revision, before.types, documents, new Set(before.filePaths.map(pathOf)));
}
