import { defineDocumentRule } from '../core/lint/rule.js';
import { beginsSentence, startsWithCapital, withCapitalsOf } from './support/capitals.js';
import { type GlossaryHit, glossaryHits, outermost } from './support/glossary-hits.js';
import { isQuoted } from './support/quotations.js';

type Hit = GlossaryHit<'instead'>;

export const rule = defineDocumentRule({
  id: 'preferred-term',
  meta: {
    scope: 'document',
    group: 'words',
    description: 'Require the terms that the glossary prefers',
    defaultSeverity: 'warning',
    fixable: true,
    defaultOptions: {},
    messages: { preferred: 'Write “{preferred}” rather than “{found}”, as the glossary asks.' },
  },
  check(context) {
    const { instead } = glossaryHits(context);
    if (instead.length === 0) return;
    for (const hit of outermost(instead)) {
      if (isQuoted(hit.at, context)) continue;
      const written = hit.block.text.slice(hit.start, hit.end);
      const preferred = replacementFor(hit, written);
      if (sameWords(preferred, written) || isPartOfPreferred(hit)) continue;
      const edit = { title: `Write “${preferred}”`, edits: [{ ...hit.at, text: preferred }] };
      context.report({
        messageId: 'preferred',
        data: { preferred, found: written.replace(/\s+(?:>\s*)*/g, ' ') },
        at: hit.at,
        ...(!hit.unbroken ? {} : isSafe(hit, written) ? { fix: edit } : { suggestions: [edit] }),
      });
    }
  },
});

function replacementFor({ word, block, start }: Hit, written: string): string {
  const { term } = word.term;
  // Where only the capitals are in question, those of the text cannot be kept – but a sentence begins with one.
  const capitalsOnly = word.form.toLowerCase() === term.toLowerCase();
  return capitalsOnly && !beginsSentence(block.text, start) ? term : withCapitalsOf(written, term);
}

function sameWords(a: string, b: string): boolean {
  return a === b.replace(/\s+/g, ' ').replace(/[’‘]/g, "'");
}

/** Whether the form is a piece of the preferred term itself: “victims” in “victims and survivors”. */
function isPartOfPreferred({ word, block, start }: Hit): boolean {
  const term = word.term.term.toLowerCase();
  const within = term.indexOf(word.form.toLowerCase());
  if (within < 0 || within > start) return false;
  const around = block.text
    .slice(start - within, start - within + term.length * 2)
    .toLowerCase()
    .replace(/\s+/g, ' ');
  return term.length > word.form.length && around.startsWith(term);
}

/**
 * A heading is an address that links may lead to, and a capital within a sentence may be that of a name, which
 * keeps its own spelling: both are for somebody to decide.
 */
function isSafe({ word, block, start }: Hit, written: string): boolean {
  if (block.kind === 'heading') return false;
  return !startsWithCapital(written) || startsWithCapital(word.form) || beginsSentence(block.text, start);
}
