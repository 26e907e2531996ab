import type { WorkspaceSnapshot } from '../core/workspace/snapshot.js';
import type { DestinationMapView, MapName } from '../map/types.js';
import { mapNames, mapView } from '../map/view.js';
import type { MapParams, MapResult } from './protocol/map.js';
import type { RootSession } from './root-session.js';

/** A map as it was made last. */
interface Made {
  readonly map: string;
  readonly snapshot: WorkspaceSnapshot;
  readonly today: string;
  readonly view: DestinationMapView;
  readonly json: string;
  readonly version: number;
}

/** The maps of all roots: each is made once for a state of its root, and told from the one before only where it says something else. */
export class Maps {
  private readonly made = new WeakMap<RootSession, Map<string, Made>>();

  /**
   * All maps, and the one that is asked for, without its view where the client knows it already.
   * @param sessions in the order of their URIs
   */
  result(sessions: readonly RootSession[], wanted: MapParams): MapResult {
    const roots = sessions.map((session) => ({ session, maps: mapNames(session.root.snapshot) }));
    const about = {
      roots: roots.map(({ session, maps }) => ({ uri: session.uri, title: session.root.snapshot.manifest.title, maps })),
    };
    const found = roots.find(({ session }) => session.uri === wanted.root) ?? roots.find(({ maps }) => maps.length > 0);
    const made = found && this.shown(found.session, found.maps, wanted.map);
    if (!found || !made) return { ...about, chosen: undefined, version: '' };
    const version = `${found.session.uri} ${made.map}#${made.version}`;
    const chosen = { root: found.session.uri, map: made.map };
    return { ...about, chosen, version, ...(wanted.known === version ? {} : { view: made.view }) };
  }

  /** The view of a map of that id, else of the root's first; undefined where there is none. */
  view(session: RootSession, wanted: string | undefined): DestinationMapView | undefined {
    return this.shown(session, mapNames(session.root.snapshot), wanted)?.view;
  }

  private shown(session: RootSession, maps: readonly MapName[], wanted: string | undefined): Made | undefined {
    const map = maps.find(({ id }) => id === wanted) ?? maps[0];
    return map && this.current(session, map.id);
  }

  private current(session: RootSession, map: string): Made | undefined {
    const { snapshot, today } = session.root;
    const all = this.made.get(session) ?? new Map<string, Made>();
    this.made.set(session, all);
    const last = all.get(map);
    if (last?.snapshot === snapshot && last.today === today) return last;
    const view = mapView(snapshot, map, today);
    if (!view) return undefined;
    const json = JSON.stringify(view);
    const made =
      last?.json === json ? { ...last, snapshot, today } : { map, snapshot, today, view, json, version: (last?.version ?? 0) + 1 };
    all.set(map, made);
    return made;
  }
}
