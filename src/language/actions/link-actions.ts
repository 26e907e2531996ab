import type { DocumentFacts, Mention, WikiReference } from '../../core/facts/types.js';
import { relativeUrl } from '../../core/markdown/link-target.js';
import type { OffsetRange, TextEdit } from '../../core/text/range.js';
import { applicationOf, titleOf } from '../../core/workspace/document.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import { documentsAbout, guidanceOn } from '../../core/workspace/subjects.js';
import { wikiHeading, wikiTarget } from '../../core/workspace/wiki-target.js';
import type { LanguageDocument } from '../language-document.js';
import { markdownText } from '../scaffold/scaffold-file.js';
import { mentioned } from '../targets/reference-target.js';
import { type CodeAction, changeOf, touches } from './code-action.js';

/** Mentions and wiki links at a place, to be turned into ordinary links. */
export function linkActions({ facts, snapshot, path }: LanguageDocument, range: OffsetRange): CodeAction[] {
  const mentions = facts.mentions.filter((mention) => touches(mention, range)).flatMap((mention) => mentionEdits(mention, facts, snapshot));
  const wiki = facts.references.flatMap((reference) =>
    reference.via === 'wiki-link' && touches(reference, range) ? wikiEdits(reference, facts, snapshot) : [],
  );
  return [...mentions, ...wiki].map(({ address, edits }) => ({
    title: `Turn into a link to “${address}”`,
    kind: 'refactor',
    change: changeOf(path, edits),
    diagnostics: [],
  }));
}

interface LinkEdits {
  readonly address: string;
  readonly edits: readonly TextEdit[];
}

function mentionEdits(mention: Mention, facts: DocumentFacts, snapshot: WorkspaceSnapshot): LinkEdits[] {
  const named = mentioned(mention, facts, snapshot);
  if (named?.kind !== 'element') return [];
  const { element, framework } = named;
  const application = applicationOf(facts);
  const near = application === undefined ? [] : guidanceOn(element, framework, application, snapshot);
  return (near.length > 0 ? near : documentsAbout(element, framework, snapshot))
    .filter((target) => target.path !== facts.path)
    .map((target) => {
      const address = relativeUrl(facts.path, target.path);
      const { start, end } = mention;
      return {
        address,
        edits: [
          { start, end: start, text: '[' },
          { start: end, end, text: `](${address})` },
        ],
      };
    });
}

function wikiEdits(reference: WikiReference, facts: DocumentFacts, snapshot: WorkspaceSnapshot): LinkEdits[] {
  const target = wikiTarget(reference.target, facts, snapshot);
  const documents = target.kind === 'document' ? [target.facts] : target.kind === 'ambiguous' ? target.candidates : [];
  return reference.embed
    ? []
    : documents.map((document) => {
        const heading = reference.heading === undefined ? undefined : wikiHeading(reference.heading, document);
        const address = relativeUrl(facts.path, document.path) + (heading ? `#${heading.slug}` : '');
        const label = reference.label ?? markdownText(heading?.text ?? titleOf(document));
        return { address, edits: [{ start: reference.start, end: reference.end, text: `[${label}](${address})` }] };
      });
}
