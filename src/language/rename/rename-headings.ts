import { headingNamed, isSectionOf, sectionStates } from '../../core/coverage/section-states.js';
import type { DocumentFacts, Heading, LinkReference, WikiReference } from '../../core/facts/types.js';
import { slugger, slugOf } from '../../core/markdown/slug.js';
import { fieldText } from '../../core/workspace/document.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import { subjectElement } from '../../core/workspace/subjects.js';
import { wikiHeading } from '../../core/workspace/wiki-target.js';
import type { SourceFor } from '../language-document.js';
import { occurrencesOf } from '../navigation/occurrences.js';
import { addEdit, addFieldEdits, type EditsByPath, type FieldChange } from './field-changes.js';
import { wikiText } from './wiki-edits.js';

/**
 * Adds the edits that keep links, wiki links and fields right when headings of a document get other words; the
 * headings themselves are left to the caller.
 * @param words the new words of headings, without markup, by the headings that the document has
 * @returns whether all of them can be kept right
 */
export function addHeadingEdits(
  edits: EditsByPath,
  facts: DocumentFacts,
  words: ReadonlyMap<Heading, string>,
  snapshot: WorkspaceSnapshot,
  sourceFor: SourceFor,
): boolean {
  const after = renamed(facts, words);
  const fields: FieldChange[] = titleChange(facts, words);
  for (const [index, heading] of facts.headings.entries()) {
    const now = after.headings[index];
    if (!now || (now.slug === heading.slug && now.text === heading.text)) continue;
    for (const one of occurrencesOf({ kind: 'heading', path: facts.path, heading }, snapshot)) {
      if (one.via === 'field') {
        if (headingNamed(after, one.value) === index) continue;
        if (headingNamed(after, now.text) !== index) return false;
        fields.push({ path: one.path, field: one.field, value: now.text });
      } else if (one.via === 'reference' && one.reference.via === 'wiki-link') {
        if (!addWikiHeading(edits, one.path, one.reference, now, after)) return false;
      } else if (one.via === 'reference' && one.reference.via === 'link') {
        if (!addFragment(edits, one.path, one.reference, now.slug)) return false;
      }
    }
  }
  return addFieldEdits(edits, fields, snapshot, sourceFor);
}

/** A document's facts as they are once headings have other words; anchors of other headings can change with them. */
function renamed(facts: DocumentFacts, words: ReadonlyMap<Heading, string>): DocumentFacts {
  const slug = slugger();
  const headings = facts.headings.map((heading) => {
    const text = words.get(heading) ?? heading.text;
    return { ...heading, text, slug: slug(text) };
  });
  return { ...facts, headings };
}

/** The title is the words of the first heading: where they were the same, they stay the same. */
function titleChange(facts: DocumentFacts, words: ReadonlyMap<Heading, string>): FieldChange[] {
  const first = facts.headings.find(({ depth }) => depth === 1);
  const text = first && words.get(first);
  return text !== undefined && fieldText(facts, 'title') === first?.text ? [{ path: facts.path, field: ['title'], value: text }] : [];
}

function addFragment(edits: EditsByPath, path: string, { url, urlRange, fragment }: LinkReference, slug: string): boolean {
  if (fragment === slug) return true;
  const hash = url.indexOf('#');
  if (!urlRange || hash < 0) return false;
  addEdit(edits, path, { start: urlRange.start + hash + 1, end: urlRange.end, text: slug });
  return true;
}

function addWikiHeading(edits: EditsByPath, path: string, reference: WikiReference, now: Heading, after: DocumentFacts): boolean {
  const { heading: written = '', start, end } = reference;
  const leadsThere = (name: string) => wikiHeading(name, after)?.start === now.start;
  if (leadsThere(written)) return true;
  const name = [now.text, now.slug].filter((one) => one !== '' && !/[[\]|#\r\n]/.test(one)).find(leadsThere);
  if (name === undefined) return false;
  addEdit(edits, path, { start, end, text: wikiText(reference, { heading: name }) });
  return true;
}

/** Whether a heading's words are not its document's own: its type names the section, or the framework a part. */
export function isFixed(heading: Heading, facts: DocumentFacts, snapshot: WorkspaceSnapshot): boolean {
  const type = snapshot.types.get(facts.type ?? '');
  const sections = type ? sectionStates(facts, type, snapshot.frameworkOf(facts)) : [];
  if (sections.some((section) => facts.headings[section.heading] === heading)) return true;
  return subjectElement(facts, snapshot)?.parts.some((part) => isSectionOf(part, heading.text)) === true;
}

/** Whether another heading of a document has words that a heading is to get, as far as their anchor tells. */
export function hasHeadingLike(words: string, heading: Heading, facts: DocumentFacts): boolean {
  const slug = slugOf(words);
  return (
    facts.headings.some((other) => other !== heading && (slugOf(other.text) === slug || other.slug === slug)) ||
    facts.anchors.includes(slug)
  );
}
