import { defineLinkedRule } from '../core/lint/rule.js';
import { fieldText, titleOf } from '../core/workspace/document.js';
import { isLink, linkedDocument } from './support/addresses.js';

export const rule = defineLinkedRule({
  id: 'link-status',
  meta: {
    scope: 'linked',
    group: 'references',
    description: 'Disallow links from published documents to drafts and withdrawn ones',
    defaultSeverity: 'warning',
    fixable: false,
    defaultOptions: {},
    messages: {
      draft: '“{title}” is a draft, and this document is published. Take the link out until the draft is ready.',
      withdrawn: '“{title}” is withdrawn and no longer to be used. Link to what takes its place, or take the link out.',
    },
    tags: { withdrawn: 'outdated' },
  },
  check({ facts, snapshot, report }) {
    if (fieldText(facts, 'status') !== 'published') return;
    for (const reference of facts.references) {
      const target = linkedDocument(reference, facts, snapshot);
      const status = target && target.path !== facts.path ? fieldText(target, 'status') : undefined;
      if (!target || (status !== 'draft' && status !== 'withdrawn')) continue;
      const { start, end } = reference;
      report({
        messageId: status === 'draft' ? 'draft' : 'withdrawn',
        data: { title: titleOf(target) },
        at: (isLink(reference) ? reference.urlRange : undefined) ?? { start, end },
        related: [{ path: target.path, at: { field: ['status'] }, message: `Its status is “${status}”.` }],
      });
    }
  },
});
