import { defineDocumentRule } from '../core/lint/rule.js';
import { capital } from '../core/text/words.js';
import { beginsSentence } from './support/capitals.js';
import { type GlossaryHit, glossaryHits, outermost } from './support/glossary-hits.js';
import { isQuoted } from './support/quotations.js';

export const rule = defineDocumentRule({
  id: 'respectful-language',
  meta: {
    scope: 'document',
    group: 'words',
    description: 'Disallow the phrases that the glossary says to avoid',
    defaultSeverity: 'warning',
    fixable: false,
    defaultOptions: {},
    messages: {
      avoid: 'Avoid “{phrase}”. {because}',
      better: 'Avoid “{phrase}”. {because} Better: {better}.',
    },
  },
  check(context) {
    const { avoid } = glossaryHits(context);
    if (avoid.length === 0) return;
    for (const hit of outermost(avoid)) {
      if (isQuoted(hit.at, context)) continue;
      const { because, better } = hit.word.avoided;
      const phrase = hit.block.text.slice(hit.start, hit.end).replace(/\s+(?:>\s*)*/g, ' ');
      context.report({
        messageId: better === undefined ? 'avoid' : 'better',
        data: { phrase, because: sentence(because), ...(better === undefined ? {} : { better: better.replace(/\.$/, '') }) },
        at: hit.at,
        ...(better !== undefined && hit.unbroken && isPlain(better) ? { suggestions: [replace(hit, better)] } : {}),
      });
    }
  },
});

function sentence(text: string): string {
  const trimmed = text.trim();
  return trimmed === '' || /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** Whether a better phrase can stand in the other's place as it is: no choice of several, and no advice to the writer. */
function isPlain(better: string): boolean {
  return !/[,;:()]| or |^(?:leave|describe|say|ask|name|explain|avoid|use|write|give|rephrase|reword|state|be)\b/i.test(better);
}

function replace({ block, start, at }: GlossaryHit<'avoid'>, better: string) {
  const text = beginsSentence(block.text, start) ? capital(better) : better;
  return { title: `Write “${text}”`, edits: [{ ...at, text }] };
}
