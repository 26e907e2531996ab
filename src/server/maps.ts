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
  readonly version: string;
}

/** The maps of all roots: each is made once for a state of its root, and told from the one before only where it says something else. */
export class Maps {
  private readonly made = new WeakMap<RootSession, Map<string, Made>>();
  /** Versions are never given twice, also not by a server that is started again, nor for a root that has been away: clients keep what they know. */
  private readonly start = Date.now().toString(36);
  private count = 0;

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
    const { version, map, view } = made;
    return { ...about, chosen: { root: found.session.uri, map }, version, ...(wanted.known === version ? {} : { view }) };
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
    const version = () => `${this.start}.${++this.count}`;
    const made = last?.json === json ? { ...last, snapshot, today } : { map, snapshot, today, view, json, version: version() };
    all.set(map, made);
    return made;
  }
}
