import type { DocumentFacts, LinkReference, WikiReference } from '../core/facts/types.js';
import type { Finding } from '../core/lint/finding.js';
import { defineLinkedRule, type Report } from '../core/lint/rule.js';
import { slugOf } from '../core/markdown/slug.js';
import { didYouMean, nearest } from '../core/text/suggest.js';
import { titleOf } from '../core/workspace/document.js';
import { wikiHeading } from '../core/workspace/wiki-target.js';
import { linkedDocument } from './support/addresses.js';

/** Anchors that no heading makes: the top of a page, marked text, footnotes and lines of the source. */
const OTHER_ANCHOR = /^(?:top$|:~:|(?:user-content-)?fn(?:ref)?-|L\d+(?:-L\d+)?$)/;

export const rule = defineLinkedRule({
  id: 'link-heading',
  meta: {
    scope: 'linked',
    group: 'references',
    description: 'Require links to a section to name one of its document’s headings',
    defaultSeverity: 'error',
    fixable: true,
    defaultOptions: {},
    messages: {
      own: 'No heading of this document has the anchor “#{fragment}”.{hint}',
      other: 'No heading of “{title}” has the anchor “#{fragment}”.{hint}',
      wiki: '“{title}” has no heading “{fragment}”.{hint}',
    },
  },
  check({ facts, snapshot, report }) {
    for (const reference of facts.references) {
      const named = reference.via === 'wiki-link' ? reference.heading : reference.via === 'link' ? reference.fragment : undefined;
      if (named === undefined) continue;
      const target = linkedDocument(reference, facts, snapshot);
      if (!target || target.fields.state === 'unreadable') continue;
      if (reference.via === 'wiki-link') checkWiki(reference, named, target, report);
      else if (reference.via === 'link') checkLink(reference, named, target, target.path === facts.path, report);
    }
  },
});

function checkLink(reference: LinkReference, fragment: string, target: DocumentFacts, own: boolean, report: Report): void {
  if (OTHER_ANCHOR.test(fragment) || target.anchors.includes(fragment) || target.headings.some(({ slug }) => slug === fragment)) return;
  const slugs = target.headings.map((heading) => heading.slug);
  const place = fragmentRange(reference);
  // A heading's own words, or its anchor in capitals, leave no doubt about what is meant.
  const sure = slugs.find((slug) => slug === slugOf(fragment));
  const meant = sure ?? nearest(fragment, slugs);
  const hint = meant === undefined ? headingsHint(target) : ` Did you mean “#${meant}”?`;
  report({
    messageId: own ? 'own' : 'other',
    data: { fragment, title: titleOf(target), hint },
    at: place ?? reference.urlRange ?? reference,
    ...(meant === undefined || !place ? {} : change(meant, { ...place, text: meant }, sure !== undefined)),
  });
}

function checkWiki(reference: WikiReference, heading: string, target: DocumentFacts, report: Report): void {
  if (wikiHeading(heading, target)) return;
  const texts = target.headings.map(({ text }) => text);
  const meant = nearest(heading, texts);
  const label = reference.label === undefined ? '' : `|${reference.label}`;
  const text = `[[${reference.target}#${meant ?? ''}${label}]]`;
  const { start, end } = reference;
  report({
    messageId: 'wiki',
    data: { fragment: heading, title: titleOf(target), hint: didYouMean(heading, texts) || headingsHint(target) },
    at: { start, end },
    ...(meant === undefined || /[[\]|#]/.test(meant) ? {} : change(meant, { start, end, text }, false)),
  });
}

function change(meant: string, edit: { start: number; end: number; text: string }, sure: boolean): Pick<Finding, 'fix' | 'suggestions'> {
  const fix = { title: `Change to “${meant}”`, edits: [edit] };
  return sure ? { fix } : { suggestions: [fix] };
}

function fragmentRange({ url, urlRange }: LinkReference): { start: number; end: number } | undefined {
  const hash = url.indexOf('#');
  return urlRange && hash >= 0 ? { start: urlRange.start + hash + 1, end: urlRange.end } : undefined;
}

function headingsHint(target: DocumentFacts): string {
  return target.headings.length === 0
    ? ' It has no headings: link to the document.'
    : ' Choose one of its headings, or link to the whole document.';
}
