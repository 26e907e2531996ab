import { compare } from '../../core/text/compare.js';
import { isOverviewPart, overviewOf } from '../../language/overview/overview-of.js';
import type { DocumentPreview } from '../../language/preview/document-preview.js';
import { previewOf } from '../../language/preview/preview-of.js';
import { reportAtLevels } from '../levels.js';
import {
  type DocumentParams,
  GUIDANCE_REQUESTS,
  type GuidanceRoot,
  type OverviewParams,
  type OverviewResult,
} from '../protocol/guidance.js';
import type { Feature } from './feature.js';

/** What clients with views of their own ask of whole roots. */
export const guidance: Feature = {
  capabilities: () => ({}),
  register: (context) => {
    const { connection } = context;
    connection.onRequest(GUIDANCE_REQUESTS.roots, async (): Promise<GuidanceRoot[]> => {
      const sessions = await context.sessions.all();
      return sessions.map(({ uri, root }) => ({ uri, title: root.snapshot.manifest.title })).sort((a, b) => compare(a.uri, b.uri));
    });
    connection.onRequest(
      GUIDANCE_REQUESTS.overview,
      ({ root: uri, parts }: OverviewParams, token): Promise<OverviewResult> =>
        context.inRoot(uri, token, ({ root }) => {
          const { snapshot, today } = root;
          // Counted as they are shown: a view must not say other numbers than the list of problems.
          const report = reportAtLevels(root.report(), context.levels);
          return overviewOf({ snapshot, report, today }, parts.filter(isOverviewPart));
        }),
    );
    connection.onRequest(
      GUIDANCE_REQUESTS.preview,
      ({ uri }: DocumentParams, token): Promise<DocumentPreview | null> => context.about(uri, token, ({ document }) => previewOf(document)),
    );
  },
};
