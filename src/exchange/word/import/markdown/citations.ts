import type { Doubt } from '../types.js';
import { type AuthorYear, authorsIn, type KnownSources } from './known-sources.js';
import type { ProposedSources } from './proposed-sources.js';

/** A stretch of text: words, or a citation in Markdown that must not be escaped. */
export type Stretch = { readonly text: string } | { readonly citation: string };

/** One work in round brackets, as it is cited in Markdown: “see @key, p. 3”. */
type Item = { readonly cited: string; readonly id: string } | { readonly words: string };

const LEAD = /^(?:see(?: also| for example)?|e\.?g\.?|cf\.?|for example|following|after|quoted in|cited in)\b[,:.]?\s*/i;
/** Names are bounded, and begin where a word does: nothing is tried again from each letter of a long text. */
const NAME = String.raw`\p{Lu}[\p{L}'’.-]{0,40}`;
const BETWEEN = String.raw`(?:\s{1,3}|,\s{0,3}|\s{0,3}&\s{0,3})`;
const NAMES = String.raw`(?<![\p{L}\p{N}'’.-])${NAME}(?:${BETWEEN}(?:and|et|al\.?|others|of|for|the|on|in|de|van|von|${NAME})){0,16}`;
const AUTHOR_YEAR = new RegExp(String.raw`^(${NAMES}),?\s{1,3}(?:((?:19|20)\d{2})([a-z])?|no date|n\.d\.)(?:\s*[,:]\s*(.+))?$`, 'u');
const NARRATIVE = new RegExp(String.raw`(${NAMES}),?\s{0,3}\(((?:19|20)\d{2})([a-z])?(?:\s*[,:]\s*([^()]{1,200}))?\)`, 'gu');
/** A place in a work: “p. 3”, “chapters 2 and 4”, “point 1.2”. What has other signs in it is no such place. */
const LOCATOR = /^[\p{L}\p{N} .,:§/–-]*$/u;
/** Times that stand before a year, and are no author. */
const TIME =
  /^(?:(?:early|late|mid|since|from|until|by|before|after|during|in|about|circa|around|the|end|of|spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b[\s.,-]*)+$/i;
/** With the year in brackets of its own, too: “(Harding R, Hartley J, et al. (2019))”. */
const BRACKETS = /\(([^()]{3,400})(?:\(((?:19|20)\d{2}[a-z]?)\))?\)/g;
/** Words that begin a sentence and are no author’s name. */
const NO_NAME = /^(?:As|See|In|The|And|But|For|With|From|By|Also|While|When|Where|Since|After|Following|Both|However|This|That)\s+/;

/** Finds the citations in a text: those of the register, and others, which are proposed for it. */
export class Citations {
  private readonly unsure: Doubt[] = [];
  /** Points that were cited of works whose points nobody has written down. */
  private readonly pointless = new Map<string, Set<string>>();

  constructor(
    private readonly known: KnownSources,
    private readonly proposed: ProposedSources,
  ) {}

  /** What a person should look at. */
  get doubts(): readonly Doubt[] {
    const left = [...this.pointless].map(([id, cited]) => {
      const few = [...cited].slice(0, 3).join('; ');
      const more = cited.size > 3 ? ` and ${cited.size - 3} more` : '';
      return {
        about: `The source ${id}`,
        says: `It was cited by points (${few}${more}), and the register has none of its points yet. They were left out.`,
      };
    });
    return [...this.unsure, ...left];
  }

  /** Takes a paragraph’s text apart. */
  in(text: string, about: string): Stretch[] {
    const cited = new Set<string>();
    const stretches = this.bracketed(text, about, cited);
    return stretches.flatMap((stretch) => ('text' in stretch ? this.narrative(stretch.text, about, cited) : [stretch]));
  }

  /** “(Rumney et al, 2020; see Jackman, 2020, p. 3)”. */
  private bracketed(text: string, about: string, cited: Set<string>): Stretch[] {
    return split(text, BRACKETS, ([, inner = '', year]) => {
      const whole = year === undefined ? inner : `${inner.replace(/,?\s*$/, '')}, ${year}`;
      const items = whole.split(';').map((item) => this.item(item.trim(), about));
      const works = items.filter((item) => 'cited' in item);
      if (works.length === 0) return undefined;
      for (const { id } of works) cited.add(id);
      const words = items.flatMap((item) => ('words' in item ? [item.words] : [])).join('; ');
      const citation = { citation: `[${works.map((work) => work.cited).join('; ')}]` };
      return words === '' ? [citation] : [{ text: `(${words}) ` }, citation];
    });
  }

  /** “As Stanko and Hohl (2018) argue”; where the paragraph cites the work besides, this is only its name. */
  private narrative(text: string, about: string, cited: ReadonlySet<string>): Stretch[] {
    return split(text, NARRATIVE, ({ 0: whole, 1: before = '', 2: year = '', 3: letter = '', 4: locator, index }) => {
      // “Okafor, C. and Lind, P. (2020) Designing for practice.” is an entry of a list of references, and cites nothing.
      if (index === 0 && /,\s\p{Lu}\./u.test(before)) return undefined;
      const names = before.replace(NO_NAME, '');
      if (TIME.test(names) || !LOCATOR.test(locator ?? '')) return undefined;
      const id = this.idFor({ names, year: Number(year), letter, title: undefined }, whole, about);
      if (id === undefined || cited.has(id)) return undefined;
      return [{ text: `${before} ` }, { citation: `[-@${id}${this.locator(id, locator ?? '')}]` }];
    });
  }

  private item(item: string, about: string): Item {
    const [lead = ''] = LEAD.exec(item) ?? [];
    const named = this.known.named(item);
    const rest = named ? item.slice(named.end).replace(/^[,\s]+/, '') : '';
    if (named && (named.start === 0 || named.start === lead.length) && LOCATOR.test(rest))
      return { id: named.id, cited: `${lead}@${named.id}${this.locator(named.id, rest)}` };
    const [, names, year, letter = '', after = ''] = AUTHOR_YEAR.exec(item.slice(lead.length)) ?? [];
    // A copy names the title where several works would be called the same.
    const [called = '', title] = /^“([^”]+)”[,\s]*/.exec(after) ?? [];
    const locator = after.slice(called.length);
    if (names === undefined || TIME.test(names) || !LOCATOR.test(locator)) return { words: item };
    const work = { names, year: year === undefined ? undefined : Number(year), letter, title };
    const id = this.idFor(work, item, about);
    return id === undefined ? { words: item } : { id, cited: `${lead}@${id}${this.locator(id, locator)}` };
  }

  /** A locator in Markdown. Where the register has no numbered points of a work, none could be cited. */
  private locator(id: string, written: string): string {
    if (!/\bpoints?\s/i.test(written) || this.known.hasPoints(id)) return tail(written);
    this.pointless.set(id, (this.pointless.get(id) ?? new Set()).add(written));
    return '';
  }

  /** The key of the work that is cited; undefined where several could be meant, which a person has to decide. */
  private idFor(work: AuthorYear, written: string, about: string): string | undefined {
    const [first, ...others] = this.known.by(work);
    if (others.length > 0) {
      const keys = [first, ...others].map((source) => source?.id).join(', ');
      this.unsure.push({ about, says: `“${written}” could be any of these sources: ${keys}. It was left as words.` });
      return undefined;
    }
    if (first && work.letter !== '' && !first.id.endsWith(`${work.year}${work.letter}`))
      this.unsure.push({ about, says: `“${written}” was taken for the source ${first.id}. Check that it is the work with that letter.` });
    if (first) return first.id;
    if (authorsIn(work.names).length === 0) return undefined;
    return this.proposed.idFor(work, written);
  }
}

function tail(locator: string | undefined): string {
  const plain = (locator ?? '').trim();
  return plain === '' ? '' : `, ${plain}`;
}

/** Takes a text apart at what an expression finds; what is answered with nothing stays as it is. */
function split(text: string, expression: RegExp, replace: (match: RegExpExecArray) => readonly Stretch[] | undefined): Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const match of text.matchAll(expression)) {
    const replaced = replace(match);
    if (!replaced) continue;
    if (match.index > at) stretches.push({ text: text.slice(at, match.index) });
    stretches.push(...replaced);
    at = match.index + match[0].length;
  }
  if (at < text.length) stretches.push({ text: text.slice(at) });
  return stretches;
}
