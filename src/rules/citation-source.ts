import type { Fix } from '../core/lint/finding.js';
import { defineLinkedRule } from '../core/lint/rule.js';
import { nearest } from '../core/text/suggest.js';
import type { WorkspaceSnapshot } from '../core/workspace/snapshot.js';
import { type CitedSource, citedSources, described } from './support/cited.js';

export const rule = defineLinkedRule({
  id: 'citation-source',
  meta: {
    scope: 'linked',
    group: 'evidence',
    description: 'Require every source that is named to be in the source register',
    defaultSeverity: 'error',
    fixable: false,
    formats: ['markdown', 'yaml'],
    defaultOptions: {},
    messages: {
      unknown: 'The source register has no “{source}”.{hint}',
      register: 'This names a source, but the guidance has no source register. Create one, and name it under “sources” in guidance.yml.',
    },
  },
  check({ facts, snapshot, report }) {
    const cited = citedSources(facts);
    const [first] = cited;
    if (!first) return;
    const register = snapshot.manifest.sources;
    if (register === undefined) return report({ messageId: 'register', at: first.at });
    // A register that is missing or cannot be read is a finding of its own, and not one for each citation.
    if (snapshot.facts(register)?.fields.state !== 'parsed') return;
    for (const citation of cited) {
      if (!snapshot.sourcesById.has(citation.source)) report({ messageId: 'unknown', ...unknown(citation, snapshot) });
    }
  },
});

function unknown({ source, at }: CitedSource, snapshot: WorkspaceSnapshot) {
  const meant = snapshot.sourcesById.get(nearest(source, snapshot.sourcesById.keys()) ?? '');
  const hint = meant ? ` Did you mean “${meant.id}” (${described(meant)})?` : ' Correct the key, or add the work to the register.';
  const data = { source, hint };
  return meant ? { data, at, suggestions: [change(at, meant.id)] } : { data, at };
}

function change(at: CitedSource['at'], key: string): Fix {
  return { title: `Change to “${key}”`, edits: ['field' in at ? { field: at.field, set: key } : { ...at, text: key }] };
}
