import { defineWorkspaceRule } from '../core/lint/rule.js';
import { fieldText } from '../core/workspace/document.js';
import { shorten } from './support/shorten.js';

export const rule = defineWorkspaceRule({
  id: 'id-unique',
  meta: {
    scope: 'workspace',
    group: 'structure',
    description: 'Require every document’s id to be its own',
    defaultSeverity: 'error',
    fixable: false,
    defaultOptions: {},
    messages: { repeated: '“{id}” is the id of “{path}” already. Give one of the two documents another.' },
  },
  check({ snapshot, report }) {
    const first = new Map<string, string>();
    for (const facts of snapshot.markdown) {
      const id = fieldText(facts, 'id');
      if (id === undefined || id === '') continue;
      const path = first.get(id);
      if (path === undefined) {
        first.set(id, facts.path);
        continue;
      }
      report(facts.path, {
        messageId: 'repeated',
        data: { id: shorten(id), path },
        at: { field: ['id'] },
        related: [{ path, at: { field: ['id'] }, message: 'It has this id first.' }],
      });
    }
  },
});
