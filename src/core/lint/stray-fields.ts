import type { DocumentFacts } from '../facts/types.js';
import type { RuleGroup } from './rule.js';

/** What is said of a document's words and headings; none of it holds where fields are read as text. */
const ABOUT_TEXT: ReadonlySet<RuleGroup> = new Set(['words', 'structure']);

/** Fields at the start of a document that no fence, or another one, sets apart. */
const FIELDS_FIRST = /^\s*(?:[-–—]+[ \t]*\r?\n\s*)?(?:[a-z_][\w-]*:(?:[ \t].*)?\r?\n){2}/;

/** Whether a group of rules would take the fields of a document for its text, since its front matter never ends or is in another language. */
export function isMisled(group: RuleGroup, { fields, format }: DocumentFacts): boolean {
  if (format !== 'markdown' || fields.state !== 'malformed' || !ABOUT_TEXT.has(group)) return false;
  return fields.problems.some(({ detail }) => detail === 'unclosed' || detail.startsWith('language '));
}

/** The same for a document that has fields and no front matter, which only its text can tell. */
export function isMisledByText(group: RuleGroup, { fields }: DocumentFacts, text: string): boolean {
  return fields.state === 'missing' && ABOUT_TEXT.has(group) && FIELDS_FIRST.test(text.slice(0, 2000));
}
