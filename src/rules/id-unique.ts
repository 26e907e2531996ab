import { defineWorkspaceRule } from '../core/lint/rule.js';
import { fieldText } from '../core/workspace/document.js';
import { keptByRoot } from '../core/workspace/kept-index.js';
import { shorten } from './support/shorten.js';

/** Documents by their id. */
const byId = keptByRoot((facts) => [fieldText(facts, 'id') ?? ''].filter((id) => id !== ''));

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
    const documents = byId(snapshot);
    for (const id of documents.keys()) {
      const [first, ...others] = documents.get(id);
      for (const { path } of others) {
        report(path, {
          messageId: 'repeated',
          data: { id: shorten(id), path: first?.path ?? '' },
          at: { field: ['id'] },
          related: first ? [{ path: first.path, at: { field: ['id'] }, message: 'It has this id first.' }] : [],
        });
      }
    }
  },
});
