import type { CancellationToken } from 'vscode-languageserver';
import { compare } from '../../core/text/compare.js';
import { SourceText } from '../../core/text/source-text.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import { sectionToWrite } from '../../language/actions/write-section.js';
import { shapePlace } from '../../language/navigation/shape-place.js';
import { elementAt } from '../../language/targets/element-at.js';
import { applicationMap, frameworkMap } from '../../map/map-ids.js';
import { radialMap } from '../../map/svg/radial-svg.js';
import type { DestinationMapView } from '../../map/types.js';
import { mapNames } from '../../map/view.js';
import { type ServerContext, throwIfCancelled } from '../context.js';
import { Maps } from '../maps.js';
import {
  type ElementParams,
  type ElementResult,
  type LocateParams,
  type LocateResult,
  MAP_REQUESTS,
  type MapParams,
  type MapResult,
  type PictureParams,
  type WriteSectionParams,
  type WriteSectionResult,
} from '../protocol/map.js';
import type { RootSession } from '../root-session.js';
import { toWorkspaceEdit } from '../workspace-edit.js';
import type { Feature } from './feature.js';

/** What a client that shows the map asks: the map itself, what of it the cursor is at, and where its shapes lead. */
export const map: Feature = {
  capabilities: () => ({}),
  register: (context) => {
    const { connection } = context;
    const maps = new Maps();
    connection.onRequest(MAP_REQUESTS.map, async (params: MapParams, token): Promise<MapResult> => {
      const sessions = await context.sessions.all();
      throwIfCancelled(token);
      return maps.result(
        [...sessions].sort((a, b) => compare(a.uri, b.uri)),
        params,
      );
    });
    connection.onRequest(
      MAP_REQUESTS.picture,
      ({ root = '', map: id, paper }: PictureParams, token): Promise<string | null> =>
        context.inRoot(root, token, (session) => picture(maps.view(session, id), paper === true)),
    );
    connection.onRequest(
      MAP_REQUESTS.elementAt,
      ({ uri, position }: ElementParams, token): Promise<ElementResult | null> =>
        context.about(uri, token, ({ session, document }) => {
          const found = elementAt(document, context.positions.offset(document.source, position));
          if (!found) return null;
          const { framework, element } = found;
          const shown = element && { kind: element.kind, key: element.key };
          return { root: session.uri, map: mapOf(found, document.snapshot), framework: framework.key, element: shown };
        }),
    );
    connection.onRequest(
      MAP_REQUESTS.locate,
      (params: LocateParams, token): Promise<LocateResult | null> =>
        context.inRoot(params.root, token, (session) => locate(params, session, maps.view(session, params.map), context)),
    );
    connection.onRequest(MAP_REQUESTS.writeSection, (params: WriteSectionParams, token) => writeSection(params, context, token));
  },
};

function picture(view: DestinationMapView | undefined, paper: boolean): string | null {
  return view ? `${radialMap(view, { link: () => undefined, idPrefix: 'map', variant: 'image', paper })}\n` : null;
}

/** The one map on which an element is to be shown; undefined where each application of its framework has one. */
function mapOf(
  { framework, application }: { readonly framework: { readonly key: string }; readonly application: string | undefined },
  snapshot: WorkspaceSnapshot,
): string | undefined {
  if (application !== undefined) return applicationMap(application);
  return mapNames(snapshot).find(({ id }) => id === frameworkMap(framework.key))?.id;
}

function locate(
  { target }: LocateParams,
  session: RootSession,
  view: DestinationMapView | undefined,
  context: ServerContext,
): LocateResult | null {
  const sourceFor = (path: string) => session.root.sourceFor(path);
  const drawn = view && { framework: view.framework.key, application: view.application?.key };
  const place = drawn && shapePlace(target, drawn, session.root.snapshot, sourceFor);
  const source = place && sourceFor(place.path);
  return source ? { uri: session.uriOf(place.path), range: context.positions.range(source, place.range) } : null;
}

async function writeSection({ root, path, section }: WriteSectionParams, context: ServerContext, token: CancellationToken) {
  const result = await context.inRoot(root, token, (session): WriteSectionResult => {
    const document = session.document(path);
    const found = document && sectionToWrite(document, section);
    if (!found) return { refused: `“${section}” is no section that this document is to have.` };
    const opens = session.uriOf(path);
    const range = context.positions.range(new SourceText(path, found.text), found.range);
    if (found.edits.length === 0) return { opens, range };
    const edit = toWorkspaceEdit({ edits: new Map([[path, found.edits]]) }, context.changeContext(session));
    return edit ? { edit, opens, range } : { refused: 'This editor cannot make the change.' };
  });
  return result ?? NOT_SERVED;
}

const NOT_SERVED: WriteSectionResult = { refused: 'This guidance is no longer open.' };
