import type { DocumentFacts } from '../core/facts/types.js';
import type { Finding } from '../core/lint/finding.js';
import { defineLinkedRule } from '../core/lint/rule.js';
import { labelled } from '../core/model/framework.js';
import { type Application, readApplication, type StandingEntry } from '../core/workspace/application.js';
import { fieldsOf, isWithdrawn } from '../core/workspace/document.js';
import type { WorkspaceSnapshot } from '../core/workspace/snapshot.js';
import { guidanceOn } from '../core/workspace/subjects.js';
import { listAt } from '../core/yaml/value.js';

export const rule = defineLinkedRule({
  id: 'standing-guidance',
  meta: {
    scope: 'linked',
    group: 'criteria',
    description: 'Disallow calling a criterion planned or not applicable where there is guidance on it, or twice',
    defaultSeverity: 'warning',
    fixable: false,
    defaultOptions: {},
    messages: {
      exists: 'Criterion {criterion} is recorded as {state}, and {path} is guidance on it. Take this entry out, or withdraw the guidance.',
      twice: 'Criterion {criterion} is recorded here a second time. Keep one entry.',
    },
  },
  check({ facts, snapshot, report }) {
    const application = facts.type === 'application' ? readApplication(facts, snapshot.frameworks) : undefined;
    if (!application) return;
    const first = new Map<string, StandingEntry>();
    for (const entry of application.entries) {
      const key = entry.criterion?.key ?? entry.name;
      const earlier = first.get(key);
      if (earlier) report(repetition(entry, earlier, facts));
      else first.set(key, entry);
      const guidance = guidanceFor(entry, application, snapshot);
      if (guidance && !earlier) report(contradiction(entry, guidance, facts));
    }
  },
});

function guidanceFor(
  { criterion }: StandingEntry,
  { framework, key }: Application,
  snapshot: WorkspaceSnapshot,
): DocumentFacts | undefined {
  if (!criterion || !framework) return undefined;
  return guidanceOn(criterion, framework, key, snapshot).find((facts) => !isWithdrawn(facts));
}

function repetition(entry: StandingEntry, earlier: StandingEntry, { path }: DocumentFacts): Finding {
  return {
    messageId: 'twice',
    data: { criterion: nameOf(entry) },
    at: { field: [...entry.field, 'criterion'] },
    related: [{ path, at: { field: [...earlier.field, 'criterion'] }, message: 'The first entry.' }],
    suggestions: [{ title: 'Take out this entry', edits: [{ field: entry.field, remove: true }] }],
  };
}

function contradiction(entry: StandingEntry, { path }: DocumentFacts, application: DocumentFacts): Finding {
  // A list that has nothing left goes as a whole.
  const field = listAt(fieldsOf(application), 'criteria').length === 1 ? ['criteria'] : entry.field;
  return {
    messageId: 'exists',
    data: { criterion: nameOf(entry), path, state: entry.state === 'planned' ? 'planned' : 'not applicable' },
    at: { field: [...entry.field, 'criterion'] },
    related: [{ path, at: { field: ['criterion'] }, message: 'The guidance on this criterion.' }],
    suggestions: [{ title: 'Take out this entry', edits: [{ field, remove: true }] }],
  };
}

function nameOf({ criterion, name }: StandingEntry): string {
  return criterion ? labelled(criterion) : `“${name}”`;
}
