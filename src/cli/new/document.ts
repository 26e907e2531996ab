import { posix } from 'node:path';
import { UsageError } from '../../index.js';
import { allowedDomains } from '../../language/scaffold/application.js';
import { scaffoldDocument } from '../../language/scaffold/document.js';
import { keyOf, type ScaffoldFile } from '../../language/scaffold/scaffold-file.js';
import { placeInRoot } from '../place-in-root.js';
import { type DocumentType, knownFields } from './known-fields.js';
import type { NewRequest } from './request.js';

/** The file of a new document of a type. */
export function newDocument(type: DocumentType, request: NewRequest): ScaffoldFile {
  const { snapshot, today, name, options } = request;
  const { fields, framework, criterion, subject } = knownFields(type, request);
  // “dmap new domain people” names the element and not the title.
  const title = options.title ?? (name === undefined || name === subject?.key ? subject?.title : name);
  if (title === undefined) throw new UsageError(`Give it a title: “dmap new ${type.name} --title "…"”.`);
  const path =
    options.path === undefined
      ? usualPath(type, request, subject?.key ?? keyOf(title))
      : markdownPath(placeInRoot(request.root, options.path));
  const from = framework && criterion ? allowedDomains(framework, criterion) : framework;
  const sources = snapshot.sources.map((source) => source.id);
  return scaffoldDocument({ path, type, title, fields, parts: criterion?.parts ?? [] }, { framework: from, today, sources });
}

function markdownPath(path: string): string {
  if (/\.(?:md|markdown)$/i.test(path)) return path;
  throw new UsageError(`“${path}” is not a name for a Markdown file. End it with “.md”.`);
}

/** Beside its application, else beside the other documents of its type, else in the root. */
function usualPath(type: DocumentType, { snapshot, options }: NewRequest, stem: string): string {
  if (stem === '') throw new UsageError('The title has no letter or digit that a file name could be made of. Give a path with --path.');
  const application = options.application === undefined ? undefined : snapshot.application(options.application);
  const only = snapshot.applications.length === 1 && type.schema.required?.includes('application') ? snapshot.applications[0] : undefined;
  const beside = application ?? only ?? snapshot.markdown.find((facts) => facts.type === type.name);
  const folder = beside === undefined ? '.' : posix.dirname(beside.path);
  return posix.join(folder, `${stem}.md`);
}
