import type { DocumentFacts } from '../core/facts/types.js';
import { defineWorkspaceRule } from '../core/lint/rule.js';
import type { Annotation } from '../core/schema/annotations.js';
import { compare } from '../core/text/compare.js';
import { nearest } from '../core/text/suggest.js';
import { applicationOf, fileStem } from '../core/workspace/document.js';
import { keptByRoot } from '../core/workspace/kept-index.js';
import type { WorkspaceSnapshot } from '../core/workspace/snapshot.js';
import type { FieldPath } from '../core/yaml/value.js';
import { alsoHere, type Naming } from './support/namings.js';
import { folderOf } from './support/unread-guidance.js';

type ApplicationNaming = Naming<{ readonly at: { readonly field: FieldPath } }>;

/** Documents by the applications that they name. */
const byApplication = keptByRoot((facts) => applicationFields(facts).map(({ value }) => value));

export const rule = defineWorkspaceRule({
  id: 'application-exists',
  meta: {
    scope: 'workspace',
    group: 'references',
    description: 'Require an application that guidance names to have its document',
    defaultSeverity: 'error',
    fixable: false,
    defaultOptions: {},
    messages: {
      missing: 'No document of the type “application” has the key “{name}”.{hint}',
      'missing-often': 'No document of the type “application” has the key “{name}”, which {count} documents name.{hint}',
    },
  },
  check({ snapshot, report }) {
    if (snapshot.manifest.unread) return;
    const missing = missingApplications(snapshot);
    const unread = missing.size === 0 ? [] : mayBeApplications(snapshot);
    for (const [name, namings] of missing) {
      const [first] = namings;
      const at = first?.places[0]?.at;
      if (!first || !at || unread.some((facts) => mayDefine(facts, name, namings))) continue;
      const meant = nearest(
        name,
        snapshot.applications.map((application) => application.key),
      );
      const data = { name, hint: hintFor(name, meant, namings.length, snapshot) };
      if (namings.length > 1) {
        const related = alsoHere(namings.slice(1), 'It is named here too.');
        report(first.path, { messageId: 'missing-often', data: { ...data, count: namings.length }, at, related });
        continue;
      }
      const change =
        meant === undefined ? {} : { suggestions: [{ title: `Change to “${meant}”`, edits: [{ field: at.field, set: meant }] }] };
      report(first.path, { messageId: 'missing', data, at, ...change });
    }
  },
});

function missingApplications(snapshot: WorkspaceSnapshot): Map<string, ApplicationNaming[]> {
  const documents = byApplication(snapshot);
  const known = new Set(snapshot.applications.map((application) => application.key));
  const missing = [...documents.keys()].filter((name) => !known.has(name)).sort(compare);
  return new Map(missing.map((name) => [name, documents.get(name).flatMap((facts) => namingIn(facts, name))]));
}

/** Where a document first names an application. */
function namingIn(facts: DocumentFacts, name: string): ApplicationNaming[] {
  const first = applicationFields(facts).find(({ value }) => value === name);
  return first ? [{ path: facts.path, places: [{ at: { field: first.path } }] }] : [];
}

function applicationFields({ fields }: DocumentFacts): readonly Annotation[] {
  if (fields.state !== 'parsed') return [];
  return fields.annotations.filter((annotation) => annotation.kind === 'document' && annotation.type === 'application');
}

function hintFor(name: string, meant: string | undefined, count: number, snapshot: WorkspaceSnapshot): string {
  if (meant === undefined) return ` Correct it, or write the document that says “application: ${name}”.`;
  return count > 1
    ? ` Did you mean “${meant}”, the key in ${snapshot.application(meant)?.path}? One of the two is to be corrected.`
    : ` Did you mean “${meant}”?`;
}

/** The documents of which nobody knows whether they are those of applications, or with which key. */
function mayBeApplications(snapshot: WorkspaceSnapshot): DocumentFacts[] {
  return snapshot.markdown.filter(
    (facts) =>
      facts.fields.state !== 'parsed' || facts.type === undefined || (facts.type === 'application' && applicationOf(facts) === undefined),
  );
}

function mayDefine(facts: DocumentFacts, name: string, namings: readonly ApplicationNaming[]): boolean {
  if (facts.fields.state === 'parsed' && facts.type === undefined) return applicationOf(facts) === name;
  const stem = fileStem(facts.path);
  const beside = namings.some(({ path }) => folderOf(path) === folderOf(facts.path));
  return stem === name || (beside && (facts.fields.state !== 'missing' || stem === 'index'));
}
