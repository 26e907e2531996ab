import type { MarkdownParser } from '../../../../core/markdown/parser.js';
import { applyEdits } from '../../../../core/text/range.js';
import type { WorkspaceSnapshot } from '../../../../core/workspace/snapshot.js';
import { editField } from '../../../../core/yaml/edit-yaml.js';
import type { ImportPlan } from '../plan/types.js';
import { type MergedDocument, mergeDocument } from './merge-document.js';

/** A file that an import makes. */
export interface CreatedFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** A file that an import changes. */
export interface ChangedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** What an import does to the guidance. */
export interface ResolvedImport {
  readonly created: readonly CreatedFile[];
  readonly changed: readonly ChangedFile[];
  /** Documents with sections that read otherwise in the Word document, and that nobody has accepted. */
  readonly waiting: readonly MergedDocument[];
  /** The keys of the sources that are new in the register. */
  readonly sources: readonly string[];
}

/** What an import is held against. */
export interface ResolveRequest {
  readonly snapshot: WorkspaceSnapshot;
  readonly parser: MarkdownParser;
  /** The text of a file of the guidance. */
  readonly textOf: (path: string) => string;
  /** Whether documents that are there are held against the Word document; else all of them are new. */
  readonly isUpdate: boolean;
  /** Whether changed prose is taken over: by the key of its criterion, or undefined for the application’s own document. */
  readonly isAccepted: (criterion: string | undefined) => boolean;
}

/** What a planned import does where some of its documents are there already: nothing that somebody wrote is lost unasked. */
export function resolveImport(plan: ImportPlan, request: ResolveRequest): ResolvedImport {
  const { snapshot, parser, textOf, isUpdate, isAccepted } = request;
  const created: CreatedFile[] = [];
  const changed: ChangedFile[] = [];
  const waiting: MergedDocument[] = [];
  for (const document of plan.documents) {
    const facts = isUpdate ? snapshot.facts(document.path) : undefined;
    if (!facts) {
      created.push({ path: document.path, content: document.text });
      continue;
    }
    const merged = mergeDocument(document, facts, textOf(document.path), parser);
    const after = isAccepted(document.criterion) ? merged.accepted : merged.filled;
    if (after !== merged.before) changed.push({ path: document.path, before: merged.before, after });
    if (merged.changed.length > 0 && !isAccepted(document.criterion)) waiting.push(merged);
  }
  // What belongs to no criterion is written, too: onto the page about the import.
  const unplaced = [...plan.unplaced.map(({ text }) => text), plan.unplacedNotes];
  const written = [...created.map(({ content }) => String(content)), ...changed.map(({ after }) => after), ...unplaced].join('\n');
  const images = plan.images.filter(({ path }) => !snapshot.hasFile(path) && written.includes(path.slice(path.lastIndexOf('/') + 1)));
  const register = withSources(plan, request, written);
  return {
    created: [...created, ...images.map(({ path, bytes }) => ({ path, content: bytes }))],
    changed: [...changed, ...(register ? [register.file] : [])],
    waiting,
    sources: register?.keys ?? [],
  };
}

/** The register with the works that are cited by what is written, each at its end. */
function withSources(
  { sources }: ImportPlan,
  { snapshot, textOf }: ResolveRequest,
  written: string,
): { file: ChangedFile; keys: string[] } | undefined {
  const path = snapshot.manifest.sources;
  const cited = sources.filter(({ id }) => new RegExp(`@${id.replace(/[.]/g, '\\$&')}(?![\\p{L}\\p{N}_-])`, 'u').test(written));
  if (path === undefined || cited.length === 0) return undefined;
  const before = textOf(path);
  let after = before;
  for (const { entry } of cited) {
    const edit = editField(after, { field: ['sources'], append: entry });
    if (edit) after = applyEdits(after, [edit]).text;
  }
  return { file: { path, before, after }, keys: cited.map(({ id }) => id) };
}
