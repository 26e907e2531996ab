import type { Finding, Fix } from '../core/lint/finding.js';
import { defineWorkspaceRule } from '../core/lint/rule.js';
import { type CitedSource, described } from './support/cited.js';
import { alsoHere, type Naming } from './support/namings.js';
import { sourceNamings, type UnknownSource, unknownSources } from './support/unknown-sources.js';

/** A key that more documents than these write in the same way is one slip and not as many. */
const FEW = 3;

export const rule = defineWorkspaceRule({
  id: 'citation-source',
  meta: {
    scope: 'workspace',
    group: 'evidence',
    description: 'Require every source that is named to be in the source register',
    defaultSeverity: 'error',
    fixable: false,
    formats: ['markdown', 'yaml'],
    defaultOptions: {},
    messages: {
      unknown: 'The source register has no “{source}”.{hint}',
      'unknown-often': 'The source register has no “{source}”, which {count} documents name.{hint}',
      register: 'This names a source, but the guidance has no source register. Create one, and name it under “sources” in guidance.yml.',
      'register-often':
        '{count} documents name sources, of which this is the first, but the guidance has no source register. Create one, and name it under “sources” in guidance.yml.',
    },
  },
  check({ snapshot, report }) {
    const { manifest } = snapshot;
    if (manifest.unread) return;
    if (manifest.sources === undefined) {
      tell(sourceNamings(snapshot), () => ({ messageId: 'register' }), report);
      return;
    }
    for (const unknown of unknownSources(snapshot)) tell(unknown.namings, ({ places }) => findingOf(unknown, places), report);
  },
});

type Said = Omit<Finding, 'at'>;

/** One finding for each of a few documents; one for all of many, with the next of them beside it. */
function tell(
  namings: readonly Naming<CitedSource>[],
  say: (naming: Naming<CitedSource>) => Said,
  report: (path: string, finding: Finding) => void,
): void {
  const often = namings.length > FEW;
  for (const naming of often ? namings.slice(0, 1) : namings) {
    const [first] = naming.places;
    if (!first) continue;
    const { messageId, data, ...rest } = say(naming);
    if (!often) report(naming.path, { messageId, ...(data ? { data } : {}), ...rest, at: first.at });
    else {
      const related = alsoHere(namings.slice(1), 'It is named here too.');
      report(naming.path, { messageId: `${messageId}-often`, data: { ...data, count: namings.length }, at: first.at, related });
    }
  }
}

function findingOf({ key, meant, namings }: UnknownSource, places: readonly CitedSource[]): Said {
  const slip = namings.length > FEW ? ' If the documents are right, correct the key in the register.' : '';
  const hint = meant ? ` Did you mean “${meant.id}” (${described(meant)})?${slip}` : ' Correct the key, or add the work to the register.';
  const data = { source: key, hint };
  return { messageId: 'unknown', data, ...(meant ? { suggestions: [change(places, meant.id)] } : {}) };
}

function change(places: readonly CitedSource[], key: string): Fix {
  return {
    title: `Change to “${key}”`,
    edits: places.map(({ at }) => ('field' in at ? { field: at.field, set: key } : { ...at, text: key })),
  };
}
