import type { Term } from '../../core/model/glossary.js';
import { capital } from '../../core/text/words.js';

import { describeTerm } from '../descriptions/term.js';
import type { LanguageDocument } from '../language-document.js';
import { type CompletionItem, type CompletionList, complete, order } from './completion-item.js';

/** The shortest beginning of a word that is taken for one of the glossary's. */
const SHORTEST = 2;
const WORDS_BACK = 8;

/** A form of a term that somebody may be writing, and what to write. */
interface Form {
  readonly begins: string;
  readonly text: string;
  readonly detail: string;
}

/** The glossary's terms as it prefers them, where a word of the text begins as they or what they replace do. */
export function completeTerm({ source, snapshot }: LanguageDocument, offset: number): CompletionList | undefined {
  const { text } = source;
  const line = text.slice(Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - 200), offset);
  const starts = Array.from(line.matchAll(/(?<![\p{L}\p{N}&'’-])[\p{L}\p{N}]/gu), (match) => match.index).slice(-WORDS_BACK);
  const last = starts[starts.length - 1];
  if (last === undefined || line.length - last < SHORTEST || !/[\p{L}\p{N}&'’-]$/u.test(line)) return undefined;
  const items = snapshot.glossary.terms.flatMap((term) => forms(term).flatMap((form) => offer(term, form, line, starts, offset) ?? []));
  return complete(items.map((item, index) => ({ ...item, sortText: order(index) })));
}

function forms({ term, expansion, insteadOf, unknown, familiar }: Term): Form[] {
  const detail = expansion ?? 'Term of the glossary';
  const whole =
    expansion === undefined || unknown ? [] : [{ text: familiar ? expansion : `${expansion} (${term})`, detail: `Spelt out: ${term}` }];
  return [
    { begins: term, text: term, detail },
    ...whole.flatMap((form) => [
      { ...form, begins: expansion ?? '' },
      { ...form, begins: term },
    ]),
    ...insteadOf.map((form) => ({ begins: form, text: term, detail: `Instead of “${form}”` })),
  ];
}

/** A form whose beginning stands before the cursor, from the beginning of a word. */
function offer(
  term: Term,
  { begins, text, detail }: Form,
  line: string,
  starts: readonly number[],
  offset: number,
): CompletionItem | undefined {
  const folded = begins.toLowerCase();
  const start = starts.find((at) => folded.startsWith(line.slice(at).toLowerCase()));
  if (start === undefined || line.length - start < SHORTEST) return undefined;
  const written = line.slice(start);
  const isCapital = /^\p{Lu}/u.test(written) && !/^\p{Lu}/u.test(begins);
  const words = isCapital ? capital(text) : text;
  if (words === written) return undefined;
  const edit = { start: offset - written.length, end: offset, text: words };
  return { label: words, kind: 'term', detail, documentation: describeTerm(term), filterText: begins, sortText: '', edit };
}
