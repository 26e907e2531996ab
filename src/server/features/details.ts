import type { Range } from 'vscode-languageserver';
import { detailsEdit } from '../../language/details/details-edit.js';
import { detailsOf } from '../../language/details/details-of.js';
import type { Path } from '../../language/details/panel/form.js';
import { fieldRange } from '../../language/navigation/places.js';
import { isRefusal } from '../../language/rename/refusal.js';
import type { Asked, ServerContext } from '../context.js';
import {
  DETAILS_REQUESTS,
  type DetailsParams,
  type DetailsPlaceParams,
  type DetailsResult,
  type EditDetailsParams,
  type EditDetailsResult,
} from '../protocol/details.js';
import { toWorkspaceEdit } from '../workspace-edit.js';
import type { Feature } from './feature.js';

/** The front matter of a document as a form, for clients that show one. */
export const details: Feature = {
  capabilities: () => ({}),
  register: (context) => {
    const { connection } = context;
    connection.onRequest(
      DETAILS_REQUESTS.details,
      ({ uri }: DetailsParams, token): Promise<DetailsResult | null> =>
        context.about(uri, token, (asked) => ({
          version: versionOf(asked),
          details: detailsOf(asked.document, findings(asked)),
        })),
    );
    connection.onRequest(
      DETAILS_REQUESTS.edit,
      (params: EditDetailsParams, token): Promise<EditDetailsResult | null> =>
        context.about(params.uri, token, (asked) => edited(params, asked, context)),
    );
    connection.onRequest(
      DETAILS_REQUESTS.place,
      ({ uri, path }: DetailsPlaceParams, token): Promise<Range | null> =>
        context.about(uri, token, (asked) => context.positions.range(asked.document.source, placeOf(path, asked))),
    );
  },
};

function versionOf({ session, document }: Asked): number | null {
  return session.documents.get(document.path)?.version ?? null;
}

function findings({ session, document }: Asked) {
  return session.root.report().get(document.path) ?? [];
}

function edited({ version, change }: EditDetailsParams, asked: Asked, context: ServerContext): EditDetailsResult {
  if (version !== versionOf(asked)) return { stale: true };
  const edits = detailsEdit(asked.document, change);
  if (isRefusal(edits)) return edits;
  if (edits.length === 0) return { edit: null };
  const made = { edits: new Map([[asked.document.path, edits]]) };
  return { edit: toWorkspaceEdit(made, context.changeContext(asked.session)) ?? null };
}

/** The place of a field; without one, of the first error, which is about the front matter as long as that cannot be read. */
function placeOf(path: Path | undefined, asked: Asked) {
  const { facts, source } = asked.document;
  if (path) return fieldRange(facts, source, path);
  const first = findings(asked).find(({ severity }) => severity === 'error');
  return first?.range ?? { start: 0, end: 0 };
}
