import { applicationOf, criterionOf } from '../../core/workspace/document.js';
import type { MadeFrom } from '../plan/made-from.js';
import type { SiteFile } from '../types.js';

/** The site for machines: its pages with what is known of each, and how far each application covers its framework. */
export function indexJson({ index, shared, documents, views }: MadeFrom): SiteFile {
  const pages = documents.map((document) => {
    const facts = index.snapshot.facts(document.source);
    return {
      page: document.page,
      source: document.source,
      title: document.title,
      summary: document.summary,
      type: document.type,
      status: document.status,
      application: facts && applicationOf(facts),
      criterion: facts && criterionOf(facts),
      owner: document.review.owner,
      lastReviewedOn: document.review.last,
      reviewDue: document.review.due,
      modified: document.modified,
    };
  });
  const coverage = views.flatMap(({ application, framework, counts }) =>
    application ? [{ application: application.key, framework: framework.key, counts }] : [],
  );
  const content = {
    format: 1,
    title: shared.title,
    address: shared.address,
    lang: shared.lang,
    disclaimer: shared.disclaimer,
    coverage,
    pages,
  };
  return { path: 'index.json', content: `${JSON.stringify(content, null, 1)}\n` };
}
