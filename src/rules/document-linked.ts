import type { DocumentFacts } from '../core/facts/types.js';
import type { Location } from '../core/lint/finding.js';
import { defineWorkspaceRule } from '../core/lint/rule.js';
import { fieldText, titleOf } from '../core/workspace/document.js';
import type { WorkspaceSnapshot } from '../core/workspace/snapshot.js';
import { unlinkedDocuments } from './support/linking.js';

export const rule = defineWorkspaceRule({
  id: 'document-linked',
  meta: {
    scope: 'workspace',
    group: 'references',
    description: 'Require another document to link to each document',
    defaultSeverity: 'warning',
    fixable: false,
    defaultOptions: {},
    messages: { orphan: 'No other document links to “{title}”, so readers will hardly find it. Link to it{from}.' },
  },
  check({ snapshot, report }) {
    for (const facts of unlinkedDocuments(snapshot)) {
      if (isExempt(facts)) continue;
      const from = indexAbove(facts.path, snapshot);
      report(facts.path, {
        messageId: 'orphan',
        data: {
          title: titleOf(facts),
          from: from === undefined ? ' from a document that its readers come from' : `, for example from ${from}`,
        },
        at: placeOf(facts),
      });
    }
  },
});

/** Readers arrive at the home page by themselves; nobody is to be sent to a draft or to what is withdrawn. */
function isExempt(facts: DocumentFacts): boolean {
  if (facts.fields.state === 'unreadable' || /^(?:index|readme)\.(?:md|markdown)$/i.test(facts.path)) return true;
  const status = fieldText(facts, 'status');
  return status === 'draft' || status === 'withdrawn';
}

/** The nearest index in the document's folder or above it. */
function indexAbove(path: string, snapshot: WorkspaceSnapshot): string | undefined {
  for (let folder = path; folder !== ''; ) {
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
    const index = folder === '' ? 'index.md' : `${folder}/index.md`;
    if (index !== path && snapshot.hasFile(index)) return index;
  }
  return undefined;
}

function placeOf(facts: DocumentFacts): Location {
  if (fieldText(facts, 'title') !== undefined) return { field: ['title'] };
  const [first] = facts.headings;
  return first ? { start: first.start, end: first.end } : { start: 0, end: 0 };
}
