import { defineLinkedRule } from '../core/lint/rule.js';
import { addressOf, isLink } from './support/addresses.js';

export const rule = defineLinkedRule({
  id: 'link-inside-root',
  meta: {
    scope: 'linked',
    group: 'references',
    description: 'Require relative links to stay inside the guidance folder',
    defaultSeverity: 'error',
    fixable: false,
    defaultOptions: {},
    messages: { outside: '“{url}” leads out of the guidance folder, where readers of the site cannot follow.{hint}' },
  },
  check({ facts, snapshot, report }) {
    for (const reference of facts.references) {
      if (!isLink(reference) || !reference.outside) continue;
      const { url, urlRange } = reference;
      // The usual slip is one “../” too many.
      const inside = url.replace(/^(?:\.{1,2}\/)+/, '').replace(/[?#].*$/s, '');
      const address = inside !== '' && snapshot.hasFile(inside) ? addressOf(inside, facts, url) : undefined;
      const hint =
        address === undefined ? ' Link to its address on the web, or move the file into the folder.' : ` Did you mean “${address}”?`;
      report({
        messageId: 'outside',
        data: { url, hint },
        at: urlRange ?? reference,
        ...(address === undefined || !urlRange
          ? {}
          : { suggestions: [{ title: `Change to “${address}”`, edits: [{ ...urlRange, text: address }] }] }),
      });
    }
  },
});
