import { headingNamed } from '../core/coverage/section-states.js';
import { defineDocumentRule } from '../core/lint/rule.js';
import { didYouMean, nearest } from '../core/text/suggest.js';

export const rule = defineDocumentRule({
  id: 'section-exists',
  meta: {
    scope: 'document',
    group: 'references',
    description: 'Require a section that a field names to be in the document',
    defaultSeverity: 'error',
    fixable: false,
    defaultOptions: {},
    messages: { missing: 'This document has no heading “{name}”.{hint}' },
  },
  check({ facts, report }) {
    if (facts.fields.state !== 'parsed') return;
    for (const annotation of facts.fields.annotations) {
      if (annotation.kind !== 'section' || headingNamed(facts, annotation.value) >= 0) continue;
      const { value: name, path } = annotation;
      const headings = facts.headings.map((heading) => heading.text).filter((text) => text !== '');
      const meant = nearest(name, headings);
      report({
        messageId: 'missing',
        data: { name, hint: didYouMean(name, headings) || ' Write one of its headings in the same words, or leave “section” out.' },
        at: { field: path },
        ...(meant === undefined ? {} : { suggestions: [{ title: `Change to “${meant}”`, edits: [{ field: path, set: meant }] }] }),
      });
    }
  },
});
