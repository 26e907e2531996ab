import { defineDocumentRule } from '../core/lint/rule.js';
import { readSources } from '../core/model/sources.js';
import { fieldsOf } from '../core/workspace/document.js';
import { valueAt } from '../core/yaml/value.js';

export const rule = defineDocumentRule({
  id: 'source-verified',
  meta: {
    scope: 'document',
    group: 'evidence',
    description: 'Point out sources whose details nobody has verified',
    defaultSeverity: 'info',
    fixable: false,
    formats: ['yaml'],
    defaultOptions: {},
    messages: {
      unverified:
        'The details of “{title}” are not verified. Check them against a library’s or the publisher’s record; until then this is a known gap.',
    },
  },
  check({ facts, report }) {
    if (facts.type !== 'sources') return;
    const fields = fieldsOf(facts);
    for (const { title, field } of readSources(fields)) {
      const verified = [...field, 'verified'];
      // Where nothing is said, nothing is recorded.
      if (valueAt(fields, verified) === false) report({ messageId: 'unverified', data: { title }, at: { field: verified } });
    }
  },
});
