import type { CancellationToken } from 'vscode-languageserver';
import { headingNamed } from '../../core/coverage/section-states.js';
import { findElement } from '../../core/model/framework.js';
import { compare } from '../../core/text/compare.js';
import { SourceText } from '../../core/text/source-text.js';
import type { WorkspaceSnapshot } from '../../core/workspace/snapshot.js';
import { sectionToWrite } from '../../language/actions/write-section.js';
import type { Place, SourceFor } from '../../language/language-document.js';
import { definitionPlace, fieldRange } from '../../language/navigation/places.js';
import { elementAt } from '../../language/targets/element-at.js';
import type { Named } from '../../language/targets/target.js';
import { applicationMap, frameworkMap } from '../../map/map-ids.js';
import { radialMap } from '../../map/svg/radial-svg.js';
import type { DestinationMapView, MapTarget } from '../../map/types.js';
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
  const { snapshot } = session.root;
  const sourceFor = (path: string) => session.root.sourceFor(path);
  const place = view && placeOf(target, view, snapshot, sourceFor);
  const source = place && sourceFor(place.path);
  return source ? { uri: session.uriOf(place.path), range: context.positions.range(source, place.range) } : null;
}

/**
 * Where a shape leads: to an application's own guidance, else to where the application says why there is none, else to the
 * element as its framework defines it; nowhere for a criterion that is simply missing.
 */
function placeOf(target: MapTarget, view: DestinationMapView, snapshot: WorkspaceSnapshot, sourceFor: SourceFor): Place | undefined {
  const missing = target.kind === 'criterion' && view.application && !view.criteria.some(({ key, path }) => key === target.key && path);
  if (missing) return entryPlace(target.key, view.application.key, snapshot, sourceFor);
  const named = namedBy(target, view, snapshot);
  return named && definitionPlace(named, snapshot, sourceFor);
}

/** The entry of an application's document that says how a criterion stands. */
function entryPlace(criterion: string, key: string, snapshot: WorkspaceSnapshot, sourceFor: SourceFor): Place | undefined {
  const application = snapshot.application(key);
  const entry = application?.entries.find((one) => one.criterion?.key === criterion);
  const facts = application && snapshot.facts(application.path);
  const source = application && sourceFor(application.path);
  return entry && facts && source ? { path: application.path, range: fieldRange(facts, source, [...entry.field, 'criterion']) } : undefined;
}

/** What a shape stands for: an application's own guidance, else the element as its framework defines it. */
function namedBy(target: MapTarget, view: DestinationMapView, snapshot: WorkspaceSnapshot): Named | undefined {
  if (target.kind === 'document') return documentNamed(target.path, target.section, snapshot);
  const framework = snapshot.frameworks.find(({ key }) => key === view.framework.key);
  if (target.kind === 'hub') return framework && { kind: 'framework', framework };
  if (target.kind === 'criterion') {
    const criterion = view.criteria.find(({ key }) => key === target.key);
    if (criterion?.path !== undefined) return documentNamed(criterion.path, undefined, snapshot);
  }
  const element = framework && findElement(framework, [target.kind], target.key);
  return element && { kind: 'element', framework, element };
}

/** A document by its title, so that it is shown from where it is read and not from where its fields begin. */
function documentNamed(path: string, section: string | undefined, snapshot: WorkspaceSnapshot): Named | undefined {
  const facts = snapshot.facts(path);
  if (!facts) return undefined;
  const heading = section === undefined ? facts.headings[0] : facts.headings[headingNamed(facts, section)];
  return heading ? { kind: 'heading', path, heading } : { kind: 'document', path };
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
