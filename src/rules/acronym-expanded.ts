import type { Fix } from '../core/lint/finding.js';
import { defineDocumentRule } from '../core/lint/rule.js';
import { capital } from '../core/text/words.js';
import { beginsSentence } from './support/capitals.js';
import { type GlossaryHit, glossaryHits } from './support/glossary-hits.js';
import { isQuoted } from './support/quotations.js';

type Use = GlossaryHit<'acronym'>;

export const rule = defineDocumentRule({
  id: 'acronym-expanded',
  meta: {
    scope: 'document',
    group: 'words',
    description: 'Require acronyms of the glossary to be spelt out where a document first uses them',
    defaultSeverity: 'warning',
    fixable: false,
    defaultOptions: {},
    messages: {
      unexpanded: '“{acronym}” is used before it is spelt out. Here, the first time, write “{expansion} ({acronym})”.',
    },
  },
  check(context) {
    const { acronym: uses, expansion: expansions } = glossaryHits(context);
    if (uses.length === 0) return;
    const firstExpansion = new Map<string, number>();
    for (const hit of expansions) {
      // A heading counts only where it ties the two together: “Learning and development (L&D)”.
      if (hit.block.kind !== 'heading' || hit.block.text.startsWith(` (${hit.word.term.term})`, hit.end))
        earliest(firstExpansion, hit.word.term.term, hit.at.start);
    }
    for (const use of firstUses(uses.filter((hit) => hit.block.kind !== 'heading' && !isQuoted(hit.at, context)))) {
      const acronym = use.word.term.term;
      const expanded = firstExpansion.get(acronym) ?? Infinity;
      if (expanded < use.at.start || isFollowedByExpansion(use, expanded) || isExpandedLoosely(use)) continue;
      context.report({
        messageId: 'unexpanded',
        data: { acronym, expansion: use.word.expansion },
        at: use.at,
        ...(canBeSpeltOut(use) ? { suggestions: [spellOut(use)] } : {}),
      });
    }
  },
});

function earliest(places: Map<string, number>, key: string, place: number): void {
  places.set(key, Math.min(places.get(key) ?? Infinity, place));
}

/** The first use of each acronym; of an acronym that stands for two things the first meaning speaks for both. */
function firstUses(uses: readonly Use[]): Use[] {
  const first = new Map<string, Use>();
  for (const use of uses) {
    const before = first.get(use.word.term.term);
    if (!before || use.at.start < before.at.start) first.set(use.word.term.term, use);
  }
  return [...first.values()];
}

/** “CPD (continuing professional development)” says it too. */
function isFollowedByExpansion(use: Use, expansion: number): boolean {
  return expansion > use.at.end && expansion - use.at.end <= 4 && /^s?\s?\(/.test(use.block.text.slice(use.end));
}

function isBracketed(use: Use): boolean {
  return use.block.text[use.start - 1] === '(' && use.block.text[use.end] === ')';
}

/** A bracket in a bracket, or behind it an apostrophe, would be worse than what is there. */
function canBeSpeltOut(use: Use): boolean {
  return use.unbroken && !isBracketed(use) && !/^['’]/.test(use.block.text.slice(use.end, use.end + 1));
}

/** “a review of professional developments (PDR)”: the glossary's words in another number or form, right before. */
function isExpandedLoosely(use: Use): boolean {
  if (!isBracketed(use)) return false;
  const before = lastWord(use.block.text.slice(Math.max(0, use.start - 60), use.start - 1));
  const wanted = lastWord(use.word.expansion);
  return before.slice(0, 5) === wanted.slice(0, 5);
}

function lastWord(text: string): string {
  return /([\p{L}\p{N}]+)\W*$/u.exec(text)?.[1]?.toLowerCase() ?? '';
}

function spellOut(use: Use): Fix {
  const { text } = use.block;
  const expansion = beginsSentence(text, use.start) ? capital(use.word.expansion) : use.word.expansion;
  const plural = use.end - use.start > use.word.term.term.length && text[use.end - 1] === 's';
  const written = text.slice(use.start, use.end);
  const spelt = `${expansion}${plural ? 's' : ''} (${written})`;
  return { title: `Write “${spelt}”`, edits: [{ ...use.at, text: spelt }] };
}
