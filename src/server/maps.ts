import type { WorkspaceSnapshot } from '../core/workspace/snapshot.js';
import type { DestinationMapView } from '../map/types.js';
import { mapNames, mapView } from '../map/view.js';
import type { MapParams, MapResult } from './protocol/map.js';
import type { RootSession } from './root-session.js';

/** A map as it was made last. */
interface Made {
  readonly snapshot: WorkspaceSnapshot;
  readonly today: string;
  readonly view: DestinationMapView;
  readonly json: string;
  readonly version: number;
}

/** The maps of all roots: each is made once for a state of its root, and told from the one before only where it says something else. */
export class Maps {
  private readonly made = new WeakMap<RootSession, Map<string, Made>>();

  /** The map that is asked for, without its view where the client knows it already. */
  result(session: RootSession, { map: wanted, known }: MapParams): MapResult {
    const { snapshot } = session.root;
    const maps = mapNames(snapshot);
    const map = (maps.find(({ id }) => id === wanted) ?? maps[0])?.id;
    const made = map === undefined ? undefined : this.current(session, map);
    const about = { title: snapshot.manifest.title, maps, map };
    if (!made) return { ...about, version: '' };
    const version = `${map}#${made.version}`;
    return known === version ? { ...about, version } : { ...about, version, view: made.view };
  }

  /** The view of a map of that id, else of the root's first; undefined where there is none. */
  view(session: RootSession, wanted: string | undefined): DestinationMapView | undefined {
    const maps = mapNames(session.root.snapshot);
    const map = maps.find(({ id }) => id === wanted) ?? maps[0];
    return map && this.current(session, map.id)?.view;
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
    const made = last?.json === json ? { ...last, snapshot, today } : { snapshot, today, view, json, version: (last?.version ?? 0) + 1 };
    all.set(map, made);
    return made;
  }
}
