import { defineDocumentRule } from '../core/lint/rule.js';
import { readSources } from '../core/model/sources.js';
import { fieldsOf } from '../core/workspace/document.js';

/** What people copy along with an identifier: the address of the resolver, or a label. */
const PREFIX = /^\s*(?:(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/|doi\s*:\s*)/i;
const IDENTIFIER = /^10\.\d{4,9}(?:\.\d+)*\/\S*[^\s.,;]$/;

export const rule = defineDocumentRule({
  id: 'doi-form',
  meta: {
    scope: 'document',
    group: 'evidence',
    description: 'Require identifiers of works (DOIs) to have their form',
    defaultSeverity: 'error',
    fixable: true,
    formats: ['yaml'],
    defaultOptions: {},
    messages: {
      address: 'A DOI is written without the address of a site. Write “{doi}”.',
      form: '“{found}” is not a DOI. One begins with 10. and has a slash, such as 10.1080/10439463.2019.1566329.',
    },
  },
  check({ facts, report }) {
    if (facts.type !== 'sources') return;
    for (const { doi: found, field } of readSources(fieldsOf(facts))) {
      if (found === undefined || IDENTIFIER.test(found)) continue;
      const at = { field: [...field, 'DOI'] };
      const doi = found.replace(PREFIX, '').trim();
      if (doi !== found && IDENTIFIER.test(doi)) {
        report({ messageId: 'address', data: { doi }, at, fix: { title: `Write “${doi}”`, edits: [{ field: at.field, set: doi }] } });
      } else {
        report({ messageId: 'form', data: { found }, at });
      }
    }
  },
});
