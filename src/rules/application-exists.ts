import { defineLinkedRule } from '../core/lint/rule.js';
import { didYouMean, nearest } from '../core/text/suggest.js';

export const rule = defineLinkedRule({
  id: 'application-exists',
  meta: {
    scope: 'linked',
    group: 'references',
    description: 'Require an application that guidance names to have its document',
    defaultSeverity: 'error',
    fixable: false,
    defaultOptions: {},
    messages: { missing: 'No document of the type “application” has the key “{name}”.{hint}' },
  },
  check({ facts, snapshot, report }) {
    if (facts.fields.state !== 'parsed') return;
    for (const annotation of facts.fields.annotations) {
      if (annotation.kind !== 'document' || annotation.type !== 'application') continue;
      const { value: name, path } = annotation;
      if (snapshot.application(name)) continue;
      const known = snapshot.applications.map((application) => application.key);
      const meant = nearest(name, known);
      report({
        messageId: 'missing',
        data: { name, hint: didYouMean(name, known) || ` Correct it, or write the document that says “application: ${name}”.` },
        at: { field: path },
        ...(meant === undefined ? {} : { suggestions: [{ title: `Change to “${meant}”`, edits: [{ field: path, set: meant }] }] }),
      });
    }
  },
});
