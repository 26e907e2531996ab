// Generated from the files of this folder by `npm run generate`. Do not edit.
import type { Rule } from '../core/lint/rule.js';
import { rule as acronymExpanded } from './acronym-expanded.js';
import { rule as applicationExists } from './application-exists.js';
import { rule as attributeAddressed } from './attribute-addressed.js';
import { rule as citationForm } from './citation-form.js';
import { rule as citationPoint } from './citation-point.js';
import { rule as citationSource } from './citation-source.js';
import { rule as claimAllowed } from './claim-allowed.js';
import { rule as claimPresent } from './claim-present.js';
import { rule as claimReason } from './claim-reason.js';
import { rule as criterionHasGuidance } from './criterion-has-guidance.js';
import { rule as documentLinked } from './document-linked.js';
import { rule as documentType } from './document-type.js';
import { rule as doiForm } from './doi-form.js';
import { rule as domainEvidence } from './domain-evidence.js';
import { rule as domainServed } from './domain-served.js';
import { rule as elementExists } from './element-exists.js';
import { rule as elementKey } from './element-key.js';
import { rule as eventPast } from './event-past.js';
import { rule as fieldChoice } from './field-choice.js';
import { rule as fieldCoerced } from './field-coerced.js';
import { rule as fieldDate } from './field-date.js';
import { rule as fieldForm } from './field-form.js';
import { rule as fieldRequired } from './field-required.js';
import { rule as fieldType } from './field-type.js';
import { rule as fieldUnknown } from './field-unknown.js';
import { rule as fileName } from './file-name.js';
import { rule as frontmatterPresent } from './frontmatter-present.js';
import { rule as frontmatterSyntax } from './frontmatter-syntax.js';
import { rule as gapRecorded } from './gap-recorded.js';
import { rule as gapSection } from './gap-section.js';
import { rule as guidanceUnique } from './guidance-unique.js';
import { rule as headingAnchorUnique } from './heading-anchor-unique.js';
import { rule as headingIncrement } from './heading-increment.js';
import { rule as headingMatchesTitle } from './heading-matches-title.js';
import { rule as headingSingleH1 } from './heading-single-h1.js';
import { rule as idUnique } from './id-unique.js';
import { rule as imageAlt } from './image-alt.js';
import { rule as keyUnique } from './key-unique.js';
import { rule as knowledgeDomainPaired } from './knowledge-domain-paired.js';
import { rule as linkCase } from './link-case.js';
import { rule as linkHeading } from './link-heading.js';
import { rule as linkInsideRoot } from './link-inside-root.js';
import { rule as linkReference } from './link-reference.js';
import { rule as linkStatus } from './link-status.js';
import { rule as linkTarget } from './link-target.js';
import { rule as linkText } from './link-text.js';
import { rule as matrixCellFilled } from './matrix-cell-filled.js';
import { rule as mentionLinked } from './mention-linked.js';
import { rule as noPlaceholder } from './no-placeholder.js';
import { rule as ownerNamed } from './owner-named.js';
import { rule as partCovered } from './part-covered.js';
import { rule as pointCarried } from './point-carried.js';
import { rule as preferredTerm } from './preferred-term.js';
import { rule as publishedEvidence } from './published-evidence.js';
import { rule as redirectLoop } from './redirect-loop.js';
import { rule as relatedReturned } from './related-returned.js';
import { rule as respectfulLanguage } from './respectful-language.js';
import { rule as reviewDateFuture } from './review-date-future.js';
import { rule as reviewDueSoon } from './review-due-soon.js';
import { rule as reviewOverdue } from './review-overdue.js';
import { rule as reviewRecorded } from './review-recorded.js';
import { rule as sectionExists } from './section-exists.js';
import { rule as sectionFilled } from './section-filled.js';
import { rule as sectionOrder } from './section-order.js';
import { rule as sectionRequired } from './section-required.js';
import { rule as sentenceLength } from './sentence-length.js';
import { rule as sourceCited } from './source-cited.js';
import { rule as sourceCurrent } from './source-current.js';
import { rule as sourceVerified } from './source-verified.js';
import { rule as standingGuidance } from './standing-guidance.js';
import { rule as standingReason } from './standing-reason.js';
import { rule as suppressionReason } from './suppression-reason.js';
import { rule as suppressionUsed } from './suppression-used.js';
import { rule as wikiLinkStyle } from './wiki-link-style.js';
import { rule as wikiLinkTarget } from './wiki-link-target.js';

/** Every rule, in alphabetical order of the ids. */
export const rules: readonly Rule[] = [
  acronymExpanded,
  applicationExists,
  attributeAddressed,
  citationForm,
  citationPoint,
  citationSource,
  claimAllowed,
  claimPresent,
  claimReason,
  criterionHasGuidance,
  documentLinked,
  documentType,
  doiForm,
  domainEvidence,
  domainServed,
  elementExists,
  elementKey,
  eventPast,
  fieldChoice,
  fieldCoerced,
  fieldDate,
  fieldForm,
  fieldRequired,
  fieldType,
  fieldUnknown,
  fileName,
  frontmatterPresent,
  frontmatterSyntax,
  gapRecorded,
  gapSection,
  guidanceUnique,
  headingAnchorUnique,
  headingIncrement,
  headingMatchesTitle,
  headingSingleH1,
  idUnique,
  imageAlt,
  keyUnique,
  knowledgeDomainPaired,
  linkCase,
  linkHeading,
  linkInsideRoot,
  linkReference,
  linkStatus,
  linkTarget,
  linkText,
  matrixCellFilled,
  mentionLinked,
  noPlaceholder,
  ownerNamed,
  partCovered,
  pointCarried,
  preferredTerm,
  publishedEvidence,
  redirectLoop,
  relatedReturned,
  respectfulLanguage,
  reviewDateFuture,
  reviewDueSoon,
  reviewOverdue,
  reviewRecorded,
  sectionExists,
  sectionFilled,
  sectionOrder,
  sectionRequired,
  sentenceLength,
  sourceCited,
  sourceCurrent,
  sourceVerified,
  standingGuidance,
  standingReason,
  suppressionReason,
  suppressionUsed,
  wikiLinkStyle,
  wikiLinkTarget,
];
