import { defineWorkspaceRule } from '../core/lint/rule.js';
import { citedSources, documentsBySource } from './support/cited.js';
import { meantSources } from './support/unknown-sources.js';

export const rule = defineWorkspaceRule({
  id: 'source-cited',
  meta: {
    scope: 'workspace',
    group: 'evidence',
    description: 'Require every source of the register to be cited somewhere',
    defaultSeverity: 'info',
    fixable: false,
    formats: ['yaml'],
    defaultOptions: {},
    messages: { uncited: 'No document cites “{source}” ({title}). Cite it where guidance rests on it, or take it out of the register.' },
  },
  check({ snapshot, report }) {
    const register = snapshot.manifest.sources;
    if (register === undefined) return;
    const cited = new Set(documentsBySource(snapshot).keys());
    for (const facts of snapshot.dataFiles) {
      // That the register itself names a work as newer than another does not make it evidence of anything.
      if (facts.path !== register) for (const { source } of citedSources(facts)) cited.add(source);
    }
    const meant = meantSources(snapshot);
    for (const { id, title, field } of snapshot.sources) {
      if (!cited.has(id) && !meant.has(id))
        report(register, { messageId: 'uncited', data: { source: id, title }, at: { field: [...field, 'id'] } });
    }
  },
});
