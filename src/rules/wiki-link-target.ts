import type { WikiReference } from '../core/facts/types.js';
import type { Fix, RelatedPlace } from '../core/lint/finding.js';
import { defineLinkedRule } from '../core/lint/rule.js';
import { didYouMean, listOf, nearest } from '../core/text/suggest.js';
import { titleOf } from '../core/workspace/document.js';
import { foldName, wikiNames } from '../core/workspace/keys.js';
import type { WorkspaceSnapshot } from '../core/workspace/snapshot.js';
import { wikiTarget } from '../core/workspace/wiki-target.js';

/** More candidates than these nobody reads. */
const SHOWN = 5;

export const rule = defineLinkedRule({
  id: 'wiki-link-target',
  meta: {
    scope: 'linked',
    group: 'references',
    description: 'Require wiki links to name one document or framework element',
    defaultSeverity: 'error',
    fixable: false,
    defaultOptions: {},
    messages: {
      missing: 'No document and no framework element is called “{name}”.{hint}',
      ambiguous: '“{name}” can mean {candidates}. Write the path of the one that you mean.',
    },
  },
  check({ facts, snapshot, report }) {
    for (const reference of facts.references) {
      if (reference.via !== 'wiki-link' || isFile(reference.target, snapshot)) continue;
      const { start, end, target: name } = reference;
      const target = wikiTarget(name, facts, snapshot);
      if (target.kind === 'unresolved') {
        const known = knownNames(snapshot);
        const meant = nearest(foldName(name), known);
        const hint = didYouMean(foldName(name), known) || ' Correct the name, or write the document.';
        report({
          messageId: 'missing',
          data: { name, hint },
          at: { start, end },
          ...(meant === undefined ? {} : { suggestions: [pointTo(meant, reference)] }),
        });
      } else if (target.kind === 'ambiguous') {
        const paths = target.candidates.map((candidate) => candidate.path);
        const shown = paths.length > SHOWN ? [...paths.slice(0, SHOWN), `${paths.length - SHOWN} more`] : paths;
        report({
          messageId: 'ambiguous',
          data: { name, candidates: listOf(shown) },
          at: { start, end },
          related: target.candidates
            .slice(0, SHOWN)
            .map((candidate): RelatedPlace => ({ path: candidate.path, at: { start: 0, end: 0 }, message: titleOf(candidate) })),
          suggestions: paths.slice(0, SHOWN).map((path) => pointTo(path.replace(/\.(?:md|markdown)$/i, ''), reference)),
        });
      }
    }
  },
});

/** Obsidian puts images and other files into a page in this way; they are known by their whole path or their name. */
function isFile(name: string, snapshot: WorkspaceSnapshot): boolean {
  return /\.\w+$/.test(name) && snapshot.hasFile(name);
}

function pointTo(name: string, { start, end, heading, label }: WikiReference): Fix {
  const text = `[[${name}${heading === undefined ? '' : `#${heading}`}${label === undefined ? '' : `|${label}`}]]`;
  return { title: `Change to “${text}”`, edits: [{ start, end, text }] };
}

const namesOf = new WeakMap<WorkspaceSnapshot, ReadonlySet<string>>();

/** Every name that a wiki link could have; made once for all that name nothing. */
function knownNames(snapshot: WorkspaceSnapshot): ReadonlySet<string> {
  let names = namesOf.get(snapshot);
  if (!names) {
    const elements = snapshot.frameworks.flatMap((framework) => framework.elements.map((element) => element.key));
    names = new Set([...snapshot.markdown.flatMap(wikiNames), ...elements]);
    namesOf.set(snapshot, names);
  }
  return names;
}
