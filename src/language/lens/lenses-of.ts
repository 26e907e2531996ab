import { reviewDue } from '../../core/coverage/coverage.js';
import type { DocumentFacts } from '../../core/facts/types.js';
import { findCurrent } from '../../core/model/framework.js';
import { longDate } from '../../core/schema/dates.js';
import type { OffsetRange } from '../../core/text/range.js';
import { count } from '../../core/text/words.js';
import { claimsOf } from '../../core/workspace/document.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';

import type { LanguageDocument } from '../language-document.js';
import { documentsReferringTo } from '../navigation/navigate.js';
import type { Lens } from './lens.js';
import { sourceLenses } from './source-lenses.js';

/** What stands above a document: what it serves, who refers to it, when its review is due. In the register, who cites each source. */
export function lensesOf(document: LanguageDocument): Lens[] {
  const { facts, snapshot, today, path } = document;
  if (facts.format === 'yaml') return sourceLenses(document);
  const range = placeOf(facts);
  const serves = servesSaid(facts, snapshot);
  const referring = documentsReferringTo(path, snapshot);
  const due = reviewDue(facts);
  return [
    ...(serves === undefined ? [] : [{ range, title: serves }]),
    {
      range,
      title: `${count(referring.length, 'document')} ${referring.length === 1 ? 'refers' : 'refer'} here`,
      shows: 'references' as const,
    },
    ...(due === undefined ? [] : [{ range, title: `${due < today ? 'Review was due' : 'Review due'} ${longDate(due)}` }]),
  ];
}

/** The first heading; the beginning where there is none. */
function placeOf({ headings }: DocumentFacts): OffsetRange {
  const { start, end } = headings[0] ?? { start: 0, end: 0 };
  return { start, end };
}

function servesSaid(facts: DocumentFacts, snapshot: WorkspaceSnapshot): string | undefined {
  const framework = snapshot.frameworkOf(facts);
  const domains = framework ? claimsOf(facts).flatMap(({ domain }) => findCurrent(framework, ['domain'], domain)?.shortTitle ?? []) : [];
  return domains.length === 0 ? undefined : `Serves ${[...new Set(domains)].join(', ')}`;
}
