import type { LinkReference, WikiReference } from '../../core/facts/types.js';
import type { LocatedDiagnostic } from '../../core/lint/finding.js';
import type { OffsetRange } from '../../core/text/range.js';
import { applicationOf, fileStem } from '../../core/workspace/document.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import { wikiTarget } from '../../core/workspace/wiki-target.js';
import type { LanguageDocument } from '../language-document.js';
import { scaffoldGuidance } from '../scaffold/criterion-guidance.js';
import { scaffoldDocument } from '../scaffold/document.js';
import { keyOf, type ScaffoldFile } from '../scaffold/scaffold-file.js';
import { fileAt } from '../targets/reference-target.js';
import { targetAt } from '../targets/target-at.js';
import { type CodeAction, touches } from './code-action.js';

/** Documents that are referred to and are not there, to be written: where a link leads, or on a criterion. */
export function createActions(document: LanguageDocument, range: OffsetRange, diagnostics: readonly LocatedDiagnostic[]): CodeAction[] {
  return [...linkedDocuments(document, range), ...missingGuidance(document, range, diagnostics)];
}

function linkedDocuments(document: LanguageDocument, range: OffsetRange): CodeAction[] {
  const { facts, snapshot } = document;
  return facts.references.flatMap((reference) => {
    if (!touches(reference, range) || reference.via === 'citation' || reference.via === 'image') return [];
    const wanted = reference.via === 'wiki-link' ? fromWiki(reference, document) : fromLink(reference, document);
    return wanted && fileAt(wanted.path, snapshot) === undefined ? createPage(wanted, document) : [];
  });
}

interface Wanted {
  readonly path: string;
  readonly title: string;
}

function fromLink({ path, start, urlRange, end }: LinkReference, { source }: LanguageDocument): Wanted | undefined {
  if (path === undefined || !/\.(?:md|markdown)$/i.test(path)) return undefined;
  const label = /^\[([^[\]]+)\]\($/
    .exec(source.text.slice(start, urlRange?.start ?? end))?.[1]
    ?.replace(/\s+/g, ' ')
    .trim();
  return { path, title: label || titleFrom(fileStem(path)) };
}

function fromWiki({ target, embed }: WikiReference, { facts, snapshot, path }: LanguageDocument): Wanted | undefined {
  const name = keyOf(fileStem(target));
  if (embed || name === '' || wikiTarget(target, facts, snapshot).kind !== 'unresolved') return undefined;
  return { path: `${path.slice(0, path.lastIndexOf('/') + 1)}${name}.md`, title: titleFrom(fileStem(target)) };
}

function titleFrom(name: string): string {
  const words = name.replace(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function createPage({ path, title }: Wanted, { snapshot, today, facts }: LanguageDocument): CodeAction[] {
  const type = snapshot.types.get('page');
  if (!type) return [];
  const sources = { framework: snapshot.frameworkOf(facts), today, sources: keysOf(snapshot) };
  return [create(`Create “${path}”`, scaffoldDocument({ path, type, title, fields: {} }, sources), [])];
}

/** On the criterion at the cursor, or in an application's front matter on every criterion that it says nothing about. */
function missingGuidance(document: LanguageDocument, range: OffsetRange, diagnostics: readonly LocatedDiagnostic[]): CodeAction[] {
  const { facts, snapshot } = document;
  const application = snapshot.application(applicationOf(facts) ?? '');
  const framework = application?.framework;
  if (!application || !framework) return [];
  const target = targetAt(document, range.start);
  const named =
    target?.kind === 'element'
      ? [target.element]
      : target?.kind === 'application' && target.role === 'definition'
        ? framework.elements.filter((element) => !application.entries.some(({ criterion }) => criterion === element))
        : [];
  return named.flatMap((element) => {
    const file = scaffoldGuidance(element, application, snapshot, document.today);
    const about = diagnostics.filter(({ data }) => data['key'] === application.key && data['name'] === element.key);
    return file ? [create(`Write guidance on “${element.shortTitle}”`, file, about)] : [];
  });
}

function keysOf(snapshot: WorkspaceSnapshot): string[] {
  return snapshot.sources.map(({ id }) => id);
}

function create(title: string, file: ScaffoldFile, diagnostics: readonly LocatedDiagnostic[]): CodeAction {
  return { title, kind: 'quickfix', change: { edits: new Map(), creates: [file] }, diagnostics };
}
