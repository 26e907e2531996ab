import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { radialMap } from '../../map/svg/radial-svg.js';
import { mapViews } from '../../map/view.js';
import { makeFolder } from '../../platform/node/write-file.js';
import type { Revision } from '../../review/revision.js';
import type { MapPictures } from '../formats/diff-report.js';

/** Where the pictures of maps go, and where they can be seen from there. */
export interface MapPlaces {
  readonly folder: string;
  /** The address under which the folder can be seen; the folder itself where it is not given. */
  readonly address: string | undefined;
  readonly today: string;
}

/** Draws the map of each application before and after, and writes the pictures. */
export function writeMaps(before: Revision, after: Revision, { folder, address, today }: MapPlaces): MapPictures[] {
  const [then, now] = [drawable(before, today), drawable(after, today)];
  const applications = new Map([...then, ...now].map(([application]) => [application.key, application]));
  makeFolder(folder);
  return [...applications.values()].map(({ key, title }) => {
    const draw = (views: Drawn, when: string) => {
      const found = views.find(([application]) => application.key === key);
      if (!found) return undefined;
      const name = `map-${key.replace(/[^\w-]/g, '-')}-${when}.svg`;
      writeFileSync(join(folder, name), `${radialMap(found[1], { link: () => undefined, idPrefix: `map-${when}`, variant: 'image' })}\n`);
      return address === undefined ? join(folder, name) : `${address.replace(/\/$/, '')}/${name}`;
    };
    return { title, before: draw(then, 'before'), after: draw(now, 'after') };
  });
}

function drawable({ snapshot }: Revision, today: string): Drawn {
  return mapViews(snapshot, today).flatMap((view) => (view.application ? [[view.application, view] as const] : []));
}

type Drawn = readonly (readonly [{ readonly key: string; readonly title: string }, Parameters<typeof radialMap>[0]])[];
