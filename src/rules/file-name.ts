import type { DocumentFacts } from '../core/facts/types.js';
import type { Finding } from '../core/lint/finding.js';
import { defineWorkspaceRule } from '../core/lint/rule.js';
import { findElement } from '../core/model/framework.js';
import { applicationOf, criterionOf, fileStem } from '../core/workspace/document.js';
import { keptList } from '../core/workspace/kept-index.js';
import type { WorkspaceSnapshot } from '../core/workspace/snapshot.js';

const onCriteria = keptList(
  (facts) => facts.type !== 'application' && criterionOf(facts) !== undefined && applicationOf(facts) !== undefined,
);

export const rule = defineWorkspaceRule({
  id: 'file-name',
  meta: {
    scope: 'workspace',
    group: 'structure',
    description: 'Require guidance on a criterion to be in a file that is named after it',
    defaultSeverity: 'warning',
    fixable: true,
    defaultOptions: {},
    messages: {
      differs: 'This file holds guidance on “{key}”. Call it “{name}”, so that it is found by its criterion.',
      taken: 'This file holds guidance on “{key}”, but “{name}” is another file. Put the two together, or correct the criterion.',
    },
  },
  // Whether a name is free depends on files that no document refers to.
  check({ snapshot, report }) {
    for (const facts of onCriteria(snapshot)) {
      const stem = fileStem(facts.path);
      const key = stem.toLowerCase() === 'index' ? undefined : criterionKey(facts, snapshot);
      if (key !== undefined && key !== stem) report(facts.path, findingFor(facts.path, stem, key, snapshot));
    }
  },
});

function findingFor(path: string, stem: string, key: string, snapshot: WorkspaceSnapshot): Finding {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const name = key + path.slice(folder.length + stem.length);
  const inTheWay = snapshot.fileInOtherCase(folder + name);
  const free = !snapshot.hasFile(folder + name) && (inTheWay === undefined || inTheWay === path);
  return {
    messageId: free ? 'differs' : 'taken',
    data: { key, name },
    at: { field: ['criterion'] },
    ...(free ? { fix: { title: `Rename the file to “${name}”`, edits: [{ renameTo: folder + name }] } } : {}),
  };
}

/** The key of the one criterion that a document is guidance on; undefined where there is none of that name. */
function criterionKey(facts: DocumentFacts, snapshot: WorkspaceSnapshot): string | undefined {
  const name = criterionOf(facts);
  if (name === undefined) return undefined;
  const framework = snapshot.frameworkOf(facts);
  const key = framework && findElement(framework, ['criterion'], name)?.key;
  // A key that is in the wrong form is for the schema to report; it would not do as a file's name.
  return key !== undefined && /^[\w-]+$/.test(key) ? key : undefined;
}
