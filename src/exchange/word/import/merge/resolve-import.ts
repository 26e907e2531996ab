import { relativeUrl } from '../../../../core/markdown/link-target.js';
import type { MarkdownParser } from '../../../../core/markdown/parser.js';
import { elementsOf } from '../../../../core/model/framework.js';
import { applyEdits } from '../../../../core/text/range.js';
import { type Application, guidanceOf } from '../../../../core/workspace/application.js';
import type { WorkspaceSnapshot } from '../../../../core/workspace/snapshot.js';
import { editField } from '../../../../core/yaml/edit-yaml.js';
import { placeholder } from '../../../../language/scaffold/scaffold-file.js';
import { nameOf } from '../match/match-criterion.js';
import type { ImportPlan, PlannedDocument } from '../plan/types.js';
import type { Doubt } from '../types.js';
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
  /** Documents with sections that read otherwise in the Word document or are only there, and that nobody has accepted. */
  readonly waiting: readonly MergedDocument[];
  /** What goes with those, where they are taken over: pictures, and the register with the works that they cite. */
  readonly accompanying: { readonly created: readonly CreatedFile[]; readonly register: ChangedFile | undefined };
  /** The keys of the sources that are new in the register. */
  readonly sources: readonly string[];
  /** What is there and not in the Word document, which somebody may have taken out of it. */
  readonly doubts: readonly Doubt[];
}

/** What an import is held against. */
export interface ResolveRequest {
  readonly snapshot: WorkspaceSnapshot;
  readonly parser: MarkdownParser;
  /** The text of a file of the guidance. */
  readonly textOf: (path: string) => string;
  /** The application that is held against the Word document; undefined where a new one is started. */
  readonly application: Application | undefined;
  /** Whether changed prose is taken over: by the key of its criterion, or undefined for the application’s own document. */
  readonly isAccepted: (criterion: string | undefined) => boolean;
}

/** What a planned import does where some of its documents are there already: nothing that somebody wrote is lost unasked. */
export function resolveImport(plan: ImportPlan, request: ResolveRequest): ResolvedImport {
  const { snapshot, parser, textOf, application, isAccepted } = request;
  const own = application ? pathsOf(application, snapshot) : new Set<string>();
  const created: CreatedFile[] = [];
  const changed: ChangedFile[] = [];
  const waiting: MergedDocument[] = [];
  const doubts: Doubt[] = [];
  for (const document of plan.documents) {
    const isThere = own.has(document.path) && snapshot.facts(document.path) !== undefined;
    if (!isThere) {
      created.push({ path: document.path, content: document.text });
      continue;
    }
    const merged = mergeDocument(document, { text: textOf(document.path), parser, ...surroundingsOf(document, own, request) });
    const after = isAccepted(document.criterion) ? merged.accepted : merged.filled;
    if (after !== merged.before) changed.push({ path: document.path, before: merged.before, after });
    if (merged.changed.length > 0 && !isAccepted(document.criterion)) waiting.push(merged);
    doubts.push(...absentOf(document, merged, request));
  }
  // What belongs to no criterion is written, too: onto the page about the import.
  const unplaced = [...plan.unplaced.map(({ text }) => text), plan.unplacedNotes];
  const written = [...created.map(({ content }) => String(content)), ...changed.map(({ after }) => after), ...unplaced].join('\n');
  const whole = [written, ...waiting.map(({ accepted }) => accepted)].join('\n');
  const images = picturesIn(plan, request, written);
  const register = withSources(plan, request, written);
  const wholeRegister = withSources(plan, request, whole);
  return {
    created: [...created, ...images],
    changed: [...changed, ...(register ? [register.file] : [])],
    waiting,
    accompanying: {
      created: picturesIn(plan, request, whole).filter(({ path }) => images.every((image) => image.path !== path)),
      register:
        wholeRegister && wholeRegister.keys.length > (register?.keys.length ?? 0)
          ? { ...wholeRegister.file, before: register?.file.after ?? wholeRegister.file.before }
          : undefined,
    },
    sources: register?.keys ?? [],
    doubts,
  };
}

/** What a document that is there has of its scaffold. */
function surroundingsOf(
  { path, criterion }: PlannedDocument,
  own: ReadonlySet<string>,
  { snapshot, application }: ResolveRequest,
): { placeholders: ReadonlySet<string>; isGuidance: (url: string) => boolean } {
  const { sections = [] } = snapshot.types.get(criterion === undefined ? 'application' : 'criterion-guidance') ?? {};
  const criteria = application?.framework ? elementsOf(application.framework, 'criterion') : [];
  const urls = new Set([...[...own].map((other) => relativeUrl(path, other)), ...criteria.map(({ key }) => `${key}.md`)]);
  return {
    placeholders: new Set([placeholder(undefined), ...sections.map(({ help }) => placeholder(help).replace(/\s+/g, ' ').trim())]),
    isGuidance: (url) => urls.has(url),
  };
}

/** What a Word document that has all sections does not have any more. */
function absentOf({ criterion, isWhole }: PlannedDocument, { absent }: MergedDocument, { application }: ResolveRequest): Doubt[] {
  if (!isWhole) return [];
  const element = application?.framework && elementsOf(application.framework, 'criterion').find(({ key }) => key === criterion);
  const about = element ? nameOf(element) : 'The overview';
  return absent.map((title) => ({ about, says: `The section “${title}” is not in the Word document. It was kept.` }));
}

/** The pictures that a text shows and that are not there yet. */
function picturesIn({ images }: ImportPlan, { snapshot }: ResolveRequest, text: string): CreatedFile[] {
  const shown = images.filter(({ path }) => !snapshot.hasFile(path) && text.includes(path.slice(path.lastIndexOf('/') + 1)));
  return shown.map(({ path, bytes }) => ({ path, content: bytes }));
}

/** The documents of an application that an import can change: its own, and its guidance. */
function pathsOf(application: Application, snapshot: WorkspaceSnapshot): ReadonlySet<string> {
  const guidance = [...guidanceOf(application, snapshot).values()].flat();
  return new Set([application.path, ...guidance.map(({ path }) => path)]);
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
