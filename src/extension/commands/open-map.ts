import { applicationMap } from '../../map/map-ids.js';
import type { Extension } from '../extension.js';
import type { Row } from '../views/overview-tree.js';

/** Shows the map beside the editor: of a row's application, else of the document that is edited. */
export function openMap({ maps }: Extension, row?: Row): void {
  const { root, application } = row?.about ?? {};
  maps.show(root !== undefined && application !== undefined ? { root, map: applicationMap(application) } : undefined);
}
