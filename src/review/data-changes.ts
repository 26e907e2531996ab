import { registerEntries } from '../core/workspace/register.js';
import type { WorkspaceSnapshot } from '../core/workspace/snapshot.js';
import type { Comparison } from './revision.js';
import type { Statement } from './statement.js';
import { quoted } from './words.js';

/** What a change does to the data that documents rest on. */
export interface DataChanges {
  readonly statements: readonly Statement[];
  /** The keys of the sources whose entry is another than before, or gone. */
  readonly sources: ReadonlySet<string>;
}

/** Compares the source registers and the frameworks. */
export function dataChanges({ before, after }: Comparison): DataChanges {
  const [then, now] = [entriesIn(before.snapshot), entriesIn(after.snapshot)];
  const path = after.snapshot.manifest.sources ?? before.snapshot.manifest.sources;
  const changed = [...now].filter(([id, entry]) => then.has(id) && then.get(id) !== entry).map(([id]) => id);
  const gone = [...then.keys()].filter((id) => !now.has(id));
  const statement = (kind: Statement['kind'], text: string): Statement => ({ kind, text, path });
  return {
    statements: [
      ...gone.map((id) => statement('source-removed', `The source ${quoted(id)} was taken out of the register.`)),
      ...[...now.keys()]
        .filter((id) => !then.has(id))
        .map((id) => statement('source-added', `The source ${quoted(id)} is new in the register.`)),
      ...changed.map((id) => statement('source-changed', `The entry of the source ${quoted(id)} is not what it was.`)),
      ...frameworkChanges(before.snapshot, after.snapshot),
    ],
    sources: new Set([...changed, ...gone]),
  };
}

function entriesIn(snapshot: WorkspaceSnapshot): Map<string, string> {
  return new Map([...registerEntries(snapshot)].map(([id, entry]) => [id, JSON.stringify(entry)]));
}

function frameworkChanges(before: WorkspaceSnapshot, after: WorkspaceSnapshot): Statement[] {
  const then = new Map(before.frameworks.map((framework) => [framework.key, JSON.stringify(framework.elements)]));
  return after.frameworks.flatMap(({ key, title, path, elements }): Statement[] => {
    const old = then.get(key);
    if (old === JSON.stringify(elements)) return [];
    const text =
      old === undefined
        ? `The framework ${quoted(title)} is new.`
        : `The framework ${quoted(title)} says something else about its elements.`;
    return [{ kind: 'framework-changed', text, path }];
  });
}
