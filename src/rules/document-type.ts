import { defineDocumentRule } from '../core/lint/rule.js';
import { markdownTypes } from '../core/schema/registry.js';
import { didYouMean, listOf, nearest } from '../core/text/suggest.js';
import { valueAt } from '../core/yaml/value.js';
import { likelyTypes } from './support/likely-types.js';
import { shorten } from './support/shorten.js';
import { concernsType, violationsOfKind } from './support/violations.js';

/** How many types are offered where the fields fit several. */
const OFFERS = 3;

export const rule = defineDocumentRule({
  id: 'document-type',
  meta: {
    scope: 'document',
    group: 'schema',
    description: 'Require a known type on every document',
    defaultSeverity: 'error',
    fixable: false,
    defaultOptions: {},
    messages: {
      missing: 'This document does not say what type it is. Add “type” with one of {types}.',
      unknown: 'There is no type of document called “{found}”.{hint} The types are {types}.',
      other: 'A document of type “{found}” has to say “type: {allowed}”: that is what its schema asks for.',
    },
  },
  check({ facts, types, otherTypes, report }) {
    if (facts.fields.state !== 'parsed') return;
    const found = valueAt(facts.fields.value, ['type']);
    if (facts.type !== undefined) {
      for (const violation of violationsOfKind(facts, 'choice')) {
        if (!concernsType(facts, violation.path)) continue;
        report({ messageId: 'other', data: { found: facts.type, allowed: listOf(violation.allowed) }, at: { field: violation.path } });
      }
      return;
    }
    const names = markdownTypes(types);
    const set = (type: string, title: string) => ({ title, edits: [{ field: ['type'], set: type }] });
    if (found === undefined || found === null) {
      const likely = likelyTypes(facts.fields.value, types).slice(0, OFFERS);
      const suggestions = likely.map((type) => set(type, `Add “type: ${type}”`));
      report({ messageId: 'missing', data: { types: listOf(names) }, at: { field: ['type'], part: 'key' }, suggestions });
      return;
    }
    // What is wrong with a type of the root's own is told of the manifest, which names its schema.
    if (typeof found === 'string' && (otherTypes ? otherTypes.has(found) : nearest(found, names) === undefined)) return;
    const written = typeof found === 'object' ? (Array.isArray(found) ? 'a list' : 'a group of fields') : shorten(String(found));
    const meant = nearest(written, names);
    report({
      messageId: 'unknown',
      data: { found: written, hint: didYouMean(written, names), types: listOf(names, 'and') },
      at: { field: ['type'] },
      ...(meant === undefined || typeof found === 'object' ? {} : { suggestions: [set(meant, `Change to “${meant}”`)] }),
    });
  },
});
