import type { DocumentFacts } from '../core/facts/types.js';
import type { SourceText } from '../core/text/source-text.js';
import { fieldsOf } from '../core/workspace/document.js';

/** Fields about the work on a document, and not about what it says. */
const ABOUT_THE_WORK: ReadonlySet<string> = new Set(['status', 'owner', 'last_reviewed_on', 'review_in', 'aliases', 'id', 'gaps']);

/** A section of a document by itself, without those below it. */
export interface SectionSubstance {
  readonly title: string;
  readonly depth: number;
  /** The anchor by which links know it. */
  readonly slug: string;
  readonly line: number;
  readonly text: string;
  readonly filled: boolean;
  /** The anchors of the sections that it is in, from the outermost; the document's own heading is none of them. */
  readonly within: readonly string[];
}

/** What a document says to its readers, without what makes no difference to them: line breaks, comments, where links lead. */
export interface Substance {
  readonly text: string;
  /** What stands before the first heading. */
  readonly opening: string;
  readonly fields: string;
  readonly sections: readonly SectionSubstance[];
}

/** What a document says to its readers. */
export function substanceOf(facts: DocumentFacts, source: SourceText | undefined): Substance {
  const text = source?.text ?? '';
  // Where a link leads is told of references: a document that was moved says the same, with other addresses in it.
  const addresses = facts.references.flatMap((reference) =>
    reference.via === 'link' && reference.path !== undefined ? (reference.urlRange ?? []) : [],
  );
  const stretch = (start: number, end: number) => folded(without(text, addresses, start, end));
  const { headings } = facts;
  const sections = headings.map(({ text: title, depth, slug, start, end, filled }, index) => ({
    title,
    depth,
    slug,
    line: source?.positionAt(start).line ?? 1,
    text: stretch(end, headings[index + 1]?.start ?? text.length),
    filled,
    within: ancestors(headings, index),
  }));
  const fields = Object.entries(fieldsOf(facts)).filter(([name]) => !ABOUT_THE_WORK.has(name));
  return {
    text: stretch(bodyStart(facts, text), text.length),
    opening: stretch(bodyStart(facts, text), headings[0]?.start ?? text.length),
    fields: JSON.stringify(fields.sort(([a], [b]) => (a < b ? -1 : 1))),
    sections,
  };
}

/** Whether two revisions of a document say the same. */
export function sameSubstance(a: Substance, b: Substance): boolean {
  return a.text === b.text && a.fields === b.fields;
}

/** Whether the fields of two revisions of a document say the same, one of them aside. */
export function sameFieldsBeside(name: string, a: Substance, b: Substance): boolean {
  const [one, other] = [a, b].map(({ fields }) =>
    JSON.stringify((JSON.parse(fields) as [string, unknown][]).filter(([field]) => field !== name)),
  );
  return one === other;
}

function ancestors(headings: DocumentFacts['headings'], index: number): string[] {
  const own = headings[index];
  const above = headings.slice(0, index).filter(({ depth, sectionEnd }) => depth > 1 && own !== undefined && sectionEnd > own.start);
  return above.map(({ slug }) => slug);
}

function bodyStart({ fields }: DocumentFacts, text: string): number {
  if (fields.state !== 'parsed' && fields.state !== 'empty') return 0;
  const fence = /^[^\n]*?---[^\n]*(?:\n|$)/m.exec(text.slice(fields.range.end));
  return fields.range.end + (fence ? fence.index + fence[0].length : 0);
}

function without(text: string, ranges: readonly { readonly start: number; readonly end: number }[], start: number, end: number): string {
  let kept = '';
  let at = start;
  for (const range of ranges) {
    if (range.start < at || range.end > end) continue;
    kept += text.slice(at, range.start);
    at = range.end;
  }
  return kept + text.slice(at, end);
}

function folded(text: string): string {
  return text
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
