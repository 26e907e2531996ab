import type { DocumentFacts } from '../core/facts/types.js';
import { defineLinkedRule } from '../core/lint/rule.js';
import { relativeUrl } from '../core/markdown/link-target.js';
import { titleOf } from '../core/workspace/document.js';
import { wikiHeading, wikiTarget } from '../core/workspace/wiki-target.js';

export const rule = defineLinkedRule({
  id: 'wiki-link-style',
  meta: {
    scope: 'linked',
    group: 'references',
    description: 'Prefer ordinary links to wiki links',
    defaultSeverity: 'info',
    fixable: true,
    defaultOptions: {},
    messages: { style: 'GitHub and most previews show “[[{name}]]” as it stands, and not as a link. Write “{link}”.' },
  },
  check({ facts, snapshot, report }) {
    for (const reference of facts.references) {
      if (reference.via !== 'wiki-link' || reference.embed) continue;
      const { start, end, target: name, label } = reference;
      const target = wikiTarget(name, facts, snapshot);
      if (target.kind !== 'document') continue;
      const anchor = reference.heading === undefined ? '' : anchorOf(reference.heading, target.facts);
      // A heading that is not there has to be mended first.
      if (anchor === undefined) continue;
      const text = `[${label ?? escaped(titleOf(target.facts))}](${relativeUrl(facts.path, target.facts.path)}${anchor})`;
      report({
        messageId: 'style',
        data: { name, link: text },
        at: { start, end },
        fix: { title: `Write “${text}”`, edits: [{ start, end, text }] },
      });
    }
  },
});

function anchorOf(heading: string, facts: DocumentFacts): string | undefined {
  const found = wikiHeading(heading, facts);
  return found && `#${found.slug}`;
}

/** A title as the text of a link, in which nothing is markup. */
function escaped(title: string): string {
  return title
    .replace(/[\\`*_[\]<>|]/g, '\\$&')
    .replace(/\s+/g, ' ')
    .trim();
}
