import type { Location } from '../core/lint/finding.js';
import { type DocumentContext, defineDocumentRule } from '../core/lint/rule.js';
import { sectionAt } from '../core/markdown/references.js';
import { isPlaceholder } from '../core/markdown/sections.js';
import { fieldText, gapsOf, isWithdrawn } from '../core/workspace/document.js';
import { type FieldPath, isMapping, type Value } from '../core/yaml/value.js';
import { alsoHere } from './support/namings.js';
import { listOption } from './support/options.js';
import { placeholderPattern } from './support/placeholder-pattern.js';
import { foldTitle, isEmptySection } from './support/sections.js';
import { shorten } from './support/shorten.js';

interface Options {
  readonly words: readonly string[];
}

export const rule = defineDocumentRule<Options>({
  id: 'no-placeholder',
  meta: {
    scope: 'document',
    group: 'structure',
    description: 'Disallow words that were left where something was to be written',
    defaultSeverity: 'warning',
    fixable: false,
    formats: ['markdown', 'yaml'],
    optionsSchema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        words: {
          type: 'array',
          items: { type: 'string' },
          title: 'More words',
          description:
            'Words and phrases that stand for something still to be written, in any letter case, beside those that the rule knows.',
          default: [],
        },
      },
    },
    defaultOptions: { words: [] },
    messages: {
      left: '“{found}” stands for something that is still to be written. Write it, or take it out and record a gap with its reason.',
      'left-draft':
        '“{found}” stands for something that is still to be written, and {more} in this draft. Write it, or take it out and record a gap with its reason.',
    },
  },
  check(context) {
    const { facts, report } = context;
    const pattern = placeholderPattern(listOption(context.options.words, []));
    const leftovers = leftoversIn(context, pattern);
    const [first, ...others] = leftovers;
    if (!first) return;
    // A draft that has only just been begun is full of them: to say so once is enough.
    if (others.length > 0 && fieldText(facts, 'status') === 'draft') {
      const more = others.length === 1 ? 'so does something else' : `so do ${others.length} other places`;
      const related = alsoHere(
        others.map((other) => ({ path: facts.path, places: [other] })),
        'Still to be written.',
      );
      report({ messageId: 'left-draft', data: { found: shorten(first.found), more }, at: first.at, related });
    } else for (const { found, at } of leftovers) report({ messageId: 'left', data: { found: shorten(found) }, at });
  },
});

/** A placeholder that was left in a text or a field. */
interface Leftover {
  readonly found: string;
  readonly at: Location;
}

function leftoversIn(context: DocumentContext<Options>, pattern: RegExp): Leftover[] {
  const leftovers: Leftover[] = [];
  // Nearly every document has none: one look at the whole of it spares a look at each of its parts.
  const anywhere = context.text.search(pattern) >= 0;
  if (anywhere || MAY_STAND_FOR_MORE.test(fieldsText(context))) checkFields(context, pattern, (found, at) => leftovers.push({ found, at }));
  for (const block of context.prose.blocks) {
    if (!anywhere && !isPlaceholder(block.text)) continue;
    for (const { start, end } of found(block.text, pattern)) {
      const at = { start: block.offsetAt(start), end: block.offsetAt(end - 1) + 1 };
      if (!inEmptySection(context, at.start)) leftovers.push({ found: block.text.slice(start, end), at });
    }
  }
  return leftovers;
}

/** Whether a placeholder is all that a section has, which is a finding of its own. */
function inEmptySection({ facts }: DocumentContext<Options>, offset: number): boolean {
  const index = sectionAt(facts.headings, offset);
  const heading = facts.headings[index];
  if (!heading || offset < heading.end || isWithdrawn(facts) || !isEmptySection(facts.headings, index)) return false;
  return !gapsOf(facts).some((gap) => foldTitle(gap.section ?? '') === foldTitle(heading.text));
}

/** Where a text holds a placeholder: any that stands out by itself, and a phrase that the whole text begins with. */
function found(text: string, pattern: RegExp): { start: number; end: number }[] {
  const hits = Array.from(text.matchAll(pattern), (match) => ({ start: match.index, end: match.index + match[0].length }));
  if (hits.length > 0 || !isPlaceholder(text)) return hits;
  const start = text.search(/\w/);
  const words = /^(?:to be \w+|lorem ipsum|\w+)/i.exec(text.slice(start))?.[0] ?? '';
  return [{ start, end: start + words.length }];
}

/** Any word that a text still to be written begins with. */
const MAY_STAND_FOR_MORE = /\b(?:tb[cd]|todo|to be|lorem|xxx|insert|fixme)\b/i;

function fieldsText({ facts, text }: DocumentContext<Options>): string {
  return facts.fields.state === 'parsed' ? text.slice(facts.fields.range.start, facts.fields.range.end) : '';
}

type Tell = (found: string, at: Location) => void;

function checkFields({ facts, glossary }: DocumentContext<Options>, pattern: RegExp, tell: Tell): void {
  if (facts.fields.state !== 'parsed') return;
  walk(facts.fields.value, [], (text, path) => {
    const [hit] = found(text, pattern);
    // A rule's own options, and a glossary that explains or bans such a word, name it on purpose.
    if (!hit || (facts.type === 'guidance' && path[0] === 'lint')) return;
    if (facts.type === 'glossary' && isListed(text, glossary)) return;
    // That a reason is still to be written has a finding of its own.
    if (facts.format === 'markdown' && isReason(path) && isPlaceholder(text)) return;
    tell(text.slice(hit.start, hit.end), { field: path });
  });
}

/** Whether a field holds the reason of a claim, or of what an application says of a criterion. */
function isReason([list, , name]: FieldPath): boolean {
  return (list === 'serves' || list === 'criteria') && name === 'because';
}

function isListed(text: string, { terms, avoid }: DocumentContext<Options>['glossary']): boolean {
  return (
    terms.some((term) => [term.term, term.expansion, ...term.insteadOf].includes(text)) ||
    avoid.some((entry) => entry.phrases.includes(text))
  );
}

function walk(value: Value | undefined, path: FieldPath, visit: (text: string, path: FieldPath) => void): void {
  if (typeof value === 'string') visit(value, path);
  else if (Array.isArray(value)) for (const [index, item] of (value as readonly Value[]).entries()) walk(item, [...path, index], visit);
  else if (isMapping(value)) for (const [name, child] of Object.entries(value)) walk(child, [...path, name], visit);
}
